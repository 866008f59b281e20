import { printTable } from '../print-table.ts';
import { numberText } from './page/number-text.ts';
import type { RunRecord, SuiteRecord } from './run-record.ts';

/** The numbers of a run over all cases of each suite, for a terminal, with what could not be run or read. */
export function tabulateRun({ suites }: RunRecord): string {
  const ran = suites.filter(({ skipped }) => skipped === undefined);
  const skipped = suites.flatMap(({ suite, skipped: why }) => (why === undefined ? [] : [`${suite} was not run: ${why}`]));
  const facts = ran.flatMap(({ suite, facts: told = [] }) => told.map(({ name, value }) => `${suite}: ${name.en}: ${value.en}`));
  const problems = suites.flatMap(({ suite, problems: all }) => all.map((problem) => `${suite}: ${problem}`));
  return `${[
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    printTable(['suite', 'metric', 'value', '95 % interval', 'cases'], ran.flatMap(rowsOf)),
    ...(skipped.length === 0 ? [] : [skipped.join('\n')]),
    ...(problems.length === 0 ? [] : [problems.join('\n')]),
  ].join('\n\n')}\n`;
}

function rowsOf({ suite, metrics, measures }: SuiteRecord): readonly (readonly (string | number)[])[] {
  return metrics.map((metric) => {
    const { value, low, high, cases } = measures.find((one) => one.metric === metric.name && one.by === 'all') ?? { cases: 0 };
    const interval = low === undefined || high === undefined ? '' : `${numberText(metric, low)} – ${numberText(metric, high)}`;
    return [suite, metric.title.en, value === undefined ? 'not applicable' : numberText(metric, value), interval, cases];
  });
}
