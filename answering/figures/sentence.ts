import type { Field, TagGrammar } from '../../kernel/index.ts';
import type { Log, LogColumn } from './log-columns.ts';
import { means, type Token } from './token.ts';

/** A question being read: its tokens without the form of asking, and which of them the plan has taken up. */
export interface Sentence {
  readonly log: Log;
  readonly grammar: TagGrammar;
  readonly tokens: readonly Token[];
  readonly taken: ReadonlySet<Token>;
  take(...tokens: readonly (Token | undefined)[]): void;
  /** Keeps words from being read as anything else; until they are taken they are left over. */
  setAside(...tokens: readonly Token[]): void;
  isFree(token: Token): boolean;
  column(field: Field | undefined): LogColumn | undefined;
}

export function startSentence(log: Log, tokens: readonly Token[], grammar: TagGrammar): Sentence {
  const told = tokens.filter((token) => !isForm(token));
  const taken = new Set<Token>();
  const aside = new Set<Token>();
  return {
    log,
    grammar,
    tokens: told,
    taken,
    take(...some) {
      for (const token of some) if (token !== undefined) taken.add(token);
    },
    setAside(...some) {
      for (const token of some) aside.add(token);
    },
    isFree: (token) => !taken.has(token) && !aside.has(token),
    column: (field) => log.columns.find((one) => one.field === field),
  };
}

/** Words that only ask, and name nothing of this log. */
function isForm(token: Token): boolean {
  const others = [...token.meanings].filter(
    (meaning) => meaning !== 'form' && meaning !== 'history' && meaning !== 'collection' && !meaning.startsWith('column '),
  );
  return means(token, 'form') && others.length === 0 && token.fields.length === 0 && token.values.length === 0;
}
