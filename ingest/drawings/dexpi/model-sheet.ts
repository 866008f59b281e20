import type { DrawnIn, SheetBuilder } from '../model/sheet-builder.ts';
import { IDENTITY } from '../model/transform.ts';
import { childrenNamed, childrenOf, type XmlElement } from '../xml/xml-element.ts';
import { modelObject, pointsOf } from './model-object.ts';

const SHARES: readonly (readonly [RegExp, number])[] = [
  [/^Left/u, 0],
  [/^Right/u, 1],
];
const LEVELS: readonly (readonly [RegExp, 'base' | 'top'])[] = [
  [/Bottom$/u, 'base'],
  [/Top$/u, 'top'],
];
const UNSAID_HEIGHT = 2.5;

/**
 * Draws the diagram of a DEXPI 2.0 file: its texts, its lines, and where its symbols stand, whose shapes are in files of their own.
 * Gives the ids of the texts of each thing that a group represents.
 */
export function drawModel(root: XmlElement, builder: SheetBuilder): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  const places = placesOfNodes(root);
  let unnamed = 0;
  const plain: DrawnIn = { transform: IDENTITY, layer: '', isHidden: false };
  const visit = (element: XmlElement, place: DrawnIn, owner: string | undefined): void => {
    if (element.name !== 'Object') {
      for (const child of childrenOf(element)) visit(child, place, owner);
      return;
    }
    unnamed += 1;
    const object = modelObject(element, `#${unnamed}`);
    const { data } = object;
    const id = `${owner ?? ''}/${unnamed}`;
    const [x = 0, y = 0] = pointsOf(element, 'Position');
    const inside = (to: DrawnIn, of: string | undefined): void => {
      for (const held of childrenNamed(element, 'Components')) visit(held, to, of);
    };
    switch (object.className) {
      case 'Text': {
        const alignment = data.get('Alignment') ?? 'LeftBottom';
        const text = builder.text(
          {
            id,
            form: 'text',
            text: data.get('Text') ?? '',
            at: { x, y },
            rotation: Number(data.get('Rotation') ?? 0) || 0,
            setting: {
              height: Math.abs(Number(data.get('Size') ?? UNSAID_HEIGHT)) || UNSAID_HEIGHT,
              leftShare: SHARES.find(([form]) => form.test(alignment))?.[1] ?? 0.5,
              level: LEVELS.find(([form]) => form.test(alignment))?.[1] ?? 'middle',
            },
          },
          place,
        );
        if (text !== undefined && owner !== undefined) labels.set(owner, [...(labels.get(owner) ?? []), text]);
        return;
      }
      case 'PolyLine':
      case 'Line':
      case 'Polygon':
        builder.path(id, 'polyline', pointsOf(element, 'Points'), object.className === 'Polygon', place);
        return;
      case 'ConnectorLine': {
        const ends = ['Source', 'Target'].map((end) => places.get(object.references(end)[0] ?? '') ?? []);
        builder.path(id, 'polyline', [...(ends[0] ?? []), ...pointsOf(element, 'InnerPoints'), ...(ends[1] ?? [])], false, place);
        return;
      }
      case 'RepresentationGroup': {
        const [thing] = object.references('Represents');
        const isPipe = /^Piping(?:NetworkS|Node)/u.test(thing ?? '');
        if (thing === undefined || isPipe) inside(place, thing ?? owner);
        else builder.symbol(thing, thing, { x, y }, place, (symbol) => inside({ ...place, symbol }, thing));
        return;
      }
      default:
        inside(place, owner);
    }
  };
  visit(root, plain, undefined);
  return labels;
}

/** Where the nodes that lines end at stand, by the ids of their positions. */
function placesOfNodes(root: XmlElement): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, readonly number[]>();
  const visit = (element: XmlElement): void => {
    const { id, type } = element.attributes;
    if (id !== undefined && type?.endsWith('NodePosition') === true) places.set(id, pointsOf(element, 'Position'));
    for (const child of childrenOf(element)) visit(child);
  };
  visit(root);
  return places;
}
