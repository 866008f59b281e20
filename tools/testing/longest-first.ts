import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, the longest first: begun last, one of them would run on while the other processors have nothing to do.
 * `tools/testing/slowest-files.ts` prints the order of a run; a list that has grown old costs time and nothing else.
 */
const LONGEST: readonly string[] = [
  'eval/suites/cluster/server-kills.test.ts',
  'eval/suites/cluster/trials-from-1.test.ts',
  'eval/suites/same-answers/same-answers.test.ts',
  'eval/fuzz/awkward-runs.test.ts',
  'eval/runs/gate.test.ts',
  'api/http/passage-picture.test.ts',
  'ledger/documents/remove-in-batches.test.ts',
  'eval/suites/laws/run-laws-suite.test.ts',
  'app/demo-plant.test.ts',
  'app/read-again.test.ts',
  'app/reconcile/reconcile.test.ts',
  'eval/fuzz/bombs.test.ts',
  'ingest/pages/pdf/real-pdf.test.ts',
  'app/neo4j-demo-plant.test.ts',
  'eval/suites/cluster/trials-from-11.test.ts',
  'eval/suites/cluster/trials-from-6.test.ts',
  'eval/suites/cluster/trials-from-16.test.ts',
  'ingest/sandbox/document-reader.test.ts',
  'eval/suites/kills/run-kills-suite.test.ts',
  'web/end-to-end/ask.test.ts',
  'ledger/equal-forms.test.ts',
  'retrieval/adapters/elasticsearch/elasticsearch-search-index.test.ts',
  'graph/adapters/neo4j/neo4j-graph-store.test.ts',
  'app/backup/backup.test.ts',
  'eval/suites/access/run-access-suite.test.ts',
  'ledger/access/access.test.ts',
  'app/invariants.test.ts',
  'ledger/ledger-invariants.test.ts',
  'ledger/several-processes.test.ts',
  'ledger/copy/copy-ledger.test.ts',
];

/** Starts the longest files first; the rest goes as vitest has it, by what it remembers of earlier runs or else by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
