import type { DrawnIn, SheetBuilder } from '../model/sheet-builder.ts';
import { composed, IDENTITY, moved, scaled, type Transform, turned } from '../model/transform.ts';
import { childrenNamed, childrenOf, numberOf, type XmlElement } from '../xml/xml-element.ts';
import { drawProteusPath } from './draw-proteus-path.ts';

/** Elements of which nothing is drawn. */
const UNDRAWN: ReadonlySet<string> = new Set([
  'ShapeCatalogue',
  'GenericAttributes',
  'ConnectionPoints',
  'Association',
  'PersistentID',
  'Presentation',
  'PlantInformation',
  'MetaData',
]);
/** Elements that hold lines of pipes, which are parts of no symbol. */
const PLAIN: ReadonlySet<string> = new Set([
  'PlantModel',
  'Drawing',
  'DrawingBorder',
  'PipingNetworkSystem',
  'PipingNetworkSegment',
  'InformationFlow',
]);
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/^Left/iu, 0],
  [/^Right/iu, 1],
];
const LEVELS: readonly (readonly [RegExp, 'base' | 'top' | 'middle'])[] = [
  [/Bottom$/iu, 'base'],
  [/Top$/iu, 'top'],
];
/** Height of texts whose file does not say it; millimetres, as files say them. */
const UNSAID_HEIGHT = 2.5;

/** Draws a file of the Proteus schema and gives the ids of the texts of each thing, in reading order. */
export function drawProteus(root: XmlElement, builder: SheetBuilder): ReadonlyMap<string, readonly string[]> {
  const shapes = new Map(
    childrenNamed(root, 'ShapeCatalogue')
      .flatMap(childrenOf)
      .flatMap((shape) => (shape.attributes.ComponentName === undefined ? [] : [[shape.attributes.ComponentName, shape] as const])),
  );
  const labels = new Map<string, string[]>();
  let unnamed = 0;
  const idIn = (owner: string | undefined): string => {
    unnamed += 1;
    return owner === undefined ? `#${unnamed}` : `${owner}/${unnamed}`;
  };
  const drawIn = (element: XmlElement, place: DrawnIn, owner: string | undefined): void => {
    for (const child of childrenOf(element)) visit(child, place, owner);
  };
  const addText = (element: XmlElement, place: DrawnIn, owner: string | undefined): void => {
    const [location] = childrenNamed(element, 'Position').flatMap((position) => childrenNamed(position, 'Location'));
    const id = builder.text(
      {
        id: idIn(owner),
        form: 'text',
        text: (element.attributes.String ?? '').replace(/\r\n?|\\n/gu, '\n'),
        at: location === undefined ? { x: 0, y: 0 } : { x: numberOf(location, 'X'), y: numberOf(location, 'Y') },
        rotation: numberOf(element, 'TextAngle'),
        setting: {
          height: Math.abs(numberOf(element, 'Height', UNSAID_HEIGHT)) || UNSAID_HEIGHT,
          leftShare: SHARES.find(([form]) => form.test(element.attributes.Justification ?? 'Left'))?.[1] ?? 0.5,
          level: LEVELS.find(([form]) => form.test(element.attributes.Justification ?? 'Bottom'))?.[1] ?? 'middle',
        },
      },
      place,
    );
    if (owner === undefined || id === undefined) return;
    labels.set(owner, [...(labels.get(owner) ?? []), id]);
  };
  const visit = (element: XmlElement, outer: DrawnIn, owner: string | undefined): void => {
    if (UNDRAWN.has(element.name)) return;
    const place = { ...outer, layer: layerOf(element) ?? outer.layer };
    if (element.name === 'Text') {
      addText(element, place, owner);
      return;
    }
    if (drawProteusPath(element, place, idIn(owner), builder)) return;
    const { ID: id, ComponentName: name, ComponentClass: className } = element.attributes;
    // A label is part of what it is the label of.
    if (id === undefined || element.name === 'Label' || PLAIN.has(element.name)) {
      drawIn(element, place, PLAIN.has(element.name) ? (id ?? owner) : owner);
      return;
    }
    const shape = shapes.get(name ?? '');
    const local = placementOf(element);
    builder.symbol(id, name ?? className ?? element.name, { x: local.e, y: local.f }, place, (symbol) => {
      const inside = { ...place, symbol };
      if (shape !== undefined) drawIn(shape, { ...inside, transform: composed(place.transform, local) }, undefined);
      drawIn(element, inside, id);
    });
  };
  drawIn(root, { transform: IDENTITY, layer: '', isHidden: false }, undefined);
  return labels;
}

/** Where the shape of an element stands: moved, turned, mirrored where its axis points away, and scaled. */
function placementOf(element: XmlElement): Transform {
  const [position] = childrenNamed(element, 'Position');
  if (position === undefined) return IDENTITY;
  const [location, axis, reference] = ['Location', 'Axis', 'Reference'].map((name) => childrenNamed(position, name)[0]);
  const [scale] = childrenNamed(element, 'Scale');
  const at = location === undefined ? IDENTITY : moved(numberOf(location, 'X'), numberOf(location, 'Y'));
  const angle = reference === undefined ? 0 : (Math.atan2(numberOf(reference, 'Y'), numberOf(reference, 'X', 1)) * 180) / Math.PI;
  const side = axis !== undefined && numberOf(axis, 'Z', 1) < 0 ? -1 : 1;
  const [across, up] = scale === undefined ? [1, 1] : [numberOf(scale, 'X', 1), numberOf(scale, 'Y', 1)];
  return composed(composed(at, turned(angle)), scaled(across, side * up));
}

function layerOf(element: XmlElement): string | undefined {
  return childrenNamed(element, 'Presentation')[0]?.attributes.Layer;
}
