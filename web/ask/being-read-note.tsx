import type { Answer } from '../contract.ts';
import { useWords } from '../languages/words.ts';

/** The files that were not looked through since they are being read: what is missing may stand in them. */
export function BeingReadNote({ files = [] }: { readonly files: Answer['envelope']['beingRead'] }) {
  const words = useWords();
  if (files.length === 0) return null;
  return <p class="notice warning">{words('answer.beingRead', { files: files.map(({ fileName }) => fileName).join(', ') })}</p>;
}
