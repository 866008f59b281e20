import type { Command } from 'commander';
import { checkHome, loadConfig, PROJECTION_TARGETS, rebuildProjections } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

interface ReindexOptions extends CommonOptions {
  readonly only?: string;
}

export function addReindex(program: Command, line: CommandLine): void {
  program
    .command('reindex')
    .description('make search index and graph anew beside the live ones and put them in their place, while searches go on')
    .option('--only <target>', `one of them: ${PROJECTION_TARGETS.join(' or ')}`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReindexOptions>();
      const targets = PROJECTION_TARGETS.filter((target) => options.only === undefined || target === options.only);
      if (targets.length === 0) throw new FaultlineError('invalid-request', `--only takes ${PROJECTION_TARGETS.join(' or ')}.`);
      const config = loadConfig({ home: options.home, language: options.language });
      await checkHome(config);
      const onProgress = ({ target, units, of }: { readonly target: string; readonly units: number; readonly of: number }) =>
        line.note(`${target}: ${units} of ${of} units\n`);
      const rebuilt = await rebuildProjections(config, { targets, onProgress }, line.signal);
      if (options.json === true) return printJson(line, rebuilt);
      for (const { target, units, replaced } of rebuilt) {
        line.out(`${target}\t${units} units${replaced === 'file' ? '\tthe old file was damaged: start a running service again' : ''}\n`);
      }
    });
}
