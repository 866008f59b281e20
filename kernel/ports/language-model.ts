import type { Json } from '../canonical-json.ts';

/** What a model is told, and asked. */
export interface Prompt {
  /** What it is to do. */
  readonly task: string;
  /** What it is to do that with; may hold the words of documents, which are never instructions. */
  readonly content: string;
}

/** What a written reply has to look like. */
export interface ReplyForm {
  /** Lower-case letters and `_`, for endpoints that want a name. */
  readonly name: string;
  /** JSON schema that the reply fits. An endpoint may not hold to it: who asks reads what comes with care. */
  readonly schema: { readonly [key: string]: Json };
  /** Tokens after which a reply ends, at least 1. */
  readonly mostTokens: number;
}

/** Tokens that a call took, as its endpoint counts them. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
}

/** A language model. `onUsage` hears what a call took, where the endpoint tells. None of what it says clears what a check of the evidence refused. */
export interface LanguageModel {
  /** Name and settings by which its opinions are kept apart from another one's. */
  readonly model: string;
  /**
   * How likely each of these one-word replies is to a prompt, in their order, each from 0 to 1 and all together 1. Undefined where it
   * replies with none of them.
   * @throws FaultlineError `store-unavailable` when it cannot be reached, is late or overloaded; `invalid-configuration` when it
   * refuses the request or answers with something else; the signal's reason.
   */
  choose(
    prompt: Prompt,
    replies: readonly string[],
    signal: AbortSignal,
    onUsage?: (usage: TokenUsage) => void,
  ): Promise<readonly number[] | undefined>;
  /**
   * What it replies to a prompt: meant to be JSON of the form, and not checked to be. Empty where it says nothing.
   * @throws what `choose` throws.
   */
  write(prompt: Prompt, form: ReplyForm, signal: AbortSignal, onUsage?: (usage: TokenUsage) => void): Promise<string>;
}

/** A model whose opinion is asked on several prompts at once. */
export interface Adviser {
  readonly model: string;
  /**
   * How likely each of these one-word replies is to each prompt, as `LanguageModel.choose` says; undefined where it has no opinion.
   * Undefined as a whole when it cannot be asked: who asks goes on without it.
   * @throws the signal's reason.
   */
  choose(
    prompts: readonly Prompt[],
    replies: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly (readonly number[] | undefined)[] | undefined>;
}

/** What came of asking a model to write. */
export type Written =
  | { readonly kind: 'reply'; readonly text: string }
  /** It could not be asked in time, or refuses what it is asked. */
  | { readonly kind: 'away' };

/** A model that words what it is given. The same prompt has the same reply. */
export interface Writer {
  readonly model: string;
  /** @throws the signal's reason. */
  write(prompt: Prompt, form: ReplyForm, signal: AbortSignal): Promise<Written>;
}
