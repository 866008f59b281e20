import { useWords } from '../languages/words.ts';

/** Files named at most. */
const NAMED = 3;

interface BeingRead {
  /** What was left out of: an answer's search, or a figure's count. */
  readonly of: 'answer' | 'figures';
  readonly named: readonly { readonly fileName: string }[];
  readonly count: number;
}

/** The files that were left out since they are being read: what is missing may stand in them. Nothing where there are none. */
export function BeingReadNote({ of, named, count }: BeingRead) {
  const words = useWords();
  if (count === 0) return null;
  const first = named.slice(0, NAMED).map(({ fileName }) => fileName);
  const left = count - first.length;
  return (
    <p class="notice warning">
      {words(`beingRead.${of}`, { files: first.join(', ') })}
      {left > 0 ? words('beingRead.more', { count: left }) : ''}
    </p>
  );
}
