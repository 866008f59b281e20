import type { RecognisedCounts } from '../scan/recognised-counts.ts';

/** Why a picture on a page was not read. */
export const UNREAD_FIGURES = ['damaged', 'not recognised', 'beyond the number that is read'] as const;
export type UnreadFigure = (typeof UNREAD_FIGURES)[number];

/** What was done so far about the pictures that stand on pages among text. */
export interface FigureCounts {
  /** Pictures in which lines were looked for. */
  readonly looked: number;
  /** Lines that were found in those that were read. */
  readonly lines: number;
  readonly unread: number;
  /** Pages of the first unread ones, each once, by why. */
  readonly pages: Readonly<Partial<Record<UnreadFigure, readonly number[]>>>;
  /** Absent where none was read. */
  readonly recognised?: RecognisedCounts;
}

export const NO_FIGURES: FigureCounts = { looked: 0, lines: 0, unread: 0, pages: {} };

const MOST_LISTED = 200;

/** The counts with one more picture that was not read. */
export function countUnreadFigure(counts: FigureCounts, why: UnreadFigure, page: number): FigureCounts {
  const before = counts.pages[why] ?? [];
  const pages = before.includes(page) || before.length >= MOST_LISTED ? before : [...before, page];
  return { ...counts, unread: counts.unread + 1, pages: { ...counts.pages, [why]: pages } };
}

/** What a person is told of the pictures that were not read. */
export function figureWarnings({ pages }: FigureCounts): readonly string[] {
  return UNREAD_FIGURES.flatMap((why) => {
    const listed = pages[why] ?? [];
    if (listed.length === 0) return [];
    const more = listed.length >= MOST_LISTED ? ' and others' : '';
    return [`Pictures on ${listed.length === 1 ? 'page' : 'pages'} ${listed.join(', ')}${more} are not read: ${REASONS[why]}.`];
  });
}

const REASONS: Readonly<Record<UnreadFigure, string>> = {
  damaged: 'their data are damaged',
  'not recognised': 'their text could not be recognised',
  'beyond the number that is read': 'the document has more of them than are read; upload its parts',
};
