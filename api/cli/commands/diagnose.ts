import type { Command } from 'commander';
import { serveHere } from '../../../app/index.ts';
import { FaultlineError, type ObservationOutcome } from '../../../kernel/index.ts';
import { diagnosisRequestSchema } from '../../contract/diagnosis.ts';
import { diagnosisFile } from '../../diagnosis-file.ts';
import { AS_OF, readsAsOf } from '../as-of.ts';
import { checkDraft } from '../check-draft.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { keepLastDiagnosis } from '../last-answer.ts';
import { presentDiagnosis } from '../present-diagnosis.ts';
import { presentPhoto } from '../present-photo.ts';
import { readPhotoFile } from '../read-photo-file.ts';
import { writeOutput } from '../write-output.ts';

interface DiagnoseOptions extends CommonOptions {
  readonly found: readonly string[];
  readonly notFound: readonly string[];
  readonly unclear: readonly string[];
  readonly asOf?: string;
  readonly export?: string;
  readonly photo?: string;
}

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

export function addDiagnose(program: Command, line: CommandLine): void {
  program
    .command('diagnose')
    .description('find a fault step by step: its documented causes and what to look at next')
    .argument('[fault]', 'symptom, or code of an alarm, with the equipment where it is known')
    .option(
      '--photo <file>',
      'show what is read on a photo (JPEG, PNG) of a nameplate or an alarm panel; only a fault that you give is asked',
    )
    .option('--not-found <check>', 'looked at, and it is not this; may be given several times', collect, [])
    .option('--found <check>', 'looked at, and it is this', collect, [])
    .option('--unclear <check>', 'could not be told', collect, [])
    .option('--as-of <day>', AS_OF)
    .option('--export <file>', 'also write the whole path to this file as a report with sources and labels, in Markdown')
    .action(async (fault: string | undefined, _: unknown, command: Command) => {
      const { asOf: day, export: file, ...options } = command.optsWithGlobals<DiagnoseOptions>();
      const seen = (checks: readonly string[], outcome: ObservationOutcome) => checks.map((check) => ({ check, outcome }));
      const observations = [...seen(options.notFound, 'not-found'), ...seen(options.unclear, 'unclear'), ...seen(options.found, 'found')];
      if (fault === undefined && options.photo === undefined)
        throw new FaultlineError(
          'invalid-request',
          'Give the fault in words, or a photo with --photo: faultline diagnose "P-101A vibrates"',
        );
      const asked = fault === undefined ? undefined : checkDraft(diagnosisRequestSchema, { fault, observations, asOf: day });
      const bytes = options.photo === undefined ? undefined : await readPhotoFile(options.photo);
      await withApplication(options, async (application, who) => {
        const service = serveHere(application);
        const photo = bytes === undefined ? undefined : await service.readPhoto(who, { bytes }, line.signal);
        const ask = `${line.startedAs} diagnose "…"`;
        if (photo !== undefined && options.json !== true) line.out(presentPhoto(photo, { language: application.config.language, ask }));
        if (asked === undefined) return options.json === true ? printJson(line, { photo }) : undefined;
        const { asOf, ...request } = asked;
        const diagnosis = await service.diagnoseFault(readsAsOf(who, asOf), request, line.signal);
        await keepLastDiagnosis(application.config.home, request, diagnosis);
        if (file !== undefined) await writeOutput(file, diagnosisFile(request, diagnosis, application.clock.now()).text, 0o600);
        if (options.json === true) printJson(line, photo === undefined ? diagnosis : { photo, diagnosis });
        else line.out(presentDiagnosis(diagnosis, { startedAs: line.startedAs, ids: options.verbose === true }));
      });
    });
}
