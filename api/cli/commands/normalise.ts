import type { Command } from 'commander';
import { loadConfig, normaliseTextAlone } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

interface NormaliseOptions extends CommonOptions {
  readonly keep?: boolean;
}

export function addNormalise(program: Command, line: CommandLine): void {
  program
    .command('normalise')
    .description('write out the shorthand, slips and abbreviations of a log text')
    .argument('<text>', 'in English, Chinese or both')
    .option('--keep', 'keep identifiers, numbers, dates and names as they are written, instead of masks such as <id>')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<NormaliseOptions>();
      const normalised = normaliseTextAlone(loadConfig({ home: options.home }), { text, masks: options.keep !== true });
      if (options.json === true) return printJson(line, normalised);
      line.out(`${normalised.text}\n`);
      for (const { raw, norm, rule, confidence } of normalised.tokens)
        if (rule !== 'unchanged') line.out(`  ${raw}\t${norm}\t${rule}\t${confidence.toFixed(2)}\n`);
    });
}
