import type { Box, TagGrammar } from '../../../kernel/index.ts';
import { findConcepts } from '../../../ontology/index.ts';
import { around } from '../model/box-of.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import type { PlacedText } from './placed-text.ts';

/** Texts that are put together as one label, in reading order. */
export interface TextGroup {
  readonly parts: readonly PlacedText[];
  readonly text: string;
  readonly box: Box;
}

/** Lines of a tag in a balloon at most. */
const MOST_LINES = 3;
/** Heights of the text inside that a balloon measures at most. */
const WIDEST_BALLOON = 14;
/** Texts around a balloon at most: where there are more, nothing can be told from their places. */
const MOST_NEAR = 400;
/** Side of the squares in which balloons are looked for, as a share of their own size. */
const NEARLY_SQUARE = 2.2;
/** Letters of a function by ISA-5.1, which may spell a word (`FIT`): what is measured, then what is done with it. */
const FUNCTION = /^[A-Z][ACEGHIKLQRSTVYZ]{1,2}$/u;

/**
 * Tags that a drawing prints in several lines: `PT` over `1003` in a balloon or in one symbol. The lines are put together where they
 * make one tag by the grammar, and none of them is one itself or a word.
 */
export function joinBalloons(sheet: DrawingSheet, texts: readonly PlacedText[], grammar: TagGrammar): readonly TextGroup[] {
  const taken = new Set<PlacedText>();
  const groups: TextGroup[] = [];
  const join = (parts: readonly PlacedText[]): void => {
    if (parts.length < 2 || parts.length > MOST_LINES || parts.some((part) => taken.has(part))) return;
    const ordered = [...parts].sort((a, b) => b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0);
    const text = ordered.map((part) => part.text).join('');
    const box = around(ordered);
    if (
      box === undefined ||
      !isTag(text, grammar) ||
      ordered.some((part) => isTag(part.text, grammar) || (isWord(part.text) && !FUNCTION.test(part.text)))
    )
      return;
    for (const part of ordered) taken.add(part);
    groups.push({ parts: ordered, text, box });
  };
  const grid = new TextGrid(texts);
  for (const element of sheet.elements) {
    if (element.kind !== 'path' || element.isHidden) continue;
    const isRound = element.shape === 'circle' || element.shape === 'curve' || element.isClosed;
    if (isRound && isBalloon(element.box)) join(grid.inside(element.box));
  }
  const bySymbol = new Map<string, PlacedText[]>();
  for (const text of texts) if (text.symbol !== undefined) push(bySymbol, text.symbol, text);
  for (const parts of bySymbol.values()) join(parts);
  return groups;
}

function isBalloon({ x0, y0, x1, y1 }: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return height > 0 && width / height < NEARLY_SQUARE && height / width < NEARLY_SQUARE;
}

function isTag(text: string, grammar: TagGrammar): boolean {
  const [mention, ...others] = grammar.find(text);
  return others.length === 0 && mention?.identifier.kind === 'tag' && mention.start === 0 && mention.end === text.length;
}

function isWord(text: string): boolean {
  return findConcepts(text).length > 0;
}

function push(groups: Map<string, PlacedText[]>, key: string, text: PlacedText): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [text]);
  else group.push(text);
}

/** Texts by the squares that their middles stand in. */
class TextGrid {
  readonly #cells = new Map<string, PlacedText[]>();
  readonly #side: number;

  constructor(texts: readonly PlacedText[]) {
    const heights = texts.map(({ height }) => height).sort((a, b) => a - b);
    this.#side = WIDEST_BALLOON * (heights[Math.floor(heights.length / 2)] ?? 1);
    for (const text of texts) {
      const key = this.#key((text.box.x0 + text.box.x1) / 2, (text.box.y0 + text.box.y1) / 2);
      push(this.#cells, key, text);
    }
  }

  /** Texts whose middle stands in a box; none in a box that is larger than a balloon. */
  inside({ x0, y0, x1, y1 }: Box): readonly PlacedText[] {
    if (x1 - x0 > this.#side || y1 - y0 > this.#side) return [];
    const keys = new Set([this.#key(x0, y0), this.#key(x1, y0), this.#key(x0, y1), this.#key(x1, y1)]);
    const cells = [...keys].map((key) => this.#cells.get(key) ?? []);
    if (cells.reduce((sum, cell) => sum + cell.length, 0) > MOST_NEAR) return [];
    return cells.flat().filter(({ box }) => {
      const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
      return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    });
  }

  #key(x: number, y: number): string {
    return `${Math.floor(x / this.#side)} ${Math.floor(y / this.#side)}`;
  }
}
