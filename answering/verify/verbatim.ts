import type { Cell } from '../../kernel/index.ts';
import { foldText, languageOf } from '../../kernel/index.ts';
import { columnLabel, readableHeader, splitSentences } from '../../ontology/index.ts';
import { foldTight, headerUnit, type SourceText } from './source-text.ts';

/**
 * Whether a claim is the source's own words: the whole text, whole sentences of it in order, or whole cells of a row in order,
 * each with or without its header. Part of a sentence is no quotation: it may have lost its negation or its condition.
 */
export function isVerbatim(claim: string, source: SourceText, sentences: readonly string[]): boolean {
  const said = bare(claim);
  if (said === '') return false;
  return (
    said === bare(source.text) ||
    runOf(said, sentences.map(bare)) ||
    (source.cells !== undefined && cellsOf(said, source.text, source.cells)) ||
    (source.printed !== undefined && isPrinted(said, source.printed))
  );
}

/**
 * Whether a claim is whole cells of a row in order, each without its header or under a name that its column has in either language:
 * the cells are verbatim, their labels need not be.
 */
export function isNamedRow(claim: string, { text, cells }: SourceText): boolean {
  if (cells === undefined) return false;
  return [foldTight(claim), bare(claim)].some((said) => said !== '' && cellsOf(said, text, cells, namesOf));
}

/** Names under which the words of a column may be shown. */
function namesOf({ column, role }: Cell): readonly string[] {
  const header = withoutUnit(column);
  if (header === '') return [];
  return [readableHeader(header), ...(['zh', 'en'] as const).map((language) => columnLabel(header, role, language))];
}

/** Whether a passage has these words when what stands above it is left away. */
function isPrinted(said: string, printed: string): boolean {
  const sentences = splitSentences(printed, languageOf(printed)).map(({ start, end }) => bare(printed.slice(start, end)));
  return said === bare(printed) || runOf(said, sentences);
}

/** Text without list marks, white space and the stops at its end. */
function bare(text: string): string {
  return foldTight(foldText(text).text.replace(/^[\s•·*\-–—]+|[\s.。;；!！]+$/gu, ''));
}

/** Whether consecutive sentences, joined, give the claim. */
function runOf(said: string, sentences: readonly string[]): boolean {
  const plain = (text: string) => text.replace(/[.。;；!！]/gu, '');
  return sentences.some((first, index) => {
    let joined = '';
    for (const sentence of first === '' ? [] : sentences.slice(index)) {
      joined += sentence;
      if (plain(joined).length > plain(said).length) return false;
      if (plain(joined) === plain(said)) return true;
    }
    return false;
  });
}

/** Whether cells of the row, in order and each whole, use the claim up; the longest way of writing a cell is tried first. */
function cellsOf(said: string, text: string, cells: readonly Cell[], names: (cell: Cell) => readonly string[] = () => []): boolean {
  const unitCell = cells.find((cell) => cell.role === 'unit');
  const rowUnit = unitCell === undefined ? '' : text.slice(unitCell.start, unitCell.end);
  let at = 0;
  for (const cell of cells) {
    const words = text.slice(cell.start, cell.end);
    if (foldTight(words) === '') continue;
    const unit = headerUnit(cell.column) ?? rowUnit;
    const headers = [cell.column, withoutUnit(cell.column), '', ...names(cell)].map((header) =>
      header === '' ? '' : foldTight(`${header}:`),
    );
    const forms = headers
      .flatMap((header) => [header + foldTight(`${words}${unit}`), header + foldTight(words), header + bare(words)])
      .sort((a, b) => b.length - a.length);
    const found = forms.find((form) => said.startsWith(form, at) && endsPiece(said, at + form.length));
    if (found !== undefined) at = skipSeparator(said, at + found.length);
  }
  return at >= said.length;
}

function endsPiece(said: string, at: number): boolean {
  return at >= said.length || said[at] === ';';
}

function skipSeparator(said: string, at: number): number {
  return said[at] === ';' ? at + 1 : at;
}

/** A column header without the unit that it gives. */
export function withoutUnit(column: string): string {
  if (headerUnit(column) === undefined) return column;
  return column.replace(/\s*[([（［][^()[\]（）［］]*[)\]）］]\s*$|\s*,\s*\S+$/u, '').trim();
}
