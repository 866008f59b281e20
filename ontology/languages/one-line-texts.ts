import { fold } from '../../kernel/index.ts';
import { ONE_LINE_WORDS_EN } from './en/one-line-words.ts';
import { ONE_LINE_WORDS_ZH } from './zh/one-line-words.ts';

const TITLES = new RegExp([...ONE_LINE_WORDS_ZH.titles, ...ONE_LINE_WORDS_EN.titles].join('|'), 'u');
const INCOMING = new RegExp([...ONE_LINE_WORDS_ZH.incoming, ...ONE_LINE_WORDS_EN.incoming].join('|'), 'u');

/** Whether a title says that a one-line diagram is drawn. */
export function isOneLineTitle(text: string): boolean {
  return TITLES.test(fold(text));
}

/** Whether a text at the end of a conductor says that the supply comes in there. */
export function saysIncoming(text: string): boolean {
  return INCOMING.test(fold(text));
}
