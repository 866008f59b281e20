import type { Line } from '../../clean/read-lines.ts';
import { createRecordSplitter } from './split-records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_RECORDS = 200;

/** How a text is divided into cells: `width` is the usual number of cells, `consistency` the share of records that have it. */
export interface DelimiterGuess {
  readonly delimiter: string;
  readonly width: number;
  readonly consistency: number;
  readonly records: number;
}

/** The delimiter whose records agree best on their number of cells; a comma and width 1 when none divides anything. */
export function detectDelimiter(sample: readonly Line[]): DelimiterGuess {
  let best: DelimiterGuess = { delimiter: ',', width: 1, consistency: 1, records: 0 };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const guess = measure(sample, delimiter);
    const score = guess.width < 2 ? 0 : guess.consistency * guess.consistency * Math.log2(guess.width);
    if (best.records === 0) best = guess;
    if (score > bestScore) {
      best = guess;
      bestScore = score;
    }
  }
  return best;
}

function measure(sample: readonly Line[], delimiter: string): DelimiterGuess {
  const splitter = createRecordSplitter(delimiter, undefined);
  const widths = new Map<number, number>();
  let records = 0;
  for (const line of sample) {
    for (const record of splitter.push(line)) {
      widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
      records += 1;
    }
    if (records >= SAMPLE_RECORDS) break;
  }
  if (records < SAMPLE_RECORDS) {
    for (const record of splitter.end()) {
      widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
      records += 1;
    }
  }
  const [width, count] = [...widths].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [1, 0];
  return { delimiter, width, consistency: records === 0 ? 1 : count / records, records };
}
