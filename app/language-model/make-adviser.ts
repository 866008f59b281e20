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

const REPLIES = ['Yes', 'No'];
/** Opinions that are kept: the same question asked again gets the same answer, and costs nothing. */
const KEPT = 20_000;

/**
 * A language model as an adviser. When it cannot be asked in time, is away, or refuses what it is asked, that is logged, without a
 * word of the prompts.
 */
export function makeAdviser(model: LanguageModel, { milliseconds, parallel, clock, logger }: AdviserOptions): PaidAdviser {
  const guard = makeGuard({ store: 'The language model', milliseconds, clock });
  const kept = new RecentMap<string, { readonly opinion: number | undefined }>(KEPT);

  async function opinionOn(prompt: Prompt, signal: AbortSignal, spending?: Spending): Promise<number | undefined> {
    const key = sha256(JSON.stringify([model.model, prompt.task, prompt.content]));
    const known = kept.get(key);
    if (known !== undefined) return known.opinion;
    const settle = spending?.reserve({ prompt, mostTokens: 1 });
    if (spending !== undefined && settle === undefined) return undefined;
    const opinion = (await model.choose(prompt, REPLIES, signal, settle))?.[0];
    kept.set(key, { opinion });
    return opinion;
  }

  async function opinionsOn(
    prompts: readonly Prompt[],
    signal: AbortSignal,
    spending?: Spending,
  ): Promise<readonly (number | undefined)[]> {
    const opinions: (number | undefined)[] = prompts.map(() => undefined);
    const waiting = [...prompts.entries()];
    const ask = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [place, prompt] = next;
        opinions[place] = await opinionOn(prompt, signal, spending);
      }
    };
    await Promise.all(Array.from({ length: parallel }, ask));
    return opinions;
  }

  const paidBy = (spending?: Spending): Adviser => ({
    model: model.model,
    affirm: (prompts, signal) => unlessAway(logger, signal, () => guard.read((timed) => opinionsOn(prompts, timed, spending), signal)),
  });
  return { ...paidBy(), within: paidBy };
}
