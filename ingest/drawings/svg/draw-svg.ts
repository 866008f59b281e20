import type { DrawnIn, SheetBuilder } from '../model/sheet-builder.ts';
import type { SubPath } from '../model/sub-path.ts';
import { composed, moved, scaled, type Transform, turned } from '../model/transform.ts';
import { childrenOf, type XmlElement } from '../xml/xml-element.ts';
import { svgLines, textsOf } from './svg-lines.ts';
import { svgShape } from './svg-shape.ts';
import { lengthOf, type SvgStyle, styleOf, styleRules } from './svg-style.ts';
import { numbersOf, svgTransform } from './svg-transform.ts';

/** Elements of which nothing is drawn where they stand; scripts and what is of no SVG are never looked at. */
const UNDRAWN: ReadonlySet<string> = new Set(
  'defs symbol marker clipPath mask pattern style title desc metadata script foreignObject image filter linearGradient radialGradient animate set'.split(
    ' ',
  ),
);
/** Uses within uses. */
const DEEPEST_USE = 64;
/** Height of capitals as a share of the size of a font. */
const CAPITALS = 0.73;
const USUAL_SIZE = 16;
const ANCHORS: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };
const LEVELS: Readonly<Record<string, 'top' | 'middle'>> = {
  middle: 'middle',
  central: 'middle',
  hanging: 'top',
  'text-before-edge': 'top',
};

interface Around {
  readonly place: DrawnIn;
  readonly style: SvgStyle;
  /** Ids of what is being used, outermost first. */
  readonly within: readonly string[];
}

