import { fold } from '../../kernel/index.ts';
import { type AskedOfDrawing, askedOfDrawings } from '../../ontology/index.ts';
import type { LinkedEntity, Question } from './question.ts';

/** What a question wants to know of a drawing, and of what. */
export interface AskedDrawing {
  readonly kinds: readonly AskedOfDrawing[];
  /** The thing that is asked about: the only code or name of equipment in the question. */
  readonly of: LinkedEntity;
}

/** Undefined where nothing of a drawing is asked, or not of one thing. */
export function askedOfDrawing({ text, entities }: Pick<Question, 'text' | 'entities'>): AskedDrawing | undefined {
  const [of, ...others] = entities;
  if (of === undefined || others.some(({ folded }) => folded !== of.folded)) return undefined;
  let masked = '';
  let last = 0;
  for (const { start, end } of entities) {
    masked += `${text.slice(last, start)} @ `;
    last = end;
  }
  const kinds = askedOfDrawings(fold(masked + text.slice(last)));
  return kinds.length === 0 ? undefined : { kinds, of };
}
