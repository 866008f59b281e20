/** An answer of some system with what it was made from, as a user's set has it. */
export interface AnswerRow {
  readonly id: string;
  /** Where the row stands: a line, a row. */
  readonly place: string;
  readonly question?: string;
  readonly answer: string;
  /** In the order in which they were retrieved. */
  readonly contexts: readonly string[];
  /** What a right answer says. */
  readonly reference?: string;
  /** Whether people found all of the answer supported by its contexts. */
  readonly isSupported?: boolean;
  /** What answers are told apart by: a task, a model, a category. */
  readonly form?: string;
}

/** A set as it was read: nothing of it is left out without being named. */
export interface AnswerSet {
  readonly layout: string;
  readonly rows: readonly AnswerRow[];
  /** What could not be read, or only in part, each with its place and the reason. */
  readonly problems: readonly string[];
}
