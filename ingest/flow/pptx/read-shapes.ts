import { elementAt, numberAt, type PartElement } from '../../archive/read-part-tree.ts';
import type { SpanningCell } from '../blocks/lay-out-table.ts';
import { readText } from './read-paragraphs.ts';
import type { Frame, SlideShape, TableShape } from './slide-shape.ts';

/** Columns that one cell may span; beyond is a mistake or an attack, not a table. */
const MAX_SPAN = 200;

/** Shapes of a slide, a layout, a master or a page of notes, in the order of its file. */
export function readShapes(part: PartElement | undefined): readonly SlideShape[] {
  return shapesIn(elementAt(part, 'cSld', 'spTree'));
}

function shapesIn(tree: PartElement | undefined): readonly SlideShape[] {
  return (tree?.children ?? []).flatMap(readShape);
}

function readShape(element: PartElement): readonly SlideShape[] {
  switch (element.name) {
    case 'sp':
      return [readTextShape(element)];
    case 'grpSp':
      return [{ kind: 'group', shapes: shapesIn(element), ...placeOf(element, elementAt(element, 'grpSpPr', 'xfrm')) }];
    case 'pic': {
      const description = elementAt(element, 'nvPicPr', 'cNvPr')?.attributes.descr ?? '';
      return [{ kind: 'picture', description, ...placeOf(element, elementAt(element, 'spPr', 'xfrm')) }];
    }
    case 'graphicFrame':
      return [readFrame(element)];
    case 'AlternateContent': {
      // Both say the same, the first one with more than older programs know.
      const chosen = elementAt(element, 'Choice') ?? elementAt(element, 'Fallback');
      return shapesIn(chosen);
    }
    default:
      return [];
  }
}

function readTextShape(element: PartElement): SlideShape {
  const mark = elementAt(element, 'nvSpPr', 'nvPr', 'ph');
  const placeholder = mark === undefined ? undefined : { type: mark.attributes.type ?? 'obj', index: mark.attributes.idx ?? '0' };
  return {
    kind: 'text',
    ...readText(elementAt(element, 'txBody')),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...placeOf(element, elementAt(element, 'spPr', 'xfrm')),
  };
}

function readFrame(element: PartElement): SlideShape {
  const place = placeOf(element, elementAt(element, 'xfrm'));
  const data = elementAt(element, 'graphic', 'graphicData');
  const table = elementAt(data, 'tbl');
  if (table !== undefined) return { kind: 'table', ...readTable(table), ...place };
  const relation = elementAt(data, 'relIds')?.attributes['r:dm'];
  if (relation !== undefined) return { kind: 'diagram', relation, ...place };
  return { kind: /chart/i.test(data?.attributes.uri ?? '') ? 'chart' : 'object', ...place };
}

/** Rows with the cells that are drawn, and the texts of those that a span covers. */
function readTable(table: PartElement): Omit<TableShape, 'kind'> {
  const covered: string[] = [];
  const rows = table.children
    .filter(({ name }) => name === 'tr')
    .map((row) =>
      row.children
        .filter(({ name }) => name === 'tc')
        .flatMap((cell): readonly SpanningCell[] => {
          const { paragraphs } = readText(elementAt(cell, 'txBody'));
          const text = paragraphs.map((paragraph) => paragraph.text.trim()).join('\n');
          if (!isSet(cell, 'hMerge') && !isSet(cell, 'vMerge')) {
            return [{ text, columns: spanOf(cell, 'gridSpan'), rows: spanOf(cell, 'rowSpan') }];
          }
          if (text !== '') covered.push(text);
          return [];
        }),
    );
  return { rows, covered, isHeaded: isSet(elementAt(table, 'tblPr'), 'firstRow') };
}

function spanOf(cell: PartElement, attribute: string): number {
  const value = numberAt(cell, attribute, 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1;
}

function isSet(element: PartElement | undefined, attribute: string): boolean {
  return /^(?:1|true)$/.test(element?.attributes[attribute] ?? '');
}

function placeOf(element: PartElement, transform: PartElement | undefined): { readonly frame?: Frame; readonly isHidden?: true } {
  const names = element.children.find(({ name }) => name.startsWith('nv'));
  const isHidden = isSet(elementAt(names, 'cNvPr'), 'hidden');
  const offset = elementAt(transform, 'off');
  const extent = elementAt(transform, 'ext');
  return {
    ...(offset === undefined || extent === undefined
      ? {}
      : {
          frame: {
            x: numberAt(offset, 'x', 0),
            y: numberAt(offset, 'y', 0),
            width: Math.max(0, numberAt(extent, 'cx', 0)),
            height: Math.max(0, numberAt(extent, 'cy', 0)),
          },
        }),
    ...(isHidden ? { isHidden } : {}),
  };
}
