import { RECOGNITION_FLOOR } from '../../../kernel/index.ts';
import type { Glyph } from '../../layout/glyph.ts';
import type { PageElements } from '../../layout/page-elements.ts';
import type { Row } from '../../layout/rows.ts';

type PageElement = PageElements['elements'][number];
type Line = Extract<PageElement, { kind: 'line' }>;

/** What of a picture is text, and what are marks of the things drawn in it. */
export interface PartedElements {
  readonly said: readonly PageElement[];
  readonly callouts: readonly Line[];
}

/** Lines of one label stand no further below each other than so many of their heights. */
const APART = 0.8;
/** Chinese signs, or letters of two words and more, that a text has at the least. */
const SIGNS = 4;
const LETTERS = 6;

/**
 * Parts the lines of a picture. A line is text by what stands with it: of lines close below each other several words are said together; a
 * number, a letter, a measure or a single word that stands alone is told by the thing it points at, which no reader of text sees. What was
 * recognised unsurely makes no text of what is drawn, and is kept where it stands in one.
 */
export function partCallouts(elements: readonly PageElement[]): PartedElements {
  const lines = elements.filter((element): element is Line => element.kind === 'line');
  const said = new Set<PageElement>();
  // Of a line without one sure sign nothing is known but that there is ink.
  const sure = lines.filter(({ row }) => sureText(row).trim() !== '');
  for (const group of groupsOf(sure)) {
    if (isSaid(group.map(({ row }) => sureText(row)).join(' '))) for (const line of group) said.add(line);
  }
  const isText = (element: PageElement): boolean =>
    element.kind === 'line' ? said.has(element) : element.kind === 'table' && hasWords(element);
  return { said: elements.filter(isText), callouts: lines.filter((line) => !said.has(line)) };
}

function groupsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const beside = groups.find((group) => group.some((other) => isBelow(other, line)));
    if (beside === undefined) groups.push([line]);
    else beside.push(line);
  }
  return groups;
}

function isBelow({ row: one }: Line, { row: other }: Line): boolean {
  const gap = Math.max(one.y0, other.y0) - Math.min(one.y1, other.y1);
  return gap <= APART * Math.min(one.size, other.size) && Math.min(one.x1, other.x1) > Math.max(one.x0, other.x0);
}

function hasWords({ table }: Extract<PageElement, { kind: 'table' }>): boolean {
  const text = table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(sureText))).join(' ');
  return table.rows.length > 1 && isSaid(text);
}

function sureText({ pieces }: Row): string {
  const isSure = ({ recognised }: Glyph) => (recognised?.confidence ?? 1) >= RECOGNITION_FLOOR;
  return pieces.map(({ glyphs }) => glyphs.map((glyph) => (isSure(glyph) ? glyph.text : '')).join('')).join(' ');
}

function isSaid(text: string): boolean {
  const chinese = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return chinese >= SIGNS || (letters >= LETTERS && text.trim().split(/\s+/u).length > 1);
}
