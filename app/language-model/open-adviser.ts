import type { Clock, Logger } from '../../kernel/index.ts';
import type { Config } from '../config.ts';
import { openJsonLogger } from '../json-logger.ts';
import { systemClock } from '../system-clock.ts';
import { makeAdviser, type PaidAdviser } from './make-adviser.ts';
import { openLanguageModels } from './open-language-models.ts';

interface Around {
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** The language model that reads, as an adviser, where no store is opened; undefined where the settings name none. @throws what `openLanguageModels` throws. */
export function openAdviser(
  config: Config,
  { clock, logger }: Around = { clock: systemClock, logger: openJsonLogger(config.logLevel) },
): PaidAdviser | undefined {
  const models = openLanguageModels(config);
  if (models === undefined) return undefined;
  return makeAdviser(models.reads, { milliseconds: config.chatMilliseconds, parallel: config.chatParallel, clock, logger });
}
