import type { PassageCorrection } from './correction.ts';
import type { Passage } from './passage.ts';

/** How the characters of a span were recognised. */
export interface SpanRecognition {
  readonly method: 'ocr';
  readonly engine: string;
  /** Of the least sure word of the span that is below the floor, else the mean of its passage; from 0 to 1. */
  readonly confidence: number;
  /** Whether a word of it is below the floor and no person said what it is. */
  readonly isUnsure: boolean;
  /** Signs of it that were repaired: as they were recognised and as they stand. */
  readonly repairs: readonly { readonly recognised: string; readonly text: string }[];
}

/** How a span of a passage as it is printed was recognised; undefined where it was not. What people corrected is sure. */
export function recognitionOfSpan(
  { recognition, text }: Passage,
  span: { readonly start: number; readonly end: number },
  corrections: readonly PassageCorrection[] = [],
): SpanRecognition | undefined {
  if (recognition === undefined) return undefined;
  const touches = (one: { readonly start: number; readonly end: number }, other: { readonly start: number; readonly end: number }) =>
    one.start < other.end && one.end > other.start;
  const within = <Place extends { readonly start: number; readonly end: number }>(places: readonly Place[]) =>
    places.filter((place) => touches(place, span) && !corrections.some((correction) => touches(place, correction)));
  const unsure = within(recognition.unsure);
  return {
    method: recognition.method,
    engine: recognition.engine,
    confidence: unsure.length === 0 ? recognition.confidence : Math.min(...unsure.map(({ confidence }) => confidence)),
    isUnsure: unsure.length > 0,
    repairs: within(recognition.repairs).map(({ start, end, recognised }) => ({ recognised, text: text.slice(start, end) })),
  };
}
