import { gravestStatus, SHEET_STATUSES, type SheetStatus } from '../../kernel/index.ts';
import { SHEET_STATUSES_EN } from './en/sheet-statuses.ts';
import { SHEET_STATUSES_ZH } from './zh/sheet-statuses.ts';

/** What a text says of the status of its sheet. */
interface StatedStatus {
  readonly status: SheetStatus;
  /** Its words say it of nothing but the sheet, wherever they stand; without, only their setting shows that they are a stamp. */
  readonly isSure: boolean;
}

const LANGUAGES = [SHEET_STATUSES_EN, SHEET_STATUSES_ZH];
/** UTF-16 units of a stamp at most: more is a note that speaks of one. */
const LONGEST_STAMP = 120;

interface Piece {
  readonly pattern: RegExp;
  readonly status?: SheetStatus;
  readonly isSure?: boolean;
  readonly isFrame?: boolean;
}

/** Words with a border where Latin letters or digits would go on; Chinese has none. */
function wordsPattern(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(`^(?:${longestFirst.join('|')})(?!(?<=[a-z])[a-z0-9])`, 'u');
}

const TAIL = wordsPattern(LANGUAGES.flatMap(({ tail }) => tail));
const PIECES: readonly Piece[] = [
  ...SHEET_STATUSES.toReversed().flatMap((status): Piece[] => [
    { pattern: wordsPattern(LANGUAGES.flatMap(({ sure }) => sure[status])), status, isSure: true },
  ]),
  ...SHEET_STATUSES.toReversed().flatMap((status): Piece[] => [
    { pattern: wordsPattern(LANGUAGES.flatMap(({ other }) => other[status])), status },
  ]),
  { pattern: wordsPattern(LANGUAGES.flatMap(({ frame }) => frame)), isFrame: true },
  // Dates and numbers, with signs.
  { pattern: /^[\d\p{P}\p{S}\s年月日]+/u },
  { pattern: /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?![a-z])/u },
];

/**
 * The status of a sheet that a text as a whole says: a status alone, in several languages, with a date, in a sentence about the
 * sheet, or with what replaces it. Undefined for any other text, as one in which something else is void.
 */
export function sheetStatus(text: string): StatedStatus | undefined {
  if (text.length > LONGEST_STAMP) return undefined;
  let rest = plainStamp(text);
  const found: SheetStatus[] = [];
  let isSure = false;
  while (rest !== '') {
    if (found.length > 0 && TAIL.test(rest)) break;
    let longest: { readonly piece: Piece; readonly length: number } | undefined;
    for (const piece of PIECES) {
      const length = piece.pattern.exec(rest)?.[0].length ?? 0;
      if (length > (longest?.length ?? 0)) longest = { piece, length };
    }
    if (longest === undefined) return undefined;
    const { piece, length } = longest;
    if (piece.status !== undefined) found.push(piece.status);
    isSure ||= piece.isSure === true || piece.isFrame === true;
    rest = rest.slice(length).trimStart();
  }
  const status = gravestStatus(found);
  return status === undefined ? undefined : { status, isSure: isSure || rest !== '' };
}

/** Lower case, without hyphens and blanks that only space letters out (`V O I D`). */
function plainStamp(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/gu, ' ')
    .replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
    .replace(/(?<![a-z])(?:[a-z] ){2,}[a-z](?![a-z])/gu, (spaced) => spaced.replaceAll(' ', ''))
    .trim();
}
