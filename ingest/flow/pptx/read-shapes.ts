import { elementAt, numberAt, type PartElement } from '../../archive/read-part-tree.ts';
import type { SpanningCell } from '../blocks/lay-out-table.ts';
import { readText } from './read-paragraphs.ts';
import type { Frame, PictureShape, Placeholder, SlideShape, TableShape } from './slide-shape.ts';

/** Columns that one cell may span; beyond is a mistake or an attack, not a table. */
const MAX_SPAN = 200;

/** Parts of pictures by the relations that shapes name. */
type Pictures = ReadonlyMap<string, string>;

/**
 * Shapes of a slide, a layout, a master or a page of notes, in the order of its file, behind the picture that is its background.
 * Pictures whose relation is not among `pictures` have no part.
 */
export function readShapes(part: PartElement | undefined, pictures: Pictures = new Map()): readonly SlideShape[] {
  const slide = elementAt(part, 'cSld');
  const ground = pictureIn(elementAt(slide, 'bg', 'bgPr'), pictures);
  const shown: readonly PictureShape[] = ground.part === undefined ? [] : [{ kind: 'picture', description: '', ...ground }];
  return [...shown, ...shapesIn(elementAt(slide, 'spTree'), pictures)];
}

function shapesIn(tree: PartElement | undefined, pictures: Pictures): readonly SlideShape[] {
  return (tree?.children ?? []).flatMap((element) => readShape(element, pictures));
}

function readShape(element: PartElement, pictures: Pictures): readonly SlideShape[] {
  switch (element.name) {
    case 'sp':
      return [readTextShape(element, pictures)];
    case 'grpSp':
      return [{ kind: 'group', shapes: shapesIn(element, pictures), ...placeOf(element, elementAt(element, 'grpSpPr', 'xfrm')) }];
    case 'pic': {
      const description = elementAt(element, 'nvPicPr', 'cNvPr')?.attributes.descr ?? '';
      return [
        {
          ...{ kind: 'picture', description, ...pictureIn(element, pictures) },
          ...placeholderIn(elementAt(element, 'nvPicPr')),
          ...placeOf(element, elementAt(element, 'spPr', 'xfrm')),
        },
      ];
    }
    case 'graphicFrame':
      return [readFrame(element)];
    case 'AlternateContent': {
      // Both say the same, the first one with more than older programs know.
      const chosen = elementAt(element, 'Choice') ?? elementAt(element, 'Fallback');
      return shapesIn(chosen, pictures);
    }
    default:
      return [];
  }
}

function readTextShape(element: PartElement, pictures: Pictures): SlideShape {
  const { part } = pictureIn(elementAt(element, 'spPr'), pictures);
  return {
    kind: 'text',
    ...readText(elementAt(element, 'txBody')),
    ...(part === undefined ? {} : { fill: part }),
    ...placeholderIn(elementAt(element, 'nvSpPr')),
    ...placeOf(element, elementAt(element, 'spPr', 'xfrm')),
  };
}

/** The picture that fills an element. */
function pictureIn(element: PartElement | undefined, pictures: Pictures): { readonly part?: string } {
  const part = pictures.get(elementAt(element, 'blipFill', 'blip')?.attributes['r:embed'] ?? '');
  return part === undefined ? {} : { part };
}

function placeholderIn(names: PartElement | undefined): { readonly placeholder?: Placeholder } {
  const mark = elementAt(names, 'nvPr', 'ph');
  return mark === undefined ? {} : { placeholder: { type: mark.attributes.type ?? 'obj', index: mark.attributes.idx ?? '0' } };
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
