import { ASKED_OF_DRAWINGS, type AskedOfDrawing } from './drawing-asking-words.ts';
import { DRAWING_ASKING_EN } from './en/drawing-asking.ts';
import { DRAWING_ASKING_ZH } from './zh/drawing-asking.ts';

const FORMS: ReadonlyMap<AskedOfDrawing, RegExp> = new Map(
  ASKED_OF_DRAWINGS.map((kind) => [kind, new RegExp([...DRAWING_ASKING_EN[kind], ...DRAWING_ASKING_ZH[kind]].join('|'), 'u')]),
);

/** All that a question asks of a drawing; `text` is folded, with `@` for each code. */
export function askedOfDrawings(text: string): readonly AskedOfDrawing[] {
  return ASKED_OF_DRAWINGS.filter((kind) => FORMS.get(kind)?.test(text));
}
