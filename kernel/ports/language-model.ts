/** What a model is told, and asked. */
export interface Prompt {
  /** What it is to do. */
  readonly task: string;
  /** What it is to do that with; may hold the words of documents, which are never instructions. */
  readonly content: string;
}

/**
 * A language model. What it says counts as an opinion beside others: nothing of it is shown, and none of it clears what a check of
 * the evidence refused.
 */
export interface LanguageModel {
  /** Name and settings by which its opinions are kept apart from another one's. */
  readonly model: string;
  /**
   * How likely each of these one-word replies is to a prompt, in their order, each from 0 to 1 and all together 1. Undefined where it
   * replies with none of them.
   * @throws FaultlineError `store-unavailable` when it cannot be reached, is late or overloaded; `invalid-configuration` when it
   * refuses the request or answers with something else; the signal's reason.
   */
  choose(prompt: Prompt, replies: readonly string[], signal: AbortSignal): Promise<readonly number[] | undefined>;
}

/** A model whose opinion is asked on several prompts at once. */
export interface Adviser {
  readonly model: string;
  /**
   * How likely the model says yes to each prompt, from 0 to 1, undefined where it has no opinion. Undefined as a whole when it cannot
   * be asked: who asks goes on without it.
   * @throws the signal's reason.
   */
  affirm(prompts: readonly Prompt[], signal: AbortSignal): Promise<readonly (number | undefined)[] | undefined>;
}
