import { segmenter } from './analyse.ts';

/** Whether a Chinese word is in the dictionary as a verb, one that also serves as a noun (设置) included. */
export function isChineseVerb(word: string): boolean {
  const [first, ...others] = segmenter().tag(word, false);
  return first !== undefined && others.length === 0 && first.tag.startsWith('v');
}
