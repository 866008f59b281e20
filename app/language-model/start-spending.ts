import type { Prompt, TokenUsage } from '../../kernel/index.ts';
import type { ModelPrice } from './read-prices.ts';

/** What one answer spends on a language model, in the currency of its price. */
export interface Spending {
  /**
   * Takes what a call costs at most, before it is made. Undefined: it would pass the budget, and must not be made. What is given back
   * is told what the call took in truth; where nobody tells, as of a call that failed, it has cost the most.
   */
  reserve(call: PaidCall): ((usage: TokenUsage) => void) | undefined;
  told(): SpendingReport;
}

/** A call as far as its cost goes. */
interface PaidCall {
  readonly prompt: Prompt;
  /** What is sent beside the prompt, as a schema. */
  readonly beside?: string;
  /** Tokens after which the reply ends. */
  readonly mostTokens: number;
}

interface SpendingReport {
  readonly currency: string;
  readonly spent: number;
  /** Absent: there is no bound. */
  readonly budget?: number;
  readonly calls: number;
  /** Calls that were not made since they might have passed the budget, and what they would have cost at most. */
  readonly notMade: number;
  readonly notMadeMost: number;
}

/** Tokens of the frame around a prompt: roles, names, marks of turns; generously. */
const FRAME_TOKENS = 64;
const MILLION = 1_000_000;
/** A sum of binary fractions is shown as what it is a sum of. */
const DECIMALS = 1e9;

/** @param budget most that may be spent, at least 0; absent: calls are counted alone. */
export function startSpending(price: ModelPrice, budget?: number): Spending {
  let [reserved, spent, calls, notMade, notMadeMost] = [0, 0, 0, 0, 0];
  const costOf = ({ input, output }: TokenUsage) => (input * price.input + output * price.output) / MILLION;
  return {
    reserve(call) {
      const most = costOf(mostUsage(call));
      if (budget !== undefined && spent + reserved + most > budget) {
        notMade += 1;
        notMadeMost += most;
        return undefined;
      }
      calls += 1;
      reserved += most;
      let isOpen = true;
      return (usage) => {
        if (!isOpen) return;
        isOpen = false;
        reserved -= most;
        spent += costOf(usage);
      };
    },
    told: () => ({
      currency: price.currency,
      spent: rounded(spent + reserved),
      ...(budget === undefined ? {} : { budget }),
      calls,
      notMade,
      notMadeMost: rounded(notMadeMost),
    }),
  };
}

/** A token is a byte at least, whatever the tokeniser: no call costs more than this, and most cost a third. */
function mostUsage({ prompt, beside = '', mostTokens }: PaidCall): TokenUsage {
  const bytes = [prompt.task, prompt.content, beside].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { input: bytes + FRAME_TOKENS, output: mostTokens };
}

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}
