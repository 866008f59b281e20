import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { printTable, runGoldSuite, runIngestDataSuite, tabulateGold } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import type { RunFiles } from '../give-run.ts';
import type { TargetOptions } from '../open-deployment.ts';
import { readCount } from '../read-count.ts';
import { addAccessSuite } from './eval-access.ts';
import { addAllSuites } from './eval-all.ts';
import { addEvalBench } from './eval-bench.ts';
import { addEvalCalibrate } from './eval-calibrate.ts';
import { addClaimsSuite } from './eval-claims.ts';
import { addClusterSuite } from './eval-cluster.ts';
import { addEvalCompare } from './eval-compare.ts';
import { addDrawingSuite } from './eval-drawings.ts';
import { addEventSuite } from './eval-events.ts';
import { addExportSuite } from './eval-exports.ts';
import { addExtractionSuite } from './eval-extraction.ts';
import { addFeedbackSuite } from './eval-feedback.ts';
import { addFieldSuite } from './eval-field.ts';
import { addFitExtraction } from './eval-fit-extraction.ts';
import { addFitQuotes } from './eval-fit-quotes.ts';
import { addFitRanking } from './eval-fit-ranking.ts';
import { addFitSupport } from './eval-fit-support.ts';
import { addFuzzSuite } from './eval-fuzz.ts';
import { addEvalGate } from './eval-gate.ts';
import { addHostileSuite } from './eval-hostile.ts';
import { addInjectionSuite } from './eval-injection.ts';
import { addEvalKeep } from './eval-keep.ts';
import { addKillsSuite } from './eval-kills.ts';
import { addLawsSuite } from './eval-laws.ts';
import { addLogSuite } from './eval-logs.ts';
import { addMultiHopSuite } from './eval-multi-hop.ts';
import { addMutationSuite } from './eval-mutation.ts';
import { addRecognitionSuite } from './eval-ocr.ts';
import { addEvalRemoval } from './eval-removal.ts';
import { addRequestSuite } from './eval-requests.ts';
import { addSameAnswersSuite } from './eval-same-answers.ts';
import { addScanSuite } from './eval-scans.ts';
import { addEvalScore } from './eval-score.ts';
import { addSoakSuite } from './eval-soak.ts';
import { addStructureSuite } from './eval-structure.ts';
import { addTargetSuites, runPlantSuite } from './eval-target.ts';
import { addWordingSuite } from './eval-wording.ts';

interface GoldOptions extends RunFiles, TargetOptions {
  readonly seed: string[];
}

interface DataOptions extends CommonOptions {
  readonly data?: string;
  readonly set: string[];
}

const collect = (value: string, all: string[]): string[] => [...all, value];

export function addEval(program: Command, line: CommandLine): void {
  const measures = program.command('eval').description('measure');
  const suites = measures.command('run').description('run a suite');
  suites
    .command('gold')
    .description('generate a plant, ask its gold questions and grade the answers')
    .option('--seed <number>', 'seed of the plant; may be given several times, of a running service once', collect, [])
    .option('--target <url>', 'a running service that holds the documents of the plant; it is asked and nothing is sent there to be kept')
    .option('--key-file <file>', 'file with the key by which the service is asked')
    .option('--html <file>', 'of a running service: also write the report as one HTML file')
    .option('--write <file>', 'of a running service: also write the record of the run, which `eval compare` reads')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<GoldOptions>();
      if (options.target !== undefined) {
        const [seed = '1', ...others] = options.seed;
        if (others.length > 0) throw new FaultlineError('invalid-request', 'A running service is asked about one plant: give --seed once.');
        return runPlantSuite('gold', { ...options, seed }, line);
      }
      const seeds = options.seed.length === 0 ? [1] : options.seed.map((seed) => readCount(seed, '--seed'));
      const reports = [];
      for (const seed of seeds) reports.push(await runGoldSuite(seed, line.signal));
      if (options.json === true) return printJson(line, reports);
      for (const report of reports) {
        for (const { id, intent, question, grade } of report.questions) {
          if (grade.kind !== 'right' && grade.kind !== 'refused')
            line.out(`${id} ${grade.kind} ${intent}: ${question}\n    ${grade.why}\n`);
        }
      }
      const rows = reports
        .flatMap(tabulateGold)
        .map(({ seed, intent, counts }) => [seed, intent, counts.right, counts.wrong, counts.abstained, counts.refused, counts.misrefused]);
      line.out(`${printTable(['seed', 'intent', 'right', 'wrong', 'abstained', 'refused', 'misrefused'], rows)}\n`);
    });
  addAllSuites(suites, line);
  addTargetSuites(suites, line);
  addAccessSuite(suites, line);
  addClaimsSuite(suites, line);
  addClusterSuite(suites, line);
  addFuzzSuite(suites, line);
  addHostileSuite(suites, line);
  addInjectionSuite(suites, line);
  addWordingSuite(suites, line);
  addKillsSuite(suites, line);
  addLawsSuite(suites, line);
  addMultiHopSuite(suites, line);
  addMutationSuite(suites, line);
  suites
    .command('ingest-data')
    .description('read the public sets and hold the outcome of every file against the manifests')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--set <name>', 'only this set; may be given several times', collect, [])
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<DataOptions>();
      const report = await runIngestDataSuite(
        dataFolder(options.data),
        packageFile('datasets'),
        (set) => line.note(`${set}\n`),
        line.signal,
        options.set,
      );
      if (options.json === true) printJson(line, report);
      else {
        const sets = [...new Set(report.files.map((file) => file.set))];
        for (const file of report.files)
          if (file.faults.length > 0) line.out(`${file.file}: ${file.faults.join('; ')}${file.reason === '' ? '' : ` (${file.reason})`}\n`);
        const rows = sets.map((set) => {
          const files = report.files.filter((file) => file.set === set);
          return [
            set,
            files.length,
            files.reduce((sum, file) => sum + (file.rows ?? 0), 0),
            files.filter((file) => file.faults.length > 0).length,
          ];
        });
        line.out(`${printTable(['set', 'files', 'rows', 'not as expected'], rows)}\n`);
      }
      const bad = report.files.filter((file) => file.faults.length > 0).length;
      if (bad > 0) throw new FaultlineError('conflict', `${bad} files did not end as their manifest says.`);
    });
  addEvalRemoval(suites, line);
  addRequestSuite(suites, line);
  addSameAnswersSuite(suites, line);
  addSoakSuite(suites, line);
  addRecognitionSuite(suites, line);
  addScanSuite(suites, line);
  addDrawingSuite(suites, line);
  addExportSuite(suites, line);
  addStructureSuite(suites, line);
  addFieldSuite(suites, line);
  addFeedbackSuite(suites, line);
  addLogSuite(suites, line);
  addExtractionSuite(suites, line);
  addEventSuite(suites, line);
  addEvalBench(measures, line);
  addEvalScore(measures, line);
  addEvalCalibrate(measures, line);
  addEvalCompare(measures, line);
  addEvalKeep(measures, line);
  addEvalGate(measures, line);
  addFitQuotes(measures, line);
  addFitExtraction(measures, line);
  addFitSupport(measures, line);
  addFitRanking(measures, line);
}
