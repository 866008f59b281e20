import { type Glyph, isWhite, type Stroke } from '../../layout/glyph.ts';

/** In sizes of the letter beside it: how wide an underscore is, how far from the base line and how far from its letters. */
const UNDERSCORE = { least: 0.2, most: 0.65, off: 0.12, gap: 0.2, over: 0.06 } as const;
/** Short strokes of a page; more are of a drawing or chart, and each is held against all lines. */
const MOST = 500;
/** What an underscore stands beside. */
const OF_WORD = /[\p{L}\p{N}_./\\-]$/u;

/**
 * The glyphs of a page with the underscores that it draws as rules, as TeX does in its older encodings (D. E. Knuth, The TeXbook, appendix B:
 * a rule of 0.3 em on the base line): without them `make_mysql_tables` is three words.
 * @param dashes short level strokes of the page; one that touches another is part of a longer line.
 * @param level its level strokes, some of the short ones among them.
 */
export function withDrawnUnderscores(glyphs: readonly Glyph[], dashes: readonly Stroke[], level: readonly Stroke[]): readonly Glyph[] {
  if (dashes.length > MOST) return glyphs;
  const single = dashes.filter(
    (dash) => !level.some((other) => isPartWith(dash, other)) && !dashes.some((other) => isPartWith(dash, other)),
  );
  if (single.length === 0) return glyphs;
  const places = new Map<string, Glyph[]>();
  const note = (glyph: Glyph) => {
    for (const column of new Set([columnOf(glyph.x0), columnOf(glyph.x1)])) {
      const key = `${Math.round(glyph.baseline)} ${column}`;
      const there = places.get(key);
      if (there === undefined) places.set(key, [glyph]);
      else there.push(glyph);
    }
  };
  for (const glyph of glyphs) if (!glyph.turned && !isWhite(glyph.text)) note(glyph);
  const drawn = [...single]
    .sort((a, b) => a.from - b.from || a.at - b.at)
    .flatMap((dash) => {
      const [row, column] = [Math.round(dash.at), columnOf(dash.from)];
      const around = NEAR.flatMap((down) => NEAR.flatMap((across) => places.get(`${row + down} ${column + across}`) ?? []));
      const beside = around.find((glyph) => standsBeside(dash, glyph));
      if (beside === undefined || around.some((glyph) => isOver(dash, glyph))) return [];
      const underscore: Glyph = { ...beside, text: '_', x0: dash.from, x1: dash.to };
      note(underscore);
      return [underscore];
    });
  return drawn.length === 0 ? glyphs : [...glyphs, ...drawn];
}

/** Lines and columns beside that of a dash in which its letters may stand. */
const NEAR = [-1, 0, 1] as const;
/** Points. */
const COLUMN = 20;

function columnOf(x: number): number {
  return Math.floor(x / COLUMN);
}

/** Points that strokes of one line are apart at most. */
const TOUCH = 0.3;

function isPartWith(dash: Stroke, other: Stroke): boolean {
  const isSame = other.from === dash.from && other.to === dash.to && other.at === dash.at;
  return !isSame && Math.abs(other.at - dash.at) <= TOUCH && other.from <= dash.to + TOUCH && other.to >= dash.from - TOUCH;
}

function standsBeside({ at, from, to }: Stroke, { text, size, baseline, x0, x1 }: Glyph): boolean {
  const [wide, gap] = [(to - from) / size, Math.max(from - x1, x0 - to) / size];
  const isAsWide = wide >= UNDERSCORE.least && wide <= UNDERSCORE.most;
  return (
    isAsWide && Math.abs(at - baseline) <= UNDERSCORE.off * size && gap >= -UNDERSCORE.over && gap <= UNDERSCORE.gap && OF_WORD.test(text)
  );
}

/** Whether a dash lies under a letter, as the line under a word does. */
function isOver({ from, to }: Stroke, { x0, x1, size }: Glyph): boolean {
  return Math.min(to, x1) - Math.max(from, x0) > UNDERSCORE.over * size;
}
