import { type Answer, phrasesOf } from '../../app/index.ts';
import { oneLine } from './one-line.ts';

/** Files named at most. */
const NAMED = 3;

/** The files that were not looked through since they are being read: what is missing may stand in them. None where there are none. */
export function beingReadLines(language: 'zh' | 'en', files: Answer['envelope']['beingRead'] = []): readonly string[] {
  if (files.length === 0) return [];
  const named = files.slice(0, NAMED).map(({ fileName }) => oneLine(fileName));
  return [`  ${phrasesOf(language).stillBeingRead(named, files.length - named.length)}`];
}
