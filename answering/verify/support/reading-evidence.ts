import type { SourceUnit } from '../source-text.ts';

/** Characters of sources that are read whole; of longer ones so many around what holds most of the claim. */
const WHOLE = 2_400;
const PART = 1_400;
/** Units on either side of one that holds much of the claim: what it refers to, and what limits it. */
const AROUND = 1;

/**
 * The text that a cross-encoder reads with a claim: all units, or of long sources those that hold most of the claim together with
 * their neighbours, in their order; what stands around them (titles, headers) before them.
 * @param units of the sources that the claim rests on, in order.
 * @param likely those that may support it, the likeliest first.
 */
export function readingEvidence(units: readonly SourceUnit[], likely: readonly SourceUnit[]): string {
  const length = units.reduce((sum, { text }) => sum + text.length, 0);
  return textOf(length <= WHOLE ? units : around(units, likely));
}

function around(units: readonly SourceUnit[], likely: readonly SourceUnit[]): readonly SourceUnit[] {
  const places = new Map(units.map((unit, at) => [unit, at]));
  const taken = new Set<number>();
  let left = PART;
  const take = (at: number, sourceId: string) => {
    const unit = units[at];
    if (unit?.sourceId !== sourceId || taken.has(at) || unit.text.length > left) return;
    left -= unit.text.length;
    taken.add(at);
  };
  for (const unit of likely) {
    const at = places.get(unit);
    if (at === undefined) continue;
    take(at, unit.sourceId);
    for (let step = 1; step <= AROUND; step += 1) for (const near of [at - step, at + step]) take(near, unit.sourceId);
  }
  return units.filter((_, at) => taken.has(at));
}

function textOf(units: readonly SourceUnit[]): string {
  const lines: string[] = [];
  let above = '';
  for (const { text, context, cells } of units) {
    const titles = cells === undefined ? context.replaceAll(';', ' ').trim() : '';
    if (titles !== '' && titles !== above) lines.push(titles);
    above = titles;
    lines.push(
      cells === undefined ? text : cells.map((cell) => (cell.column === '' ? cell.text : `${cell.column}: ${cell.text}`)).join(' | '),
    );
  }
  return lines.join('\n');
}
