import { RECOGNITION_FLOOR, type Recognition } from '../../../kernel/index.ts';
import type { Draft } from '../../drawings/interpret/draft.ts';
import type { PrintedText } from '../../drawings/model/printed-text.ts';

/**
 * How the characters of a draft were recognised, of which each text stands in it as a whole. Where one does not, nothing of the draft is
 * sure. Undefined where none was recognised.
 */
export function recognitionOfDraft(
  { text, places }: Pick<Draft, 'text' | 'places'>,
  printed: ReadonlyMap<string, PrintedText>,
  engine: string,
): Recognition | undefined {
  let [sum, count, from] = [0, 0, 0];
  let isLost = false;
  const unsure: { start: number; end: number; confidence: number }[] = [];
  const repairs: { start: number; end: number; recognised: string }[] = [];
  for (const id of new Set(places.map(({ entity }) => entity))) {
    const own = printed.get(id);
    if (own === undefined) continue;
    for (const { start, end, confidence } of own.words) {
      sum += confidence * (end - start);
      count += end - start;
    }
    const at = placeOf(own.text, text, from);
    isLost ||= at < 0;
    if (at < 0) continue;
    from = at + own.text.length;
    for (const { start, end, confidence } of own.words)
      if (confidence < RECOGNITION_FLOOR) unsure.push({ start: at + start, end: at + end, confidence });
    for (const { start, end, recognised } of own.repairs) repairs.push({ start: at + start, end: at + end, recognised });
  }
  if (count === 0) return undefined;
  const confidence = Math.round((1_000 * sum) / count) / 1_000;
  const all = [{ start: 0, end: text.length, confidence: Math.min(confidence, DOUBTED) }];
  return {
    ...{ method: 'ocr', engine, confidence },
    unsure: isLost ? all : unsure.sort((a, b) => a.start - b.start),
    repairs: isLost ? [] : repairs.sort((a, b) => a.start - b.start),
  };
}

/** Below the floor. */
const DOUBTED = 0.2;

function placeOf(part: string, text: string, from: number): number {
  const behind = text.indexOf(part, from);
  return behind < 0 ? text.indexOf(part) : behind;
}
