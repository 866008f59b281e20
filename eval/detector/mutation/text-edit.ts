import type { Edit, EditWorld, SentenceStatement } from './statement.ts';

/** An edit of the words of one sentence. */
export type TextEdit = (statement: SentenceStatement, world: EditWorld) => string | undefined;

/** The edited sentence as one claim, held against what the sentence stands in; nothing where no word changed. */
export function ofText(edit: TextEdit): Edit {
  return (statement, world) => {
    if (statement.kind !== 'sentence') return undefined;
    const text = edit(statement, world);
    return text === undefined || text === statement.text
      ? undefined
      : { claims: [{ text }], sources: statement.sources, looksAt: 'verdicts' };
  };
}

/** Tries edits in turn. */
export function firstOf(...edits: readonly Edit[]): Edit {
  return (statement, world) => {
    for (const edit of edits) {
      const trial = edit(statement, world);
      if (trial !== undefined) return trial;
    }
    return undefined;
  };
}

/** All words that a checker of the statement is shown. */
export function shownText({ sources }: Pick<SentenceStatement, 'sources'>): string {
  return sources.map(({ text, context = '' }) => `${context}\n${text}`).join('\n');
}

/** The text with what stands at a place put in place of it. */
export function spliced(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** First letter large, as a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** First letter small, unless the word is a name or a code. */
export function uncapitalised(text: string): string {
  return /^(?:\p{Lu}\p{Ll}+(?![\p{L}\p{N}])|A )/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
