import { childrenOf, type XmlElement } from '../xml/xml-element.ts';
import { lengthOf, type StyleRules, type SvgStyle, styleOf } from './svg-style.ts';

/** One line of a text with the place and style that it begins with, in user units. */
export interface SvgLine {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly style: SvgStyle;
}

/** The lines of a text: a part that has a place of its own begins one, any other goes on. */
export function svgLines(element: XmlElement, style: SvgStyle, rules: StyleRules): readonly SvgLine[] {
  const lines: SvgLine[] = [];
  let [x, y] = [0, 0];
  const visit = (part: XmlElement, own: SvgStyle): void => {
    const em = lengthOf(own['font-size']) ?? 16;
    const place = (name: string): number | undefined => lengthOf(part.attributes[name]?.trim().split(/[\s,]+/u)[0], em);
    const [px, py, dx, dy] = [place('x'), place('y'), place('dx') ?? 0, place('dy') ?? 0];
    x = (px ?? x) + dx;
    y = (py ?? y) + dy;
    if (lines.length === 0 || px !== undefined || py !== undefined || dy !== 0) lines.push({ text: '', x, y, style: own });
    for (const piece of part.content) {
      const last = lines.at(-1);
      if (typeof piece === 'string') {
        if (last !== undefined) last.text += piece;
      } else if (piece.name === 'tspan' || piece.name === 'textPath' || piece.name === 'a') visit(piece, styleOf(piece, rules, own));
    }
  };
  visit(element, style);
  return lines;
}

/** Texts of all elements of a name, wherever they stand. */
export function textsOf(element: XmlElement, name: string): readonly string[] {
  const own = element.name === name ? [element.content.filter((piece) => typeof piece === 'string').join('')] : [];
  return [...own, ...childrenOf(element).flatMap((child) => textsOf(child, name))];
}
