import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dataFolder } from '../../../app/index.ts';
import { fitExtraction } from '../../../eval/index.ts';
import { sha256 } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

interface FitOptions extends CommonOptions {
  readonly data?: string;
  readonly into: string;
}

export function addFitExtraction(measures: Command, line: CommandLine): void {
  measures
    .command('fit-extraction')
    .description('learn what is known of log texts from the training sets, and write it as the data files of a release')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .requiredOption('--into <folder>', 'where the files are written; `models/data` for those of a release')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FitOptions>();
      await mkdir(options.into, { recursive: true });
      const files = await fitExtraction(dataFolder(options.data), line.signal);
      for (const { name, bytes } of files) await writeFile(join(options.into, name), bytes);
      const written = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
      if (options.json === true) return printJson(line, written);
      for (const file of written) line.out(`${file.sha256}  ${file.name}\t${file.bytes} bytes\n`);
    });
}
