import { assertNever } from '../../../kernel/index.ts';
import type { SlideParagraph, SlideShape } from './slide-shape.ts';

/** All texts of a shape, for listing those that are in no passage; `diagrams` by the relations that shapes name. */
export function shapeTexts(shape: SlideShape, diagrams: ReadonlyMap<string, readonly SlideParagraph[]>): readonly string[] {
  switch (shape.kind) {
    case 'text':
      return [...shape.paragraphs.map(({ text }) => text), ...shape.equations];
    case 'table':
      return [...shape.rows.flat().map(({ text }) => text), ...shape.covered].filter((text) => text !== '');
    case 'group':
      return shape.shapes.flatMap((inner) => shapeTexts(inner, diagrams));
    case 'picture':
      return shape.description.trim() === '' ? [] : [shape.description];
    case 'diagram':
      return (diagrams.get(shape.relation) ?? []).map(({ text }) => text);
    case 'chart':
    case 'object':
      return [];
    default:
      return assertNever(shape);
  }
}
