import { setTimeout as pause } from 'node:timers/promises';
import type { LanguageModel } from '../../kernel/index.ts';
import { openEndpointLanguageModel } from '../../models/index.ts';
import type { Config } from '../config.ts';
import { readKey } from '../read-key.ts';

/** A second try is all that an answer has time for. */
const ATTEMPTS = 2;
/** A try that came to nothing may be paid for, and within a budget each that is made has to be counted. */
const ATTEMPTS_IN_BUDGET = 1;

/** The language models that read for an answer and word it, most often one; undefined where the settings name none. */
export interface LanguageModels {
  readonly reads: LanguageModel;
  readonly words: LanguageModel;
}

/** Asks nothing of them. @throws FaultlineError as `readKey`. */
export function openLanguageModels(config: Config): LanguageModels | undefined {
  const { chatUrl, chatModel, chatReadingModel, chatKey, chatKeyFile, chatMilliseconds, chatWordingMilliseconds, chatReplyFormat } = config;
  if (chatUrl === undefined || chatModel === undefined) return undefined;
  const key = readKey(chatKey, chatKeyFile, 'FAULTLINE_CHAT_KEY_FILE');
  const open = (model: string) =>
    openEndpointLanguageModel({
      url: chatUrl,
      model,
      ...(key === undefined ? {} : { key }),
      // Who asks waits no longer than it wants to; this is only the end of one attempt.
      milliseconds: Math.max(chatMilliseconds, chatWordingMilliseconds),
      replyForm: chatReplyFormat,
      attempts: config.chatBudget === undefined ? ATTEMPTS : ATTEMPTS_IN_BUDGET,
      pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
    });
  const words = open(chatModel);
  return { words, reads: chatReadingModel === undefined ? words : open(chatReadingModel) };
}
