import type { Command } from 'commander';
import { PROGRAM_VERSION } from '../../../app/index.ts';
import type { CommandLine } from '../command-line.ts';

export function addVersion(program: Command, line: CommandLine): void {
  program
    .command('version')
    .description('print which version of the program this is, as --version does')
    .action(() => line.out(`${PROGRAM_VERSION}\n`));
}
