import type { Document } from '../contract.ts';
import { useWords } from '../languages/words.ts';

/** How many columns of a document nobody knows the meaning of, and the way to where a person says it. */
export function UnknownColumns({
  document: { state, unknownColumns = 0 },
}: {
  readonly document: Pick<Document, 'state' | 'unknownColumns'>;
}) {
  const words = useWords();
  if (state !== 'settled' || unknownColumns === 0) return null;
  return (
    <p class="unknown-columns">
      {words('library.unknownColumns', { count: unknownColumns })} <a href="#/review">{words('library.toReview')}</a>
    </p>
  );
}
