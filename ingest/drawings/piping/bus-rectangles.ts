import type { DrawingElement, DrawingPath, DrawingSheet } from '../model/drawing.ts';

/** Of a bus that is drawn as a rectangle: heights of the usual tag that it is wide at most, and how often it is as long as wide at least. */
const WIDEST = 1.2;
const SLENDER = 10;

/** A sheet in which each slender rectangle is the line that runs through it, as other offices draw a bus. */
export function withBusLines(sheet: DrawingSheet, height: number): DrawingSheet {
  return { ...sheet, elements: sheet.elements.map((element) => busLine(element, height) ?? element) };
}

function busLine(element: DrawingElement, height: number): DrawingPath | undefined {
  if (element.kind !== 'path' || !element.isClosed || element.shape !== 'polyline') return undefined;
  const { points, box } = element;
  if (
    points.length < 8 ||
    points.length > 10 ||
    !points.every((value, at) => isEdge(value, at % 2 === 0 ? [box.x0, box.x1] : [box.y0, box.y1]))
  )
    return undefined;
  const [width, tall] = [box.x1 - box.x0, box.y1 - box.y0];
  const thickness = Math.min(width, tall);
  if (thickness > WIDEST * height || Math.max(width, tall) < SLENDER * thickness) return undefined;
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const through = width > tall ? [box.x0, y, box.x1, y] : [x, box.y0, x, box.y1];
  return { ...element, shape: 'line', isClosed: false, points: through };
}

function isEdge(value: number, edges: readonly [number, number]): boolean {
  const near = (edges[1] - edges[0] + 1e-9) * 1e-3;
  return edges.some((edge) => Math.abs(value - edge) <= near);
}
