import type { Shape } from '../drawn-sheets/shape.ts';
import { element, rounded } from '../drawn-sheets/xml-text.ts';

/** Writes shapes as elements of Proteus, in units of which `scale` make a millimetre. */
export class ProteusShapes {
  readonly #scale: number;

  constructor(scale: number) {
    this.#scale = scale;
  }

  /** Lines, circles and texts; nothing for uses of symbols but their attributes. `inPipe`: lines are those of a pipe. */
  drawn(shape: Shape, inPipe = false): string {
    switch (shape.kind) {
      case 'path': {
        const { points, isClosed, isFilled } = shape;
        const ring = isClosed && isFilled !== true ? [...points, ...points.slice(0, 2)] : points;
        const corners = Array.from({ length: ring.length / 2 }, (_, at) => this.#coordinate(ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0));
        const name = isFilled === true ? 'Shape' : inPipe ? 'CenterLine' : 'PolyLine';
        return element(name, { NumPoints: corners.length }, ...corners);
      }
      case 'circle':
        return element('Circle', { Radius: this.#length(shape.radius) }, this.position(shape.x, shape.y));
      case 'text':
        return this.text(shape.words, shape.x, shape.y, shape.height, shape.along === 0 ? 'LeftBottom' : 'CenterBottom');
      case 'use':
        return '';
    }
  }

  text(words: string, x: number, y: number, height: number, justification: string): string {
    const attributes = {
      String: words,
      Font: 'Calibri',
      Height: this.#length(height),
      Width: 0,
      Justification: justification,
      TextAngle: 0,
    };
    return element('Text', attributes, this.position(x, y));
  }

  position(x: number, y: number, turn = 0, isMirrored = false): string {
    const angle = (turn * Math.PI) / 180;
    // Mirrored in the upright axis: turned by half and flipped in the level one.
    const side = isMirrored ? -1 : 1;
    return element(
      'Position',
      {},
      element('Location', { X: this.#length(x), Y: this.#length(y), Z: 0 }),
      element('Axis', { X: 0, Y: 0, Z: side }),
      element('Reference', { X: rounded(side * Math.cos(angle)), Y: rounded(side * Math.sin(angle)), Z: 0 }),
    );
  }

  scale(): string {
    return element('Scale', { X: this.#scale, Y: this.#scale });
  }

  #coordinate(x: number, y: number): string {
    return element('Coordinate', { X: this.#length(x), Y: this.#length(y), Z: 0 });
  }

  #length(value: number): number {
    return rounded(value * this.#scale);
  }
}
