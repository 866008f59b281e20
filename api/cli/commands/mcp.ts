import type { Command } from 'commander';
import { serveHere } from '../../../app/index.ts';
import { serveStdio } from '../../mcp/serve-stdio.ts';
import { type CommandLine, type CommonOptions, withApplication } from '../command-line.ts';

export function addMcp(program: Command, line: CommandLine): void {
  program
    .command('mcp')
    .description(
      'serve search, ask, verify, entity, neighbourhood and page to a program that speaks the Model Context Protocol, over standard input and output',
    )
    .action((_: unknown, command: Command) =>
      withApplication(command.optsWithGlobals<CommonOptions>(), (application, caller) =>
        serveStdio({
          service: serveHere(application),
          // A program that is told to look things up needs to do nothing else.
          caller: { ...caller, role: 'reader' },
          input: process.stdin,
          write: line.out,
          signal: line.signal,
        }),
      ),
    );
}
