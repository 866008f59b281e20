import { fold, type StoredPassage } from '../../kernel/index.ts';

/** Passages of which none says what an earlier one does. */
export function distinctPassages(passages: readonly StoredPassage[]): readonly StoredPassage[] {
  const said = new Set<string>();
  return passages.filter(({ passage }) => {
    const text = fold(passage.text);
    return !said.has(text) && said.add(text);
  });
}
