import { arcPoints } from '../../plane/arc-points.ts';
import type { DrawingPath } from '../model/drawing.ts';
import type { DrawnIn, SheetBuilder } from '../model/sheet-builder.ts';
import { childrenNamed, childrenOf, numberOf, type XmlElement } from '../xml/xml-element.ts';

const FULL = 2 * Math.PI;
const LINES: Readonly<Record<string, DrawingPath['shape']>> = {
  Line: 'polyline',
  PolyLine: 'polyline',
  CenterLine: 'polyline',
  Shape: 'polyline',
  BsplineCurve: 'curve',
};

/** Draws an element that is a line of some form; false for any other. Coordinates are in units of where it is drawn. */
export function drawProteusPath(element: XmlElement, place: DrawnIn, id: string, builder: SheetBuilder): boolean {
  const line = LINES[element.name];
  if (line !== undefined) {
    const points = childrenNamed(element, 'Coordinate').flatMap((one) => [numberOf(one, 'X'), numberOf(one, 'Y')]);
    const isClosed = element.name === 'Shape' || isRing(points);
    builder.path(id, points.length === 4 ? 'line' : line, isClosed && isRing(points) ? points.slice(0, -2) : points, isClosed, place);
    return true;
  }
  if (element.name === 'Circle' || element.name === 'Ellipse') {
    addArc(element, 0, FULL, place, id, builder);
    return true;
  }
  if (element.name !== 'TrimmedCurve') return element.name === 'CompositeCurve' && drawParts(element, place, id, builder);
  const [basis] = childrenOf(element).filter(({ name }) => name === 'Circle' || name === 'Ellipse');
  const [from, to] = [radians(numberOf(element, 'StartAngle')), radians(numberOf(element, 'EndAngle', 360))];
  if (basis !== undefined) addArc(basis, from, (((to - from) % FULL) + FULL) % FULL || FULL, place, id, builder);
  return true;
}

function drawParts(element: XmlElement, place: DrawnIn, id: string, builder: SheetBuilder): true {
  for (const part of childrenOf(element)) drawProteusPath(part, place, builder.idOf(id), builder);
  return true;
}

function addArc(element: XmlElement, from: number, sweep: number, place: DrawnIn, id: string, builder: SheetBuilder): void {
  const [position] = childrenNamed(element, 'Position');
  const [location] = position === undefined ? [] : childrenNamed(position, 'Location');
  const [reference] = position === undefined ? [] : childrenNamed(position, 'Reference');
  const radius = numberOf(element, 'Radius');
  const radii = [Math.abs(numberOf(element, 'PrimaryAxis', radius)), Math.abs(numberOf(element, 'SecondaryAxis', radius))] as const;
  const middle = { x: location === undefined ? 0 : numberOf(location, 'X'), y: location === undefined ? 0 : numberOf(location, 'Y') };
  const turn = reference === undefined ? 0 : Math.atan2(numberOf(reference, 'Y'), numberOf(reference, 'X', 1));
  const isWhole = sweep >= FULL;
  const shape = !isWhole ? 'arc' : radii[0] === radii[1] ? 'circle' : 'curve';
  builder.path(id, shape, arcPoints({ middle, radii, turn, from, sweep }), isWhole, place);
}

function isRing(points: readonly number[]): boolean {
  return points.length > 6 && points[0] === points.at(-2) && points[1] === points.at(-1);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
