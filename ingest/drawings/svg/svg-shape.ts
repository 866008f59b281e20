import { arcPoints } from '../../plane/arc-points.ts';
import type { SubPath } from '../model/sub-path.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { pathData } from './path-data.ts';
import { lengthOf } from './svg-style.ts';
import { numbersOf } from './svg-transform.ts';

/** The strokes of an element that is a shape, in user units; undefined for any other element. */
export function svgShape({ name, attributes }: XmlElement): readonly SubPath[] | undefined {
  const at = (attribute: string): number => lengthOf(attributes[attribute]) ?? 0;
  switch (name) {
    case 'line':
      return [{ points: [at('x1'), at('y1'), at('x2'), at('y2')], isClosed: false, shape: 'line' }];
    case 'polyline':
    case 'polygon': {
      const points = numbersOf(attributes.points ?? '');
      const even = points.slice(0, points.length - (points.length % 2));
      const isClosed = name === 'polygon';
      return [{ points: even, isClosed, shape: even.length === 4 && !isClosed ? 'line' : 'polyline' }];
    }
    case 'rect': {
      const [x, y, width, height] = [at('x'), at('y'), at('width'), at('height')];
      return [{ points: [x, y, x + width, y, x + width, y + height, x, y + height], isClosed: true, shape: 'polyline' }];
    }
    case 'circle':
    case 'ellipse': {
      const radii = name === 'circle' ? ([at('r'), at('r')] as const) : ([at('rx'), at('ry')] as const);
      const middle = { x: at('cx'), y: at('cy') };
      const points = arcPoints({ middle, radii, turn: 0, from: 0, sweep: 2 * Math.PI });
      return [{ points, isClosed: true, shape: radii[0] === radii[1] ? 'circle' : 'curve' }];
    }
    case 'path':
      return pathData(attributes.d ?? '');
    default:
      return undefined;
  }
}
