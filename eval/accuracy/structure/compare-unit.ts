import { type Passage, sectionDepth } from '../../../kernel/index.ts';
import { columnsOf } from './columns-of.ts';
import { findDisorder } from './find-disorder.ts';
import type { FoundElement } from './find-elements.ts';
import { opensWith } from './mark-passage.ts';
import type { ReadDocument } from './read-document.ts';
import type { StructureUnit } from './structure-unit.ts';
import { hasMark, textMark } from './text-mark.ts';

/** A picture's name in the source: read, but nothing of it is printed. */
const PICTURE = /\/image\/\d+$/;

const NAMELESS = textMark('');

/**
 * How an element of the product differs from a unit, each difference with what the product has; empty where it is right.
 * `source`: the lines of the unit, where its document is a text file.
 */
export function compareUnit(
  unit: StructureUnit,
  element: FoundElement,
  { passages, columns }: ReadDocument,
  source: string | undefined,
): readonly string[] {
  const own = unit.extent === 'own' ? ownOf(element.passages) : element.passages;
  const printed = own.filter(isPrinted);
  const body =
    unit.kind === 'section' ? printed.slice(1).filter((one) => sectionDepth(one) === undefined) : printed.filter(isMember(unit, element));
  const following = passages.slice((own.at(-1)?.order ?? 0) + 1).find(isPrinted);
  const [first] = body;
  const last = body.at(-1);
  const [fewest, most] = unit.elements;
  const wrong: string[] = [];
  if (!element.whole) wrong.push('not whole');
  if (!opensWith(first, unit.first)) wrong.push(`first: ${shown(first)}`);
  if (!opensWith(last, unit.last)) wrong.push(`last: ${shown(last)}`);
  if (!unit.after.some((mark) => (mark === null ? following === undefined : opensWith(following, [mark]))))
    wrong.push(`after: ${shown(following)}`);
  if (body.length < fewest || body.length > most)
    wrong.push(`elements: ${body.length} instead of ${fewest === most ? fewest : `${fewest} to ${most}`}`);
  wrong.push(...compareTitles(unit, element, passages));
  if (unit.kind === 'table') {
    const header = columns ?? columnsOf(element.passages, passages);
    const isSame = unit.header.some(
      (names) => header.length === names.length && names.every((mark, index) => isColumn(header[index] ?? '', mark, index)),
    );
    if (!isSame) wrong.push(`header: ${header.join(' | ') || 'none'}`);
  }
  const disorder = findDisorder(unit.kind === 'section' ? printed : body, source);
  if (disorder.length > 0) wrong.push(`order: ${disorder.slice(0, 3).join('; ')}`);
  return wrong;
}

/**
 * Titles above and the lead-in. A line in bold directly above an element is its lead-in or the title of a section that begins with
 * it: markup does not tell, so either is right.
 */
function compareTitles(unit: StructureUnit, element: FoundElement, passages: readonly Passage[]): readonly string[] {
  const chain = titlesOf(unit, element, passages);
  const marks = chain.map((title) => textMark(title));
  const isRight = (titles: readonly string[]): boolean => isRightChain(titles, unit.headings);
  const [first] = element.passages;
  const leadIn = unit.kind === 'section' ? undefined : first?.structure.leadIn?.text;
  const isTitled =
    leadIn === undefined && !unit.leadIn.includes(null) && first !== undefined && first.structure.section === first.order - 1;
  if (isTitled && unit.leadIn.includes(marks.at(-1) ?? null) && isRight(marks.slice(0, -1))) return [];
  return [
    ...(isRight(marks) ? [] : [`headings: ${chain.join(' > ') || 'none'}`]),
    ...(unit.leadIn.includes(leadIn === undefined ? null : textMark(leadIn)) ? [] : [`lead-in: ${leadIn?.slice(0, 60) ?? 'none'}`]),
  ];
}

/** Of the titles that may stand before (title pages, front matter) a chain has all that a reader saw, none, or the inner ones. */
function isRightChain(titles: readonly string[], right: StructureUnit['headings']): boolean {
  const endsWith = (chain: readonly string[], end: readonly string[]) =>
    end.length > 0 && chain.length > end.length && chain.slice(-end.length).join() === end.join();
  const isSame = right.some((chain) => chain.join() === titles.join());
  return isSame || (right.some((chain) => endsWith(chain, titles)) && right.some((chain) => endsWith(titles, chain)));
}

/** A column without a name is called by its number. */
function isColumn(name: string, mark: string, index: number): boolean {
  return hasMark(name, mark) || (mark === NAMELESS && name === `column ${index + 1}`);
}

/** A header is the name of columns, no text of its own; the name of a picture is not printed. */
function isPrinted({ kind, anchors }: Passage): boolean {
  return kind !== 'table' && !anchors.some((anchor) => anchor.kind === 'block' && PICTURE.test(anchor.path));
}

/** The heading and what stands in its section itself, up to the next heading. */
function ownOf(passages: readonly Passage[]): readonly Passage[] {
  const end = passages.findIndex((passage, index) => index > 0 && sectionDepth(passage) !== undefined);
  return end === -1 ? passages : passages.slice(0, end);
}

/** Rows of a table; of a list its outermost items. */
function isMember({ kind }: StructureUnit, { place, passages }: FoundElement): (passage: Passage) => boolean {
  if (kind === 'table') return ({ structure }) => structure.table === place.opening;
  const level = passages[0]?.structure.level;
  return ({ structure }) => structure.list === place.opening && structure.level === level;
}

/** Titles of the sections around an element, that of a section itself included. */
function titlesOf({ kind }: StructureUnit, { passages: [first] }: FoundElement, passages: readonly Passage[]): readonly string[] {
  const open: { readonly depth: number; readonly text: string }[] = [];
  for (const passage of passages.slice(0, (first?.order ?? 0) + (kind === 'section' ? 1 : 0))) {
    const depth = sectionDepth(passage);
    if (depth === undefined) continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    open.push({ depth, text: passage.text });
  }
  return open.map(({ text }) => text);
}

function shown(passage: Passage | undefined): string {
  return passage === undefined ? 'nothing' : `${passage.kind} "${passage.text.slice(0, 50)}"`;
}
