import { setTimeout as pause } from 'node:timers/promises';
import type { RowQuestionReader } from '../../kernel/index.ts';
import { openEndpointRowQuestionReader } from '../../models/index.ts';
import type { Config } from '../config.ts';
import { readKey } from '../read-key.ts';

/** A second try is all that an answer has time for. */
const ATTEMPTS = 2;

/** The language model that the settings name for questions over rows, undefined where they name none. Asks nothing of it. @throws FaultlineError as `readKey`. */
export function openRowReader(config: Config): { readonly model: string; readonly reader: RowQuestionReader } | undefined {
  const { rowsUrl: url, rowsModel: model, rowsKey, rowsKeyFile, rowsMilliseconds: milliseconds } = config;
  if (url === undefined || model === undefined) return undefined;
  const key = readKey(rowsKey, rowsKeyFile, 'FAULTLINE_ROWS_KEY_FILE');
  const reader = openEndpointRowQuestionReader({
    url,
    model,
    ...(key === undefined ? {} : { key }),
    milliseconds,
    attempts: ATTEMPTS,
    pause: (wait, signal) => pause(wait, undefined, { signal }),
  });
  return { model: `endpoint:${model}`, reader };
}
