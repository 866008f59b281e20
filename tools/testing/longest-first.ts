import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, the longest first: begun last, one of them would run on while the other processors have nothing to do.
 * `tools/testing/slowest-files.ts` prints the order of a run; a list that has grown old costs time and nothing else.
 */
const LONGEST: readonly string[] = [
  'eval/suites/same-answers/same-answers.test.ts',
  'eval/suites/cluster/run-cluster-suite.test.ts',
  'eval/suites/laws/run-laws-suite.test.ts',
  'eval/suites/kills/run-kills-suite.test.ts',
  'ledger/ledger-invariants.test.ts',
  'ledger/decisions/decision-laws.test.ts',
  'ledger/access/access.test.ts',
  'ledger/several-processes.test.ts',
  'ingest/pages/pdf/real-pdf.test.ts',
  'app/store-invariants.test.ts',
  'app/server-site.test.ts',
  'eval/suites/access/run-access-suite.test.ts',
  'eval/suites/removal/removal-suite.test.ts',
  'app/neo4j-demo-plant.test.ts',
  'app/migrate-stores.test.ts',
  'tools/services/services.test.ts',
  'app/demo-plant.test.ts',
  'app/decision-laws.test.ts',
  'app/invariants.test.ts',
  'ingest/document-parsers.test.ts',
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
