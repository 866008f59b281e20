import { setTimeout as pause } from 'node:timers/promises';
import type { LanguageModel } from '../../kernel/index.ts';
import { openEndpointLanguageModel } from '../../models/index.ts';
import type { Config } from '../config.ts';
import { readKey } from '../read-key.ts';

/** A second try is all that an answer has time for. */
const ATTEMPTS = 2;

/** The language model that the settings name, undefined where they name none. Asks nothing of it. @throws FaultlineError as `readKey`. */
export function openLanguageModel({ chatUrl, chatModel, chatKey, chatKeyFile, chatMilliseconds }: Config): LanguageModel | undefined {
  if (chatUrl === undefined || chatModel === undefined) return undefined;
  const key = readKey(chatKey, chatKeyFile, 'FAULTLINE_CHAT_KEY_FILE');
  return openEndpointLanguageModel({
    url: chatUrl,
    model: chatModel,
    ...(key === undefined ? {} : { key }),
    milliseconds: chatMilliseconds,
    attempts: ATTEMPTS,
    pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
  });
}
