import { RecentLookups } from '../kernel/index.ts';
import type { SevModel } from './sev-file.ts';

const RUN = /[\u4e00-\u9fff]+|[a-z]+|[0-9]|[%°ωμ±≥≤]/g;
const FIRST_HAN = 0x4e00;
const LONGEST_HAN = 8;
const LONGEST_LATIN = 24;
/** Cost of leaving out one character that no piece covers. */
const SKIP = 200;
/** Extra cost of a whole word of four or more letters inside a longer one (mis+aligned, gear+box). */
const COMPOUND = 3;
const COMPOUND_LENGTH = 4;
/** A run longer than this is cut, so that hostile input costs linear memory. */
const LONGEST_RUN = 4096;
const RUNS_REMEMBERED = 50_000;
const LONGEST_CACHED = 64;

/**
 * Returns a function that splits lower-case, NFKC, simplified text into rows of the model: the cheapest path over the
 * vocabulary for each run of Han or Latin letters, digits one by one. Method of the reference inference of SEV1.
 */
export function makeSegmenter(model: SevModel): (text: string) => readonly number[] {
  const remembered = new RecentLookups<string, readonly number[]>(RUNS_REMEMBERED);
  return (text) => {
    const rows: number[] = [];
    for (const run of text.match(RUN) ?? []) {
      let found = remembered.get(run);
      if (found === undefined) {
        found = segmentRun(model, run);
        if (run.length <= LONGEST_CACHED) remembered.set(run, found);
      }
      for (const row of found) rows.push(row);
    }
    return rows;
  };
}

function segmentRun(model: SevModel, run: string): readonly number[] {
  const isLatin = run.charCodeAt(0) < FIRST_HAN;
  const whole = isLatin ? model.vocabulary.get(run) : undefined;
  if (whole !== undefined) return [whole];
  const rows: number[] = [];
  for (let at = 0; at < run.length; at += LONGEST_RUN) rows.push(...cheapestPath(model, run.slice(at, at + LONGEST_RUN), isLatin));
  return rows;
}

function cheapestPath(model: SevModel, run: string, isLatin: boolean): number[] {
  const longest = isLatin ? LONGEST_LATIN : LONGEST_HAN;
  const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  const rowAt = new Int32Array(run.length + 1).fill(-1);
  const cameFrom = new Int32Array(run.length + 1);
  best[0] = 0;
  for (let start = 0; start < run.length; start++) {
    const base = best[start] ?? 0;
    for (let end = start + 1; end <= Math.min(run.length, start + longest); end++) {
      const piece = pieceAt(model, run, start, end, isLatin);
      if (piece === undefined) continue;
      const cost = base + piece.cost;
      if (cost >= (best[end] ?? 0)) continue;
      best[end] = cost;
      rowAt[end] = piece.row;
      cameFrom[end] = start;
    }
    if (base + SKIP < (best[start + 1] ?? 0)) {
      best[start + 1] = base + SKIP;
      rowAt[start + 1] = -1;
      cameFrom[start + 1] = start;
    }
  }
  const rows: number[] = [];
  for (let end = run.length; end > 0; end = cameFrom[end] ?? 0) {
    const row = rowAt[end] ?? -1;
    if (row >= 0) rows.push(row);
  }
  return rows.reverse();
}

function pieceAt(model: SevModel, run: string, start: number, end: number, isLatin: boolean): { row: number; cost: number } | undefined {
  const text = run.slice(start, end);
  const isInside = isLatin && start > 0;
  const plain = model.vocabulary.get(isInside ? `##${text}` : text);
  if (plain !== undefined) return { row: plain, cost: model.cost[plain] ?? 0 };
  if (!isInside || end - start < COMPOUND_LENGTH) return undefined;
  const compound = model.vocabulary.get(text);
  return compound === undefined ? undefined : { row: compound, cost: (model.cost[compound] ?? 0) + COMPOUND };
}
