import { type Answer, phrasesOf } from '../app/index.ts';

/** Files named at most. */
const NAMED = 3;

/** The files that were not looked through since they are being read: what is missing may stand in them. Empty where there are none. */
export function stillBeingRead(
  language: 'zh' | 'en',
  files: Answer['envelope']['beingRead'],
  written: (fileName: string) => string,
): string {
  if (files === undefined) return '';
  const named = files.named.slice(0, NAMED).map(({ fileName }) => written(fileName));
  return phrasesOf(language).stillBeingRead(named, files.count - named.length);
}
