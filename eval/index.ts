export { runBench } from './bench/run-bench.ts';
export { tabulateBench } from './bench/tabulate-bench.ts';
export { printTable } from './print-table.ts';
export { reportAccess } from './suites/access/report-access.ts';
export { runAccessSuite } from './suites/access/run-access-suite.ts';
export { runGoldSuite, tabulateGold } from './suites/gold-suite.ts';
export { runIngestDataSuite } from './suites/ingest-data-suite.ts';
export { runRemovalSuite } from './suites/removal/removal-suite.ts';
export { describeRemoval, tabulateRemoval } from './suites/removal/tabulate-removal.ts';
