import { isWide } from '../../layout/glyph.ts';
import type { PagePrint, SignInSizes, SignsInSizes } from '../../layout/page-print.ts';
import { medianOf } from '../../ocr/median-of.ts';

/** What a sign looks like in running text: how high it is, how wide its strokes are, and in how many places that was measured. */
export interface UsualSign {
  readonly height: number;
  /** Not a number where no stroke was measured. */
  readonly stroke: number;
  readonly places: number;
}

/** How the pages before are printed, with the size of their running text in points. */
export interface UsualPrint extends PagePrint {
  readonly size: number;
}

/** Signs and sizes that are remembered, so that what is handed on stays small. */
const MOST = { signs: 200, steps: 12 } as const;
/** More places make a measure no surer: later pages may be printed otherwise. */
const PLACES = 60;
/** Sizes that differ by less are told apart on one page and not over several: letters are some twenty pixels high. */
const APART = 0.12;
/** Signs that two pages have to share before one is measured by the other. */
const SHARED = 6;
const DIGITS = 10_000;

/** What is known of the print of a document once one more page of it was read. */
export function rememberPrint(before: PagePrint = { signs: {}, steps: [1] }, page: PagePrint): PagePrint {
  const signs: Record<string, SignInSizes> = { ...before.signs };
  for (const [text, sign] of Object.entries(page.signs)) {
    const known = signs[text];
    if (known !== undefined) signs[text] = mean(known, sign);
    else if (Object.keys(signs).length < MOST.signs) signs[text] = sign;
  }
  const steps = [...before.steps];
  for (const step of page.steps) if (steps.every((one) => Math.abs(step / one - 1) >= APART)) steps.push(step);
  return { signs, steps: steps.slice(0, MOST.steps) };
}

function mean([height, stroke, places]: SignInSizes, [otherHeight, otherStroke, otherPlaces]: SignInSizes): SignInSizes {
  const weigh = (one: number, other: number) => rounded((one * places + other * otherPlaces) / (places + otherPlaces));
  const strokes = stroke === null || otherStroke === null ? (stroke ?? otherStroke) : weigh(stroke, otherStroke);
  return [weigh(height, otherHeight), strokes, Math.min(PLACES, places + otherPlaces)];
}

/** Signs of a page in sizes of its running text. Chinese ones, which are all about equally high and thousands, are known by their page alone. */
export function inSizes(signs: ReadonlyMap<string, UsualSign>, body: number): SignsInSizes {
  const inSize = (value: number) => (Number.isNaN(value) ? null : rounded(value / body));
  return Object.fromEntries(
    [...signs].flatMap(([text, { height, stroke, places }]) => {
      const inBody = inSize(height);
      return inBody === null || isWide(text) ? [] : [[text, [inBody, inSize(stroke), places] satisfies SignInSizes]];
    }),
  );
}

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}

/** Signs of a page with those that only pages before have, as large and as bold as they would be on this one by the signs both have. */
export function withSignsBefore(own: ReadonlyMap<string, UsualSign>, before: SignsInSizes): ReadonlyMap<string, UsualSign> {
  const shared = [...own].flatMap(([text, sign]) => {
    const known = before[text];
    return known === undefined ? [] : [{ sign, known }];
  });
  if (shared.length < SHARED) return own;
  const heights = medianOf(shared.map(({ sign, known: [height] }) => sign.height / height));
  const strokes = medianOf(
    shared.flatMap(({ sign, known: [, stroke] }) => (stroke === null || Number.isNaN(sign.stroke) ? [] : [sign.stroke / stroke])),
  );
  const others = Object.entries(before).flatMap(([text, [height, stroke, places]]): [string, UsualSign][] =>
    own.has(text) ? [] : [[text, { height: height * heights, stroke: stroke === null ? Number.NaN : stroke * strokes, places }]],
  );
  return new Map([...own, ...others]);
}
