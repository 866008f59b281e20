import type { Glyph, PageContent } from '../../layout/glyph.ts';
import { isWhite, isWide } from '../../layout/glyph.ts';
import type { Row } from '../../layout/rows.ts';
import type { PageStyle } from '../segment/page-state.ts';

/**
 * Share of the letters and digits in faces of fixed pitch from which running text is set in one: below, much of the document is code. Where
 * there are few at all the most of them tell: a plate or panel shows no code.
 */
const TYPEWRITTEN = { usual: 0.85, ofFew: 0.5 } as const;
const FEW = 400;
/**
 * Rows of which Chinese signs make up this share are running text, and from so many letters and digits these tell what Chinese running text
 * is set in: faces whose letters are half as wide as their signs have no others, and what stands between such rows may be all code.
 */
const CHINESE_ROW = 0.4;
const TELLING = 50;

/** Counts sizes, leading and edges over all pages and says what running text looks like. */
export class StyleFinder {
  private readonly sizes = new Map<number, { all: number; bold: number }>();
  private readonly letters = { mono: 0, all: 0 };
  private readonly amidChinese = { mono: 0, all: 0 };
  private readonly leadings = new Map<number, number>();
  private readonly lefts = new Map<number, number>();
  private readonly rights = new Map<number, number>();

  add(content: PageContent, allRows: readonly Row[]): void {
    for (const glyph of content.glyphs) {
      if (isWhite(glyph.text)) continue;
      if (!isWide(glyph.text)) count(this.letters, glyph);
      const size = Math.round(glyph.size * 2) / 2;
      const ofSize = this.sizes.get(size) ?? { all: 0, bold: 0 };
      ofSize.all += 1;
      if (glyph.bold) ofSize.bold += 1;
      this.sizes.set(size, ofSize);
    }
    for (const row of allRows) {
      const signs = row.pieces.flatMap(({ glyphs }) => glyphs).filter(({ text }) => !isWhite(text));
      const letters = signs.filter(({ text }) => !isWide(text));
      if (signs.length - letters.length < CHINESE_ROW * signs.length) continue;
      for (const glyph of letters) if (LETTER.test(glyph.text)) count(this.amidChinese, glyph);
    }
    const rows = allRows.filter((row) => row.pieces.length <= 2);
    rows.forEach((row, index) => {
      const glyphs = row.pieces.reduce((sum, piece) => sum + piece.glyphs.length, 0);
      if (glyphs < 15) return;
      add(this.lefts, Math.round(row.x0), glyphs);
      add(this.rights, Math.round(row.x1), glyphs);
      const below = rows[index + 1];
      if (below === undefined || Math.abs(below.size - row.size) > 0.3) return;
      const leading = (below.baseline - row.baseline) / row.size;
      if (leading > 0.9 && leading < 2.6) add(this.leadings, Math.round(leading * 20) / 20, 1);
    });
  }

  find(): Omit<PageStyle, 'title'> {
    const [bodySize, ofSize] = mostOf(this.sizes, (value) => value.all) ?? [10, { all: 1, bold: 0 }];
    return {
      bodySize,
      bodyBold: ofSize.bold > 0.6 * ofSize.all,
      bodyMono: this.isTypewritten(),
      leading: mostOf(this.leadings, (value) => value)?.[0] ?? 1.3,
      left: mostOf(this.lefts, (value) => value)?.[0] ?? 72,
      right: highShare(this.rights, 0.95),
    };
  }

  private isTypewritten(): boolean {
    const { mono, all } = this.amidChinese.all < TELLING ? this.letters : this.amidChinese;
    return mono > (this.letters.all < FEW ? TYPEWRITTEN.ofFew : TYPEWRITTEN.usual) * all;
  }
}

const LETTER = /[\p{L}\p{N}]/u;

function count(counts: { mono: number; all: number }, { mono }: Glyph): void {
  counts.all += 1;
  if (mono === true) counts.mono += 1;
}

function add(counts: Map<number, number>, value: number, by: number): void {
  counts.set(value, (counts.get(value) ?? 0) + by);
}

/** The most frequent value; of equal ones the smallest. */
function mostOf<Count>(counts: ReadonlyMap<number, Count>, weigh: (count: Count) => number): [number, Count] | undefined {
  return [...counts].sort(([a, x], [b, y]) => weigh(y) - weigh(x) || a - b)[0];
}

/** The value below which `share` of the weight lies. */
function highShare(counts: ReadonlyMap<number, number>, share: number): number {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let sum = 0;
  for (const [value, count] of sorted) {
    sum += count;
    if (sum >= share * total) return value;
  }
  return 0;
}
