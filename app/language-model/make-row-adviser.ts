import {
  type Clock,
  type Logger,
  RecentMap,
  type RowQuestionAdviser,
  type RowQuestionReader,
  type RowQuestionReading,
  sha256,
} from '../../kernel/index.ts';
import { makeGuard } from '../stores/guard.ts';
import { unlessAway } from './unless-away.ts';

export interface RowAdviserOptions {
  /** Longest wait for what one question asks of one table. */
  readonly milliseconds: number;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** Readings that are kept: the same question asked again of the same columns gets the same figure. */
const KEPT = 5_000;

/**
 * A reader that is elsewhere as an adviser. When it cannot be asked in time, is away, or refuses, that is logged, without a word of the
 * question. @param model by which its readings are told from another one's.
 */
export function makeRowAdviser(
  { model, reader }: { readonly model: string; readonly reader: RowQuestionReader },
  { milliseconds, clock, logger }: RowAdviserOptions,
): RowQuestionAdviser {
  const guard = makeGuard({ store: 'The reader of questions over rows', milliseconds, clock });
  const kept = new RecentMap<string, readonly RowQuestionReading[]>(KEPT);
  return {
    model,
    async advise(question, columns, signal) {
      const key = sha256(JSON.stringify([model, question, columns]));
      const known = kept.get(key);
      if (known !== undefined) return known;
      const readings = await unlessAway(logger, signal, () => guard.read((timed) => reader.read(question, columns, timed), signal));
      if (readings !== undefined) kept.set(key, readings);
      return readings;
    },
  };
}
