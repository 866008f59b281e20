import { hashFeature } from '../learning/hash-feature.ts';
import { wordShape } from '../normaliser/word-shape.ts';

const AFFIX = [2, 3, 4];

/**
 * Features of each word of a text, as keys: the word and its neighbours, beginnings, ends, shapes, and `marks`, what else is known of
 * each word (vocabularies that hold it), by place.
 */
export function wordFeatures(words: readonly string[], marks: readonly (readonly string[])[]): number[][] {
  const lower = words.map((word) => word.toLowerCase());
  const word = (at: number) => (at < 0 ? '^' : at >= lower.length ? '$' : (lower[at] ?? ''));
  const marksAt = (at: number) => (marks[at] ?? []).join('+');
  return words.map((raw, at) => {
    const [before, here, next] = [word(at - 1), word(at), word(at + 1)];
    const [second, third] = [word(at - 2), word(at + 2)];
    const shape = wordShape(raw);
    return [
      'any',
      `w ${here}`,
      `b ${before}`,
      `n ${next}`,
      `b2 ${second}`,
      `n2 ${third}`,
      `bw ${before} ${here}`,
      `wn ${here} ${next}`,
      `bn ${before} ${next}`,
      `b2b ${second} ${before}`,
      `nn2 ${next} ${third}`,
      `s ${shape}`,
      `sn ${shape} ${wordShape(word(at + 1))}`,
      ...AFFIX.flatMap((size) => (here.length > size ? [`pre ${here.slice(0, size)}`, `suf ${here.slice(-size)}`] : [])),
      `bsuf ${before.slice(-3)}`,
      `nsuf ${next.slice(-3)}`,
      `wsuf ${before.slice(-3)} ${here.slice(-3)}`,
      `sufn ${here.slice(-3)} ${next.slice(-3)}`,
      `at ${at === 0} ${at === words.length - 1}`,
      `atw ${Math.min(at, 2)} ${here}`,
      ...(marks[at] ?? []).map((mark) => `m ${mark}`),
      `ma ${marksAt(at)}`,
      `mb ${marksAt(at - 1)} ${marksAt(at)}`,
      `mn ${marksAt(at)} ${marksAt(at + 1)}`,
      `mbn ${marksAt(at - 1)} ${marksAt(at + 1)}`,
    ].map(hashFeature);
  });
}
