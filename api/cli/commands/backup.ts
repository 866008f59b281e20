import type { Command } from 'commander';
import { loadConfig, makeBackup, restoreBackup, restoreWords } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

export function addBackup(program: Command, line: CommandLine): void {
  program
    .command('backup')
    .description('copy the data folder into a new folder, beside a service that goes on reading and writing')
    .argument('<folder>', 'folder that does not exist yet, or is empty')
    .action(async (target: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const onProgress = ({ blobs }: { readonly blobs: number }) => line.note(`${blobs} files copied\n`);
      const made = await withApplication(options, (application, caller) =>
        makeBackup(application, caller, { target, onProgress }, line.signal),
      );
      if (options.json === true) printJson(line, made);
      else {
        const { ledger, blobs } = made.manifest;
        line.out(
          `backup of ${blobs.count} files, equal ones once (${blobs.contentBytes} bytes) and a ledger of ${ledger.bytes} bytes in ${made.folder}\n`,
        );
        for (const { sha256 } of made.missing) line.out(`missing\t${sha256}\n`);
      }
      if (made.missing.length > 0) {
        throw new FaultlineError(
          'conflict',
          `The backup was made, but the data folder has lost the bytes of ${made.missing.length} files; send these again.`,
        );
      }
    });
}

export function addRestore(program: Command, line: CommandLine): void {
  program
    .command('restore')
    .description('make a data folder of a backup, checked and compared before it appears; refuses one that is not empty')
    .argument('<folder>', 'folder that `faultline backup` made')
    .action(async (source: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const config = loadConfig({ home: options.home, language: options.language });
      const restored = await restoreBackup(config, { source, onProgress: (step) => line.note(`${step}\n`) }, line.signal);
      if (options.json === true) return printJson(line, restored);
      const { blobs, madeAt } = restored.manifest;
      line.out(`restored the state of ${madeAt} into ${restored.home}: ${blobs.count} files, ${restored.compared} units compared\n`);
      line.out(`${restoreWords(config.language).callers(madeAt)}\n`);
      if (restored.openJobs > 0)
        line.out(`${restored.openJobs} jobs were under way: \`${line.startedAs} serve\` or the next ingest goes on with them\n`);
    });
}
