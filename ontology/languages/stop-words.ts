import * as en from './en/stop-words.ts';
import * as zh from './zh/stop-words.ts';

/**
 * Words that say nothing of what a text is about, in their folded form, before stemming. Words that a plant's texts turn on
 * are not here on purpose: not, no, before, after, off, on, 不, 未, 无, 前, 后, 开, 关.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(`${en.STOP_WORDS} ${zh.STOP_WORDS}`.split(/\s+/));

/** Chinese characters that tell nothing where texts are compared by neighbouring pairs. */
export const STOP_CHARACTERS: ReadonlySet<string> = new Set(zh.STOP_CHARACTERS);
