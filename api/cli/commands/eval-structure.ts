import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { parseStructureUnits, reportStructure, runStructureSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface StructureOptions extends CommonOptions {
  readonly data?: string;
  readonly sample?: string;
  readonly unit: string[];
  readonly write?: string;
}

const collect = (value: string, all: string[]): string[] => [...all, value];

export function addStructureSuite(suites: Command, line: CommandLine): void {
  suites
    .command('structure')
    .description('hold sections, lists and tables of public documents, as a person read them, against what the parsers make of them')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--sample <file>', 'units in place of those that come with the program')
    .option('--unit <id>', 'only this unit; may be given several times', collect, [])
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<StructureOptions>();
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const sample = options.sample ?? packageFile('datasets', 'structure-sample', 'units.jsonl');
      const all = parseStructureUnits(await readFile(sample, 'utf8'));
      const units = options.unit.length === 0 ? all : all.filter(({ id }) => options.unit.includes(id));
      const report = await runStructureSuite(data, units, (file) => line.note(`${file}\n`), line.signal);
      await giveReport(line, options, { report, text: reportStructure(report) });
    });
}