/** Draws what an SVG file shows. `root`: from its units to those of the sheet. Gives what was left out, in sentences. */
export function drawSvg(svg: XmlElement, root: Transform, builder: SheetBuilder): readonly string[] {
  const rules = styleRules(textsOf(svg, 'style'));
  const byId = elementsById(svg);
  const outside = new Set<string>();
  let unnamed = 0;
  const idOf = (element: XmlElement, within: readonly string[]): string => {
    unnamed += 1;
    return [...within, element.attributes.id ?? `#${unnamed}`].join('/');
  };
  const inside = (element: XmlElement, around: Around): void => {
    for (const child of childrenOf(element)) visit(child, around);
  };
  const visit = (element: XmlElement, above: Around): void => {
    if (UNDRAWN.has(element.name) || builder.fault !== undefined) return;
    const style = styleOf(element, rules, above.style);
    const isHidden = above.place.isHidden || style.display === 'none' || style.visibility === 'hidden';
    const layer = layerOf(element) ?? above.place.layer;
    const transform = composed(above.place.transform, ownTransform(element));
    const around: Around = { ...above, style, place: { ...above.place, transform, layer, isHidden } };
    const strokes = svgShape(element);
    if (element.name === 'text') addTexts(element, around);
    else if (element.name === 'use') use(element, around);
    else if (strokes === undefined) inside(element, around);
    else {
      const id = idOf(element, above.within);
      for (const { shape, points, isClosed } of strokes) builder.path(id, shape, points, isClosed, around.place);
      for (const side of ['marker-start', 'marker-end'] as const) addMarker(side, strokes, around);
    }
  };
  const addTexts = (element: XmlElement, { place, style, within }: Around): void => {
    const id = idOf(element, within);
    for (const { text, x, y, style: own } of svgLines(element, style, rules)) {
      const height = CAPITALS * (lengthOf(own['font-size'], USUAL_SIZE) ?? USUAL_SIZE);
      const hung = { ...place, transform: composed(composed(place.transform, moved(x, y)), scaled(1, -1)) };
      const setting = {
        height,
        leftShare: ANCHORS[own['text-anchor'] ?? 'start'] ?? 0,
        level: LEVELS[own['dominant-baseline'] ?? ''] ?? ('base' as const),
      };
      builder.text({ id, form: 'text', text: text.replace(/\s+/gu, ' '), at: { x: 0, y: 0 }, rotation: 0, setting }, hung);
    }
  };
  const use = (element: XmlElement, around: Around): void => {
    const href = element.attributes.href ?? element.attributes['xlink:href'] ?? '';
    const used = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
    if (used === undefined) {
      outside.add(href);
      return;
    }
    const name = href.slice(1);
    if (around.within.includes(name) || around.within.length >= DEEPEST_USE) return;
    const at = moved(lengthOf(element.attributes.x) ?? 0, lengthOf(element.attributes.y) ?? 0);
    const place = { ...around.place, transform: composed(around.place.transform, at) };
    const id = idOf(element, around.within);
    builder.symbol(id, name, { x: 0, y: 0 }, place, (symbol) => {
      const within = { ...around, place: { ...place, symbol }, within: [...around.within, name] };
      if (used.name === 'symbol') inside(used, within);
      else visit(used, within);
    });
  };
  /** The head of an arrow that stands at an end of a line. */
  const addMarker = (side: 'marker-start' | 'marker-end', strokes: readonly SubPath[], around: Around): void => {
    const name = /^url\(\s*["']?#([^)"']+)/u.exec(around.style[side] ?? '')?.[1];
    const marker = name === undefined ? undefined : byId.get(name);
    const points = (side === 'marker-end' ? strokes.at(-1) : strokes[0])?.points ?? [];
    if (name === undefined || marker === undefined || points.length < 4 || around.within.includes(name)) return;
    const [x = 0, y = 0, nearX = 0, nearY = 0] =
      side === 'marker-end' ? [points.at(-2), points.at(-1), points.at(-4), points.at(-3)] : points.slice(0, 4);
    const sign = side === 'marker-end' ? 1 : -1;
    const angle = (Math.atan2(sign * (y - nearY), sign * (x - nearX)) * 180) / Math.PI;
    const thick = marker.attributes.markerUnits === 'userSpaceOnUse' ? 1 : (lengthOf(around.style['stroke-width']) ?? 1);
    const origin = moved(-(lengthOf(marker.attributes.refX) ?? 0), -(lengthOf(marker.attributes.refY) ?? 0));
    const turn = marker.attributes.orient === undefined ? 0 : angle;
    const hung = composed(composed(composed(moved(x, y), turned(turn)), scaled(thick, thick)), origin);
    const { 'marker-start': _start, 'marker-end': _end, ...style } = around.style;
    const place = { ...around.place, transform: composed(around.place.transform, hung) };
    inside(marker, { place, style, within: [...around.within, name] });
  };
  inside(svg, { place: { transform: root, layer: '', isHidden: false }, style: styleOf(svg, rules, {}), within: [] });
  return outside.size === 0 ? [] : [`${outside.size} uses of what is not in the file are left out; nothing outside it is fetched.`];
}

/** A part that is a drawing of its own has its own window. */
function ownTransform({ name, attributes }: XmlElement): Transform {
  const own = svgTransform(attributes.transform);
  if (name !== 'svg') return own;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => lengthOf(attributes[side]));
  const [left = 0, top = 0, wide = 0, high = 0] = numbersOf(attributes.viewBox ?? '');
  const at = composed(own, moved(x ?? 0, y ?? 0));
  if (wide <= 0 || high <= 0) return at;
  const scale = width === undefined || height === undefined ? 1 : Math.min(width / wide, height / high);
  return composed(composed(at, scaled(scale, scale)), moved(-left, -top));
}

/** A group that a drawing program takes for a layer. */
function layerOf({ name, attributes }: XmlElement): string | undefined {
  return name === 'g' && attributes['inkscape:groupmode'] === 'layer' ? (attributes['inkscape:label'] ?? attributes.id) : undefined;
}

function elementsById(svg: XmlElement): ReadonlyMap<string, XmlElement> {
  const all = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    const { id } = element.attributes;
    if (id !== undefined && !all.has(id)) all.set(id, element);
    for (const child of childrenOf(element)) visit(child);
  };
  visit(svg);
  return all;
}
