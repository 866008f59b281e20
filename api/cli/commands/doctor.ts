import type { Command } from 'commander';
import { examineHome, loadConfig } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { asStarted } from '../as-started.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

const MARKS = { ok: '✓', warn: '!', fail: '✗' } as const;

export function addDoctor(program: Command, line: CommandLine): void {
  program
    .command('doctor')
    .description('look at what the program stands on and say what to do; exit 65 when something fails')
    .option('--deep', 'also read every document again from its bytes and compare with what is kept; takes long')
    .option('--host <address>', 'say whom a service that listens at this address lets in (else FAULTLINE_HOST)')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly deep?: boolean; readonly host?: string }>();
      const config = loadConfig({ home: options.home, language: options.language, host: options.host });
      const lines = await examineHome(config, line.signal, { deep: options.deep === true });
      if (options.json === true) printJson(line, lines);
      else {
        for (const one of lines) {
          const { name, detail, remedy } = config.language === 'zh' ? one.zh : one;
          const told = `${MARKS[one.level]} ${name}: ${detail}${remedy === undefined ? '' : ` → ${remedy}`}\n`;
          line.out(asStarted(told, line.startedAs));
        }
      }
      const failed = lines.filter(({ level }) => level === 'fail').map(({ name }) => name);
      if (failed.length > 0) throw new FaultlineError('conflict', `Not all is well: ${failed.join(', ')}.`);
    });
}
