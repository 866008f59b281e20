import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Config, loadConfig, type MigrationProgress, migrateStores, takeMigrationBack, withStoresOf } from '../../../app/index.ts';
import { assertNever, FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

interface MigrateOptions extends CommonOptions {
  readonly to?: string;
  readonly toFiles?: boolean;
  readonly undo?: boolean;
  readonly replace?: boolean;
}

export function addMigrateStores(program: Command, line: CommandLine): void {
  program
    .command('migrate-stores')
    .description('move ledger, graph and search index between files of the data folder and servers; start it with the present settings')
    .option('--to <file>', 'file of FAULTLINE_…=… lines that say where the stores shall be; what it does not name becomes a file')
    .option('--to-files', 'all stores become files of the data folder')
    .option('--replace', 'replace a graph and a search index that stand in the new place already')
    .option('--undo', 'let the ledger of the present settings, which was moved, take writes again')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<MigrateOptions>();
      const { json = false, replace = false } = options;
      const config = loadConfig({ home: options.home });
      const wanted = [options.to !== undefined, options.toFiles === true, options.undo === true];
      if (wanted.filter((isWanted) => isWanted).length !== 1)
        throw new FaultlineError('invalid-request', 'Give one of --to <file>, --to-files and --undo.');
      if (options.undo === true) {
        const place = await takeMigrationBack(config);
        if (json) return printJson(line, { takenBackFrom: place });
        return line.out(`the ledger takes writes again; what was written to ${place} meanwhile stays there\n`);
      }
      const target = await targetOf(config, options.to);
      const migrated = await migrateStores(config, { target, replace, onProgress: progressTo(line) }, line.signal);
      if (json) return printJson(line, migrated);
      for (const { store, from, to } of migrated.moved) line.out(`${store}\t${from}\t${to}\n`);
      line.out(`${migrated.rows} rows copied and found equal, ${migrated.compared} units of graph and search index compared\n`);
      line.out(nextSteps(options.to, migrated.rows > 0));
    });
}

async function targetOf(config: Config, file: string | undefined): Promise<Config> {
  if (file === undefined) return withStoresOf(config, '');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new FaultlineError('not-found', `"${file}" cannot be read: it shall hold the FAULTLINE_…=… lines of the new place.`, { cause });
  });
  return withStoresOf(config, text);
}

/** A line when a table, a store or a check begins, so that logs stay short. */
function progressTo(line: CommandLine): (progress: MigrationProgress) => void {
  let last = '';
  return (progress) => {
    const begun = describeStep(progress);
    if (begun !== last) line.note(`${begun}\n`);
    last = begun;
  };
}

function describeStep(progress: MigrationProgress): string {
  switch (progress.step) {
    case 'copy-ledger':
      return `copy ${progress.table}`;
    case 'project':
      return `make ${progress.target}`;
    case 'verify-audit':
      return 'verify audit trail';
    case 'compare':
      return 'compare with the ledger';
    default:
      return assertNever(progress);
  }
}

function nextSteps(file: string | undefined, isLedgerMoved: boolean): string {
  const settings = file === undefined ? 'without the settings of servers' : `with the settings of ${file}`;
  const after = isLedgerMoved
    ? 'The old ledger takes no writes any more; `faultline migrate-stores --undo` with the old settings takes that back.'
    : 'Then run `faultline reconcile`: it brings in what changed meanwhile.';
  return `Next: stop every process of this site and start it ${settings}. ${after} The old stores are left as they are.\n`;
}
