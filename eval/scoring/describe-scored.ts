import type { SuiteRecord } from '../report/run-record.ts';

/** Each answer with a claim that is not supported, its claims and why, and each question whose texts search has not; what is well is not listed. */
export function describeScored({ cases }: SuiteRecord): string {
  return cases
    .filter(({ isGood }) => !isGood)
    .map(({ id, outcome, values: { faithfulness }, shown }) => {
      const claims = (shown?.claims ?? []).filter(({ verdict }) => verdict !== 'supported' && verdict !== 'not-checked');
      const lines = claims.map(({ verdict, score, text, reasons }) =>
        [
          `  ${verdict}${score === undefined ? '' : ` (chance of support ${score.toFixed(2)})`}: ${text}`,
          ...reasons.map((reason) => `      ${reason}`),
        ].join('\n'),
      );
      return [`${id}: ${faithfulness === undefined ? outcome : `faithfulness ${faithfulness.toFixed(2)}`}`, ...lines].join('\n');
    })
    .join('\n');
}
