import type { Command } from 'commander';
import { type Reconciliation, reconcileStores } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

interface ReconcileOptions extends CommonOptions {
  readonly check?: boolean;
}

/** Units named one by one; the rest is counted. */
const MOST_NAMED = 50;

export function addReconcile(program: Command, line: CommandLine): void {
  program
    .command('reconcile')
    .description('compare search index and graph with the ledger, unit by unit, and repair what differs; exit 65 when something did')
    .option('--check', 'look only')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReconcileOptions>();
      const found = await withApplication(options, (application, caller) =>
        reconcileStores(
          application,
          caller,
          {
            repair: options.check !== true,
            onProgress: ({ target, compared }) => line.note(`${target}: ${compared} units compared\n`),
          },
          line.signal,
        ),
      );
      if (options.json === true) printJson(line, found);
      else line.out(presentReconciliation(found));
      if (found.drift.length + found.faults.length > 0) throw new FaultlineError('conflict', endingOf(found, options.check === true));
    });
}

function endingOf({ repaired, refused }: Reconciliation, isCheck: boolean): string {
  if (refused.length > 0)
    return 'The ledger itself is damaged in the documents named; that was not spread. Send these again, or restore a backup.';
  if (isCheck) return 'Search index or graph are not as the ledger says; `faultline reconcile` repairs them.';
  if (repaired) return 'Search index or graph were not as the ledger says, and now are.';
  return 'Not everything could be repaired; make the projections anew with `faultline reindex`.';
}

function presentReconciliation({ compared, drift, faults, refused }: Reconciliation): string {
  const lines = [
    ...faults.map(({ target, what }) => `${target}\t${what}`),
    ...drift.slice(0, MOST_NAMED).map(({ target, kind, unit }) => `${target}\t${kind}\t${unit.kind} ${unit.id}`),
  ];
  for (const { version, title, parts } of refused) lines.push(`ledger\tdamaged\t${version} "${title}": ${parts.join(', ')}`);
  if (drift.length > MOST_NAMED) lines.push(`… and ${drift.length - MOST_NAMED} more`);
  lines.push(`${compared} units compared, ${drift.length} drifted, ${faults.length} faults inside the stores`);
  return `${lines.join('\n')}\n`;
}
