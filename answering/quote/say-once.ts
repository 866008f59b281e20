import { type Access, compareLabels, fold } from '../../kernel/index.ts';
import { documentMatter } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import { areOfTranslations, isTranslation, languageOfPassage } from '../shown/is-translation.ts';
import type { EvidenceBlock } from './evidence-block.ts';

type Reads = Pick<Evidence, 'passages'>;

/**
 * Blocks of which none says again what another one says: of a place and its translation the one in the language that asks, of one
 * text in several versions the newest, else the likelier. One that is taken for another stands in its place. At most `most`.
 */
export async function sayOnce<Judged extends { readonly block: EvidenceBlock }>(
  evidence: Reads,
  access: Access,
  language: 'zh' | 'en',
  judged: readonly Judged[],
  most: number,
): Promise<readonly Judged[]> {
  const kept: Judged[] = [];
  for (const one of judged) {
    const place = await placeAmong(evidence, access, kept, one);
    const held = place === undefined ? undefined : kept[place];
    if (held === undefined) {
      if (kept.length < most) kept.push(one);
    } else if (place !== undefined && isBefore(language, one.block, held.block)) kept[place] = one;
  }
  return kept;
}

/** Which of the kept ones says the same. */
async function placeAmong(
  evidence: Reads,
  access: Access,
  kept: readonly { readonly block: EvidenceBlock }[],
  { block }: { readonly block: EvidenceBlock },
): Promise<number | undefined> {
  const texts = textsOf(block);
  const said = new Set(kept.flatMap((other) => textsOf(other.block)));
  const ids = new Set(kept.flatMap((other) => other.block.passages.map(({ passage }) => passage.id)));
  if (texts.every((text) => said.has(text)) || block.passages.some(({ passage }) => ids.has(passage.id))) {
    const held = kept.findIndex((other) => texts.some((text) => textsOf(other.block).includes(text)));
    return held < 0 ? undefined : held;
  }
  for (const [place, other] of kept.entries()) if (await translates(evidence, access, block, other.block)) return place;
  return undefined;
}

/**
 * Whether one block has a passage that another one has in the other language, as blocks are one that share a passage. A row is not
 * said by a long list in another language, nor the list by the row.
 */
async function translates(evidence: Reads, access: Access, left: EvidenceBlock, right: EvidenceBlock): Promise<boolean> {
  const [shorter = 0, longer = 0] = [left.passages.length, right.passages.length].sort((a, b) => a - b);
  if (2 * shorter < longer || !areOfTranslations(left.hit, right.hit)) return false;
  for (const one of left.passages) for (const other of right.passages) if (await isTranslation(evidence, access, one, other)) return true;
  return false;
}

function textsOf({ passages }: EvidenceBlock): readonly string[] {
  return passages.map(({ passage }) => fold(passage.text));
}

/** Whether a block is rather shown than the likelier one that says the same. */
function isBefore(language: 'zh' | 'en', block: EvidenceBlock, held: EvidenceBlock): boolean {
  if (block.hit.documentId === held.hit.documentId) return false;
  const [own, other] = [languageOfPassage(block.hit), languageOfPassage(held.hit)];
  if (own !== other) return own === language;
  const texts = new Set(textsOf(held));
  if (block.passages.length !== held.passages.length || !textsOf(block).every((text) => texts.has(text))) return false;
  const [mine, its] = [documentMatter(block.hit.uri), documentMatter(held.hit.uri)];
  return mine.stem === its.stem && compareLabels(mine.version, its.version) > 0;
}
