import { type Clock, type LanguageModel, type Logger, RecentMap, sha256, type Writer } from '../../kernel/index.ts';
import { makeGuard } from '../stores/guard.ts';
import type { Spending } from './start-spending.ts';
import { unlessAway } from './unless-away.ts';

/** A writer whose calls may be paid for answer by answer. */
export interface PaidWriter extends Writer {
  /** The same for one answer: a call that would pass its budget is not made, as if the model were away. */
  within(spending: Spending): Writer;
}

export interface WriterOptions {
  /** Longest wait for one reply. */
  readonly milliseconds: number;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** Replies that are kept, and the longest of them, in characters: what is longer fits no form that is asked for. */
const KEPT = 1_000;
const LONGEST_KEPT = 16_000;

/**
 * A language model as a writer. When it cannot be asked in time, is away, or refuses what it is asked, that is logged, without a word
 * of prompt or reply. Replies are kept by model, prompt and form, so the same question on the same state has the same answer.
 */
export function makeWriter(model: LanguageModel, { milliseconds, clock, logger }: WriterOptions): PaidWriter {
  const guard = makeGuard({ store: 'The language model', milliseconds, clock });
  const kept = new RecentMap<string, string>(KEPT);
  const paidBy = (spending?: Spending): Writer => ({
    model: model.model,
    async write(prompt, form, signal) {
      const key = sha256(JSON.stringify([model.model, prompt.task, prompt.content, form.name, form.mostTokens]));
      const known = kept.get(key);
      if (known !== undefined) return { kind: 'reply', text: known };
      const call = { prompt, beside: JSON.stringify(form.schema), mostTokens: form.mostTokens };
      const settle = spending?.reserve(call);
      if (spending !== undefined && settle === undefined) return { kind: 'away' };
      const text = await unlessAway(logger, signal, () => guard.read((timed) => model.write(prompt, form, timed, settle), signal));
      if (text === undefined) return { kind: 'away' };
      if (text.length <= LONGEST_KEPT) kept.set(key, text);
      return { kind: 'reply', text };
    },
  });
  return { ...paidBy(), within: paidBy };
}
