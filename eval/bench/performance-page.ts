import type { BenchReport } from './run-bench.ts';
import { tabulateBench } from './tabulate-bench.ts';

/** The page of figures that the bench writes; nobody edits it by hand. */
export function performancePage(report: BenchReport, { version, at }: { readonly version: string; readonly at: Date }): string {
  return [
    '# Performance',
    '',
    `Written by \`faultline eval bench --write docs/performance.md\` (version ${version}, Node ${process.versions.node}) on ${at.toISOString().slice(0, 10)}. Budgets are targets.`,
    '',
    '- Documents are read by the program as a user runs it, each set into an empty data folder; memory is that of all its processes together.',
    '- Beside reading stands the parser library alone on the same files: the text of every page, without tables, places, facts or storage.',
    '- Beside search stands plain BM25: SQLite’s FTS5 over the same tokens, ten best, without access, meaning, second language or evidence.',
    '- Corpora are half manuals, half rows of a log, half Chinese, half English; questions and searches are drawn from the same seed.',
    '- Answers are those to typed questions, which a composer answers by its intent, and those to questions of any form; over HTTP a caller asks one after the other.',
    '',
    '```',
    tabulateBench(report),
    '```',
    '',
  ].join('\n');
}
