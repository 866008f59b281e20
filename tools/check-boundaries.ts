/**
 * Runs dependency-cruiser over the source folders and proves that it works: too few modules cruised is a failure (with a
 * compiler it does not know, it silently cruises none), and a planted bad import must be reported. Then the order of the house.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { houseFaults } from './house-rules.ts';

const FOLDERS = [
  'kernel',
  'storage',
  'models',
  'ontology',
  'ingest',
  'ledger',
  'graph',
  'retrieval',
  'answering',
  'datasets',
  'app',
  'eval',
  'api',
  'tools',
  'web',
];
const FEWEST_MODULES = 1_000;

interface CruiseReport {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly { readonly resolved: string }[] }[];
  readonly summary: { readonly error: number; readonly totalCruised: number; readonly violations: readonly Violation[] };
}
interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function cruise(folders: readonly string[]): CruiseReport {
  const run = spawnSync('npx', ['depcruise', '--output-type', 'json', '--config', '.dependency-cruiser.cjs', ...folders], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.stdout === '') throw new Error(`dependency-cruiser printed nothing: ${run.stderr}`);
  return JSON.parse(run.stdout) as CruiseReport;
}

/** The faults found, one sentence each; none means that the import table holds. */
function checkBoundaries(): readonly string[] {
  const report = cruise(FOLDERS);
  const faults = report.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);
  if (report.summary.totalCruised < FEWEST_MODULES) faults.push(`only ${report.summary.totalCruised} modules were cruised`);
  const ours = report.modules.filter(({ source }) => /\.tsx?$/.test(source) && FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  faults.push(
    ...houseFaults(
      ours.map(({ source, dependencies }) => ({
        source,
        imports: dependencies.map(({ resolved }) => resolved),
        lines: readFileSync(source, 'utf8').split('\n').length - 1,
      })),
    ),
  );
  const planted = join('kernel', 'planted-bad-import.ts');
  writeFileSync(planted, "import '../ledger/index.ts';\n");
  try {
    const found = cruise(['kernel']).summary.violations.some((violation) => violation.from === 'kernel/planted-bad-import.ts');
    if (!found) faults.push('a planted bad import (kernel → ledger) was not reported');
  } finally {
    rmSync(planted);
  }
  return faults;
}

const faults = checkBoundaries();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
