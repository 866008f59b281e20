import { isRunning, isTitle } from './slide-layout.ts';
import type { SlideShape, TextShape } from './slide-shape.ts';

/** Size of text that states none, in hundredths of a point: what programs begin text boxes with. */
const USUAL_SIZE = 1_800;
/** UTF-16 units of the longest text that is read as a title for its size. */
const LONGEST_TITLE = 80;

/**
 * The shape that holds the title of a slide: the place that its layout keeps for it or, where that is empty, the first text in
 * reading order if it is one short paragraph, larger than all other text on the slide.
 */
export function findTitle(shapes: readonly SlideShape[]): TextShape | undefined {
  const texts = textsIn(shapes).filter((shape) => shape.paragraphs.length > 0 && shape.isHidden !== true && !isRunning(shape));
  const placed = texts.find(isTitle);
  if (placed !== undefined) return placed;
  const [first, ...others] = texts;
  if (first?.paragraphs.length !== 1 || (first.paragraphs[0]?.text.length ?? 0) > LONGEST_TITLE) return undefined;
  const hasOther = others.length > 0 || shapes.some(({ kind }) => kind !== 'text');
  return hasOther && others.every((other) => sizeOf(other) < sizeOf(first)) ? first : undefined;
}

function textsIn(shapes: readonly SlideShape[]): readonly TextShape[] {
  return shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : shape.kind === 'group' ? textsIn(shape.shapes) : []));
}

function sizeOf({ paragraphs }: TextShape): number {
  return paragraphs.reduce((most, { size = USUAL_SIZE }) => Math.max(most, size), 0);
}
