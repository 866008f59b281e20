import { type Adviser, type Clock, type LanguageModel, type Logger, type Prompt, RecentMap, sha256 } from '../../kernel/index.ts';
import { makeGuard } from '../stores/guard.ts';
import type { Spending } from './start-spending.ts';
import { unlessAway } from './unless-away.ts';

/** An adviser whose calls may be paid for answer by answer. */
export interface PaidAdviser extends Adviser {
  /** The same for one answer: on what would pass its budget it has no opinion. */
  within(spending: Spending): Adviser;
}

export interface AdviserOptions {
  /** Longest wait for all prompts of one answer together. */
  readonly milliseconds: number;
  /** Prompts that are asked at once, at least 1. */
  readonly parallel: number;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** How likely each reply is. */
type Opinion = readonly number[] | undefined;

interface Asking {
  readonly replies: readonly string[];
  readonly signal: AbortSignal;
  readonly spending?: Spending;
}

/** Opinions that are kept: the same question asked again gets the same answer, and costs nothing. */
const KEPT = 20_000;

/**
 * A language model as an adviser. When it cannot be asked in time, is away, or refuses what it is asked, that is logged, without a
 * word of the prompts.
 */
export function makeAdviser(model: LanguageModel, { milliseconds, parallel, clock, logger }: AdviserOptions): PaidAdviser {
  const guard = makeGuard({ store: 'The language model', milliseconds, clock });
  const kept = new RecentMap<string, { readonly opinion: Opinion }>(KEPT);

  async function opinionOn(prompt: Prompt, { replies, signal, spending }: Asking): Promise<Opinion> {
    const key = sha256(JSON.stringify([model.model, prompt.task, prompt.content, ...replies]));
    const known = kept.get(key);
    if (known !== undefined) return known.opinion;
    const settle = spending?.reserve({ prompt, mostTokens: 1 });
    if (spending !== undefined && settle === undefined) return undefined;
    const opinion = await model.choose(prompt, replies, signal, settle);
    kept.set(key, { opinion });
    return opinion;
  }

  async function opinionsOn(prompts: readonly Prompt[], asking: Asking): Promise<readonly Opinion[]> {
    const opinions: Opinion[] = prompts.map(() => undefined);
    const waiting = [...prompts.entries()];
    const ask = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [place, prompt] = next;
        opinions[place] = await opinionOn(prompt, asking);
      }
    };
    await Promise.all(Array.from({ length: parallel }, ask));
    return opinions;
  }

  const paidBy = (spending?: Spending): Adviser => ({
    model: model.model,
    choose: (prompts, replies, signal) =>
      unlessAway(logger, signal, () =>
        guard.read((timed) => opinionsOn(prompts, { replies, signal: timed, ...(spending === undefined ? {} : { spending }) }), signal),
      ),
  });
  return { ...paidBy(), within: paidBy };
}
