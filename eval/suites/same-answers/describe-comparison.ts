import { printTable } from '../../print-table.ts';
import type { SiteComparison } from './compare-sites.ts';

/** One line a plant, then every answer that is not the same. */
export function tabulateComparisons(comparisons: readonly SiteComparison[]): string {
  const rows = comparisons.map(({ seed, documents, questions, differing, sameKnowledge, drift }) => [
    seed,
    documents,
    questions,
    differing.length,
    sameKnowledge ? 'same' : 'differs',
    drift,
  ]);
  const table = printTable(['seed', 'documents', 'questions', 'answers that differ', 'knowledge', 'drift'], rows);
  const answers = comparisons.flatMap(({ seed, differing }) =>
    differing.map(({ id, command, question, parts }) => `seed ${seed}, ${command} ${id} differs in ${parts.join(', ')}: ${question}`),
  );
  return [table, ...answers].join('\n');
}
