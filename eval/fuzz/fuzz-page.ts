import { OUTCOMES } from '../../kernel/index.ts';
import { printTable } from '../print-table.ts';
import { FUZZ_FORMATS } from './fuzz-file.ts';
import type { FuzzReport, FuzzResult } from './fuzz-suite.ts';

const SLOWEST = 12;
const LISTED = 40;
const LONG_MILLISECONDS = 5_000;

/** Figures of a run: files by format and outcome, faults, share past detection, and the slowest files. */
export function fuzzPage({ seed, results, milliseconds }: FuzzReport): string {
  const columns = [...OUTCOMES, 'none'] as const;
  const count = (list: readonly FuzzResult[], outcome: string): number => list.filter((result) => result.outcome === outcome).length;
  const byFormat = FUZZ_FORMATS.map((format) => {
    const own = results.filter((result) => result.file.format === format);
    return [format, own.length, own.filter((result) => result.isDetected).length, ...columns.map((outcome) => count(own, outcome))];
  });
  const total = [
    'all',
    results.length,
    results.filter((result) => result.isDetected).length,
    ...columns.map((outcome) => count(results, outcome)),
  ];
  const share = results.length === 0 ? 0 : (100 * results.filter((result) => result.isDetected).length) / results.length;
  const faults = (['hang', 'crash', 'no typed state'] as const).map((fault) => [
    fault,
    results.filter((result) => result.fault === fault).length,
  ]);
  const long = results.filter((result) => result.milliseconds > LONG_MILLISECONDS).length;
  const slowest = [...results].sort((a, b) => b.milliseconds - a.milliseconds || a.index - b.index).slice(0, SLOWEST);
  const odd = results.filter((result) => result.fault !== undefined || result.outcome === 'failed').slice(0, LISTED);
  return [
    `seed ${seed}, ${results.length} files, ${(milliseconds / 1000).toFixed(0)} s; past detection: ${share.toFixed(1)} %; longer than ${LONG_MILLISECONDS / 1000} s: ${long}`,
    '',
    printTable(['fault', 'files'], faults),
    '',
    printTable(['made as', 'files', 'read', ...columns], [...byFormat, total]),
    '',
    'Slowest:',
    printTable(
      ['file', 's', 'outcome', 'made by'],
      slowest.map((result) => [nameOf(result), (result.milliseconds / 1000).toFixed(1), result.outcome, result.file.mutations.join(' + ')]),
    ),
    ...(odd.length === 0
      ? []
      : [
          '',
          'Faults and failures:',
          ...odd.map(
            (result) => `${nameOf(result)} (${result.file.mutations.join(' + ')}): ${result.fault ?? result.outcome}: ${result.reason}`,
          ),
        ]),
    '',
  ].join('\n');
}

function nameOf({ index, file }: FuzzResult): string {
  return `${index} ${file.format}`;
}
