import { printTable } from '../../print-table.ts';
import type { MutationReport, MutationRow } from './run-mutation-suite.ts';
import { PARTS } from './statement.ts';

const DIGITS = 3;

/** Shares of trials judged rightly by kind, language and half; then the trials of the development half judged wrongly. */
export function reportMutation({ seed, strictness, statements, rows, wrong }: MutationReport): string {
  const lines = [`seed ${seed}, ${strictness}, ${statements} statements`, '', 'recall on edits that change the meaning'];
  lines.push(
    tabulate(
      rows.filter(({ changes }) => changes),
      (row) => row.right,
    ),
  );
  lines.push('', 'false alarms on edits that keep it');
  lines.push(
    tabulate(
      rows.filter(({ changes }) => !changes),
      (row) => row.trials - row.right,
    ),
  );
  for (const { kind, language, file, source, claims, said } of wrong) {
    lines.push(
      '',
      `${kind} (${language}) ${file}`,
      `  source: ${source}`,
      ...claims.map((claim) => `  claim:  ${claim}`),
      `  said:   ${said}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function tabulate(rows: readonly MutationRow[], counted: (row: MutationRow) => number): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const columns = PARTS.flatMap((part) => (['zh', 'en'] as const).map((language) => ({ part, language })));
  const share = (some: readonly MutationRow[]) => {
    const trials = some.reduce((sum, row) => sum + row.trials, 0);
    return trials === 0 ? ['', '0'] : [(some.reduce((sum, row) => sum + counted(row), 0) / trials).toFixed(DIGITS), String(trials)];
  };
  const cells = (own: readonly MutationRow[]) =>
    columns.flatMap(({ part, language }) => share(own.filter((row) => row.part === part && row.language === language)));
  return printTable(
    ['kind', ...columns.flatMap(({ part, language }) => [`${part} ${language}`, 'of'])],
    [...kinds.map((kind) => [kind, ...cells(rows.filter((row) => row.kind === kind))]), ['all', ...cells(rows)]],
  );
}
