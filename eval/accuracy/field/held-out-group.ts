import type { FieldQuestion } from './field-question.ts';

/**
 * Questions that are held out together when something is learnt from the others: those of one public set, since its documents share
 * wording and form, which weights would know; of one writer where no document answers.
 */
export function heldOutGroup({ id, places }: Pick<FieldQuestion, 'id' | 'places'>): string {
  return places[0]?.file.split('/')[0] ?? `writer ${id.slice(0, 1)}`;
}
