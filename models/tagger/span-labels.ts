import type { TaggedSpan } from './tagged-text.ts';

const OUTSIDE = 0;

/** How stretches are written as labels, one a word: 0 outside, then three a type, of the word that opens a stretch, goes on with it, or goes on and opens the head of it. */
const OPENS = 1;
const GOES_ON = 2;
const OPENS_HEAD = 3;
const KINDS = 3;

/** How many labels there are for so many types. */
export function labelCount(types: number): number {
  return 1 + KINDS * types;
}

/**
 * Labels of words. Of a stretch within another one is kept that has its type and its end (`filter` in `air filter`); any other that
 * meets a longer one is left out.
 */
export function labelSpans(length: number, spans: readonly TaggedSpan[], types: readonly string[]): number[] {
  const labels = new Array<number>(length).fill(OUTSIDE);
  const outer: TaggedSpan[] = [];
  const longestFirst = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of longestFirst) {
    const type = KINDS * types.indexOf(span.type);
    const around = outer.find(({ start, end }) => start < span.end && span.start < end);
    if (around === undefined) {
      outer.push(span);
      for (let at = span.start; at < span.end; at += 1) labels[at] = type + (at === span.start ? OPENS : GOES_ON);
    } else if (around.type === span.type && around.end === span.end && around.start < span.start) {
      labels[span.start] = type + OPENS_HEAD;
    }
  }
  return labels;
}

/** The stretches that labels say, an outer one before its heads; a word that goes on with nothing of its type opens a stretch. */
export function spansOfLabels(labels: readonly number[], types: readonly string[]): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (let start = 0; start < labels.length; ) {
    const label = labels[start] ?? OUTSIDE;
    if (label === OUTSIDE) {
      start += 1;
      continue;
    }
    const type = Math.floor((label - 1) / KINDS);
    const goesOn = (at: number) => [GOES_ON, OPENS_HEAD].includes((labels[at] ?? OUTSIDE) - KINDS * type);
    let end = start + 1;
    while (end < labels.length && goesOn(end)) end += 1;
    spans.push({ start, end, type: types[type] ?? '' });
    for (let at = start + 1; at < end; at += 1)
      if (labels[at] === KINDS * type + OPENS_HEAD) spans.push({ start: at, end, type: types[type] ?? '' });
    start = end;
  }
  return spans;
}
