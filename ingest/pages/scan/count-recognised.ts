import { type Box, RECOGNITION_FLOOR, type UnsureRegion } from '../../../kernel/index.ts';
import { enclose, type Glyph, isWhite, type PageContent } from '../../layout/glyph.ts';
import type { RecognisedCounts } from './recognised-counts.ts';

/** Unsure words that a report lists; the count is exact all the same. */
const LISTED = 40;
const LONGEST = 40;

/** The counts after one more page that was recognised by `engine`. */
export function countRecognised(before: RecognisedCounts | undefined, content: PageContent, engine: string): RecognisedCounts {
  const counts = before ?? { engine, pages: 0, characters: 0, confidence: 0, unsure: 0, regions: [] };
  const solid = content.glyphs.filter(({ text, recognised }) => recognised !== undefined && !isWhite(text));
  const unsure = unsureWords(content);
  const confidence = solid.reduce((sum, { recognised }) => sum + (recognised?.confidence ?? 0), 0);
  return {
    engine,
    pages: counts.pages + 1,
    characters: counts.characters + solid.length,
    confidence: Math.round((counts.confidence + confidence) * 1_000) / 1_000,
    unsure: counts.unsure + unsure.length,
    regions: [...counts.regions, ...unsure].slice(0, LISTED),
  };
}

/** What was recognised of whole pages and of pictures on others, together. */
export function sumRecognised(one: RecognisedCounts | undefined, other: RecognisedCounts | undefined): RecognisedCounts | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    engine: one.engine,
    pages: one.pages + other.pages,
    characters: one.characters + other.characters,
    confidence: one.confidence + other.confidence,
    unsure: one.unsure + other.unsure,
    regions: [...one.regions, ...other.regions].sort((a, b) => a.page - b.page).slice(0, LISTED),
  };
}

/** Neighbouring characters of one confidence below the floor. */
function unsureWords({ page, glyphs }: PageContent): UnsureRegion[] {
  const words: Glyph[][] = [];
  let open = false;
  for (const glyph of glyphs) {
    const confidence = glyph.recognised?.confidence ?? 1;
    const last = words.at(-1);
    const isUnsure = confidence < RECOGNITION_FLOOR && !isWhite(glyph.text);
    if (isUnsure && open && last?.at(-1)?.recognised?.confidence === confidence) last.push(glyph);
    else if (isUnsure) words.push([glyph]);
    open = isUnsure;
  }
  return words.flatMap((word) => {
    const box = enclose(word.map((glyph): Box => glyph.shown ?? glyph));
    const text = word.map((glyph) => glyph.text).join('');
    if (box === undefined) return [];
    const { x0, y0, x1, y1 } = box;
    return [{ page, text: text.slice(0, LONGEST), confidence: word[0]?.recognised?.confidence ?? 0, box: roundBox({ x0, y0, x1, y1 }) }];
  });
}

function roundBox({ x0, y0, x1, y1 }: Box): Box {
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x0: round(x0), y0: round(y0), x1: round(x1), y1: round(y1) };
}
