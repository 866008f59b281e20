import type { SuiteRecord } from '../report/run-record.ts';

/** For a terminal: each question that was not answered as it should be, with what is expected, what was said and why that is wrong. */
export function describeWrong({ cases }: SuiteRecord): string {
  return cases
    .filter(({ isGood }) => !isGood)
    .map(({ id, outcome, values, shown }) =>
      [
        `${id}  ${outcome}${values['same-bytes'] === 0 ? ', and otherwise when asked again' : ''}: ${shown?.question ?? ''}`,
        ...(shown?.expected === undefined || shown.expected === '' ? [] : [`    expected: ${inLine(shown.expected)}`]),
        `    answered: ${inLine(shown?.answer ?? '')}`,
        ...(shown?.notes ?? []).map((note) => `    ${inLine(note)}`),
      ].join('\n'),
    )
    .join('\n');
}

function inLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
