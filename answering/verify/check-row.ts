import { foldText } from '../../kernel/index.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import type { SourceUnit } from './source-text.ts';

/**
 * A claim about a row may not hold a whole cell of another row of its table in place of the row's own: then name and value were taken
 * from two rows.
 */
export function checkRow(claim: ClaimParts, unit: SourceUnit, siblings: readonly SourceUnit[]): Check[] {
  const { cells } = unit;
  if (cells === undefined) return [];
  for (const sibling of siblings) {
    if (sibling.cells?.length !== cells.length) continue;
    const said = saidCells(claim.text, [...cells, ...sibling.cells]);
    const own = new Set(cells.map(({ text }) => plain(text)));
    const at = sibling.cells.findIndex((cell, place) => {
      const [words, here] = [plain(cell.text), cells[place]];
      return here?.column === cell.column && said.has(words) && !own.has(words) && plain(here.text) !== '' && !said.has(plain(here.text));
    });
    const [there, here] = [sibling.cells[at], cells[at]];
    if (there !== undefined && here !== undefined)
      return [{ name: 'row', outcome: 'contradicted', detail: `“${there.text}” stands in another row; this one says “${here.text}”` }];
  }
  return checkColumns(claim.text, cells);
}

/** A column that a claim names has to be one whose cell it holds, where it holds another cell beside the one that the row is known by. */
function checkColumns(claim: string, cells: NonNullable<SourceUnit['cells']>): Check[] {
  const said = saidCells(claim, cells);
  const [words, headers] = [plain(claim), cells.map(({ column }) => plain(column))];
  const isNamed = (at: number) => headers[at] !== '' && wholeAt(words, headers[at] ?? '') >= 0;
  const told = cells.map((_, at) => at).filter((at) => said.has(plain(cells[at]?.text ?? '')));
  if (told.filter((at) => !isNamed(at)).length < 2) return [];
  const foreign = cells.findIndex(
    ({ text }, at) => isNamed(at) && !told.includes(at) && plain(text) !== '' && !said.has(headers[at] ?? ''),
  );
  const named = cells[foreign];
  if (named === undefined) return [];
  return [{ name: 'row', outcome: 'contradicted', detail: `under “${named.column}” the row says “${named.text}”` }];
}

/** Words of the cells that a claim holds whole, the longest first, so that none is found within another one. */
function saidCells(claim: string, cells: readonly { readonly text: string }[]): ReadonlySet<string> {
  const all = [...new Set(cells.map(({ text }) => plain(text)))].filter((words) => /[\p{L}\p{N}]/u.test(words));
  let rest = plain(claim);
  const found = all
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .filter((words) => {
      const at = wholeAt(rest, words);
      if (at >= 0) rest = `${rest.slice(0, at)}\n${rest.slice(at + words.length)}`;
      return at >= 0;
    });
  return new Set(found);
}

function plain(text: string): string {
  return foldText(text)
    .text.replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.。]$/u, '');
}

function wholeAt(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!joins(text.charAt(at - 1), words.charAt(0)) && !joins(words.at(-1) ?? '', text.charAt(at + words.length))) return at;
  }
  return -1;
}

/** Of one word: letters or digits of a script that parts its words. */
function joins(left: string, right: string): boolean {
  const inWord = /[\p{sc=Latin}\p{N}]/u;
  return inWord.test(left) && inWord.test(right);
}
