import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import {
  plantMaterial,
  publicMaterial,
  readFieldQuestions,
  reportScans,
  runScanSuite,
  type ScanMaterial,
  type ScanReport,
} from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';
import { readSeeds } from '../read-seeds.ts';

interface ScanSuiteOptions extends CommonOptions {
  readonly seeds: string;
  readonly public?: boolean;
  readonly data?: string;
  readonly dpi: string;
  readonly degraded?: boolean;
  readonly write?: string;
}

/** Files of whoever asks, about which no question is known. */
function ownMaterial(files: readonly string[]): ScanMaterial {
  const odd = files.find((file) => extname(file).toLowerCase() !== '.pdf' || !existsSync(file));
  if (odd !== undefined)
    throw new FaultlineError('invalid-request', `"${odd}" is no PDF that is there: name PDFs whose texts can be selected.`);
  const names = files.map((file) => basename(file));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new FaultlineError('invalid-request', `Two files are called "${twice}": compare them one after the other.`);
  return { name: names.join(', '), files, questions: [] };
}

export function addScanSuite(suites: Command, line: CommandLine): void {
  suites
    .command('scans')
    .description('read the PDFs of plants by seed as texts and as their scans, and compare the facts and the answers')
    .argument('[files...]', 'PDFs of your own instead, whose texts can be selected; of these the facts alone are compared')
    .option('--seeds <range>', 'plants, as 1-3', '1-1')
    .option('--public', 'the PDFs of the public sets that field questions ask about instead, with those questions')
    .option('--data <folder>', 'with --public: folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--dpi <number>', 'pixels an inch, 72 to 288', '288')
    .option('--degraded', 'blurred, grey and noisy scans instead of clean ones')
    .option('--write <file>', 'also write the report to this file')
    .action(async (files: readonly string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ScanSuiteOptions>();
      const dpi = readCount(options.dpi, '--dpi');
      const workspace = await mkdtemp(join(tmpdir(), 'faultline-scanned-'));
      const report: ScanReport[] = [];
      const compare = async (material: ScanMaterial, seed: number): Promise<void> => {
        const manner = { dpi, degraded: options.degraded === true, seed, onProgress: (text: string) => line.note(`${text}\n`) };
        report.push(await runScanSuite(material, manner, line.signal));
      };
      try {
        if (files.length > 0) await compare(ownMaterial(files), 1);
        else if (options.public === true) {
          const data = dataFolder(options.data);
          if (!existsSync(data)) {
            line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
            return;
          }
          const questions = await readFieldQuestions(packageFile('datasets', 'field-questions'), 'development');
          await compare(publicMaterial(data, questions), 1);
        } else for (const seed of readSeeds(options.seeds)) await compare(await plantMaterial(seed, join(workspace, String(seed))), seed);
        await giveReport(line, options, { report, text: report.map(reportScans).join('\n') });
      } finally {
        await rm(workspace, { recursive: true, force: true });
      }
    });
}
