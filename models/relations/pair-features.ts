import { hashFeature } from '../learning/hash-feature.ts';
import type { TaggedSpan } from '../tagger/tagged-text.ts';

const FAR = 4;

/** Features of whether, and how, one stretch of a text is related to another, as keys. */
export function pairFeatures(words: readonly string[], spans: readonly TaggedSpan[], head: TaggedSpan, tail: TaggedSpan): number[] {
  const lower = words.map((word) => word.toLowerCase());
  const last = (span: TaggedSpan) => lower[span.end - 1] ?? '';
  const whole = (span: TaggedSpan) => lower.slice(span.start, span.end).join(' ');
  const types = `${head.type}>${tail.type}`;
  const where = placeOf(head, tail);
  const [from, to] = head.start < tail.start ? [head.end, tail.start] : [tail.end, head.start];
  const between = lower.slice(from, to);
  const within = spans.filter(({ start, end }) => start >= from && end <= to);
  const kinds = [...new Set(within.map(({ type }) => type))].join('+');
  const others = spans.filter((span) => span !== head && span !== tail).map(({ type }) => type);
  const sameAsTail = others.filter((type) => type === tail.type).length;
  const shape = `${types} ${where}`;
  const nextToHead = spans.some((span) => span.start === head.end || span.end === head.start);
  const outermost = (span: TaggedSpan) => !spans.some((one) => one !== span && one.start <= span.start && one.end >= span.end);
  const outer = `${outermost(head)} ${outermost(tail)}`;
  return [
    `t ${types}`,
    `s ${shape}`,
    `so ${shape} ${outer}`,
    `d ${shape} ${Math.min(to - from, FAR)}`,
    `do ${shape} ${outer} ${Math.min(to - from, FAR)} ${Math.min(within.length, FAR)}`,
    `k ${shape} ${outer} ${kinds}`,
    `kb ${shape} ${kinds} ${between.join(' ')}`,
    `b ${shape} ${outer} ${between.join(' ')}`,
    ...between.map((word) => `bw ${shape} ${word}`),
    `n ${shape} ${outer} ${Math.min(spans.length, 6)}`,
    `st ${shape} ${outer} ${sameAsTail}`,
    `all ${shape} ${outer} ${others.sort().join('+')}`,
    `nh ${shape} ${nextToHead}`,
    `hl ${shape} ${last(head)}`,
    `tl ${shape} ${last(tail)}`,
    `ht ${where} ${last(head)} ${last(tail)}`,
    `h ${shape} ${whole(head)}`,
    `w ${shape} ${whole(tail)}`,
    `hw ${where} ${whole(head)} ${whole(tail)}`,
    `bef ${shape} ${lower[Math.min(head.start, tail.start) - 1] ?? '^'}`,
    `aft ${shape} ${lower[Math.max(head.end, tail.end)] ?? '$'}`,
    `ends ${shape} ${head.start === 0} ${head.end === words.length} ${tail.start === 0} ${tail.end === words.length}`,
  ].map(hashFeature);
}

function placeOf(head: TaggedSpan, tail: TaggedSpan): string {
  if (head.start <= tail.start && tail.end <= head.end) return 'around';
  if (tail.start <= head.start && head.end <= tail.end) return 'within';
  return head.end <= tail.start ? 'before' : 'after';
}
