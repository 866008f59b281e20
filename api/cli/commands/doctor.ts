import type { Command } from 'commander';
import { checkHealth } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

export function addDoctor(program: Command, line: CommandLine): void {
  program
    .command('doctor')
    .description('look at what the service stands on and say what to do')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const checks = await withApplication(options, checkHealth);
      if (options.json === true) printJson(line, checks);
      else for (const check of checks) line.out(`${check.ok ? '✓' : '✗'} ${check.name}: ${check.detail}\n`);
      const ill = checks.filter((check) => !check.ok).map((check) => check.name);
      if (ill.length > 0) throw new FaultlineError('conflict', `Not all is well: ${ill.join(', ')}.`);
    });
}
