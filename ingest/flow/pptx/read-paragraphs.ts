import { elementAt, numberAt, type PartElement } from '../../archive/read-part-tree.ts';
import { cleanText } from '../../clean/clean-text.ts';
import { superscript } from '../../clean/superscript.ts';
import type { Bullet, Bullets, SlideParagraph } from './slide-shape.ts';

/** Levels that paragraphs of a slide can have (ECMA-376 part 1, 21.1.2.4). */
const LEVELS = 9;
/** Formats of numbers by how the names of their kinds begin (20.1.10.61), in the names that Word gives them. */
const FORMATS: readonly (readonly [string, string])[] = [
  ['alphaLc', 'lowerLetter'],
  ['alphaUc', 'upperLetter'],
  ['romanLc', 'lowerRoman'],
  ['romanUc', 'upperRoman'],
  ['circleNum', 'decimalEnclosedCircle'],
  ['ea1', 'chineseCounting'],
];

export interface ReadText {
  readonly paragraphs: readonly SlideParagraph[];
  readonly bullets: Bullets;
  readonly equations: readonly string[];
}

/** Paragraphs of a text body that have any text, and what their levels are marked with. */
export function readText(body: PartElement | undefined): ReadText {
  const equations: string[] = [];
  const paragraphs = (body?.children ?? []).filter(({ name }) => name === 'p').map((element) => readParagraph(element, equations));
  return { paragraphs: paragraphs.filter(({ text }) => text !== ''), bullets: readBullets(elementAt(body, 'lstStyle')), equations };
}

/** What a style of lists marks each level with. */
export function readBullets(style: PartElement | undefined): Bullets {
  const bullets = new Map<number, Bullet>();
  for (let level = 0; level < LEVELS; level += 1) {
    const bullet = readBullet(elementAt(style, `lvl${level + 1}pPr`));
    if (bullet !== undefined) bullets.set(level, bullet);
  }
  return bullets;
}

/** All text below an element, without formulas. */
export function allText(element: PartElement): string {
  if (element.name === 't') return element.text;
  return element.name === 'm' ? '' : element.children.map(allText).join('');
}

function readParagraph(element: PartElement, equations: string[]): SlideParagraph {
  const properties = elementAt(element, 'pPr');
  let text = '';
  let bold = 0;
  let isBold = true;
  let size: number | undefined;
  const take = (child: PartElement): void => {
    if (child.name === 'br') text += '\n';
    else if (child.name === 'AlternateContent') (elementAt(child, 'Choice') ?? elementAt(child, 'Fallback'))?.children.forEach(take);
    else if (child.name === 'm') equations.push(formulaText(child));
    else if (child.name === 'r' || child.name === 'fld') {
      const run = elementAt(child, 'rPr');
      const written = elementAt(child, 't')?.text ?? '';
      const piece = numberAt(run, 'baseline', 0) > 0 ? superscript(written) : written;
      isBold &&= /^(?:1|true)$/.test(run?.attributes.b ?? '') || piece.trim() === '';
      text += piece;
      if (isBold) bold = text.length;
      const own = numberAt(run, 'sz', 0);
      if (own > 0) size = Math.max(size ?? 0, own);
    }
  };
  element.children.forEach(take);
  const level = Math.min(LEVELS - 1, Math.max(0, Math.trunc(numberAt(properties, 'lvl', 0))));
  const bullet = readBullet(properties);
  const plain = cleanText(text);
  return {
    text: plain.trim() === '' ? '' : plain,
    level,
    bold,
    ...(size === undefined ? {} : { size }),
    ...(bullet === undefined ? {} : { bullet }),
  };
}

function formulaText(element: PartElement): string {
  return element.name === 't' ? element.text : element.children.map(formulaText).join('');
}

function readBullet(properties: PartElement | undefined): Bullet | undefined {
  const bullet = properties?.children.find(({ name }) => /^bu(?:None|Char|Blip|AutoNum)$/.test(name));
  if (bullet === undefined) return undefined;
  if (bullet.name === 'buNone') return { kind: 'none' };
  if (bullet.name !== 'buAutoNum') return { kind: 'sign' };
  const type = bullet.attributes.type ?? '';
  const format = FORMATS.find(([begin]) => type.startsWith(begin))?.[1] ?? 'decimal';
  return { kind: 'number', format, start: Math.max(1, Math.trunc(numberAt(bullet, 'startAt', 1))) };
}
