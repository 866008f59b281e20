import { columnLabel, STOP_CHARACTERS, STOP_WORDS } from '../../ontology/index.ts';
import { wordsInOrder } from './differing-words.ts';
import type { SourceText } from './source-text.ts';
import { withoutUnit } from './verbatim.ts';

/**
 * Whether a claim is whole cells of a row put into a sentence, and beside them only what their columns are called: `Torque of M16:
 * 185 N·m`. Two cells at least, and no column may be named of which no cell is said: then a value would stand under another name.
 */
export function isToldRow(claim: string, { text, cells = [] }: SourceText): boolean {
  const filled = cells
    .map((cell) => ({
      cell,
      words: text
        .slice(cell.start, cell.end)
        .trim()
        .replace(/[.。]$/u, ''),
    }))
    .filter(({ words }) => words !== '')
    .sort((a, b) => b.words.length - a.words.length);
  let rest = ` ${claim.trim().replace(/[.。]$/u, '')} `;
  const said = filled.filter(({ words }) => {
    const at = wholeAt(rest, words);
    if (at < 0) return false;
    rest = `${rest.slice(0, at)} \u0000 ${rest.slice(at + words.length)}`;
    return true;
  });
  if (said.length < 2) return false;
  const names = said.map(({ cell }) => namesOf(cell.column, cell.role));
  const known = new Set(names.flat().flatMap(wordsInOrder));
  return wordsInOrder(rest).every((word) => known.has(word) || STOP_WORDS.has(word) || STOP_CHARACTERS.has(word));
}

function namesOf(column: string, role: Parameters<typeof columnLabel>[1]): readonly string[] {
  const header = withoutUnit(column);
  return header === ''
    ? []
    : [
        column,
        header,
        columnLabel(header, role, 'zh'),
        columnLabel(header, role, 'en'),
        columnLabel(header, undefined, 'zh'),
        columnLabel(header, undefined, 'en'),
      ];
}

/** Place of a cell's words that are no part of longer ones. */
function wholeAt(claim: string, words: string): number {
  for (let at = claim.indexOf(words); at >= 0; at = claim.indexOf(words, at + 1)) {
    if (!joins(claim.charAt(at - 1), words.charAt(0)) && !joins(words.at(-1) ?? '', claim.charAt(at + words.length))) return at;
  }
  return -1;
}

/** Of one word: both of a script that parts its words, or digits. */
function joins(left: string, right: string): boolean {
  const inWord = /[\p{sc=Latin}\p{N}]/u;
  return inWord.test(left) && inWord.test(right);
}
