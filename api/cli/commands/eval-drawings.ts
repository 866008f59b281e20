import type { Command } from 'commander';
import { dataFolder } from '../../../app/index.ts';
import {
  DRAWING_FORMS,
  DRAWING_PLANS,
  type DrawingForm,
  type DrawingPlan,
  LINE_FORMS,
  PICTURED_FORMS,
  reportDrawingQuestions,
  reportDrawingRevisions,
  reportDrawings,
  reportHandRead,
  runDrawingQuestions,
  runDrawingRevisions,
  runDrawingSuite,
  runHandReadSheet,
} from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readSeeds } from '../read-seeds.ts';

interface DrawingOptions extends CommonOptions {
  readonly seeds: string;
  readonly form: string[];
  readonly plan: string;
  readonly questions?: boolean;
  readonly revisions?: boolean;
  readonly handRead?: boolean;
  readonly data?: string;
  readonly write?: string;
}

const FORMS = [...DRAWING_FORMS, ...PICTURED_FORMS] as const;
const collect = (value: string, all: string[]): string[] => [...all, value];

export function addDrawingSuite(suites: Command, line: CommandLine): void {
  suites
    .command('drawings')
    .description('draw a skid of two sheets, or a one-line diagram, a seed and score tags, connections and instruments that are read of it')
    .option('--seeds <range>', 'as 1-20', '1-20')
    .option('--plan <plan>', `what is drawn: ${DRAWING_PLANS.join(' or ')}`, 'skid')
    .option(
      '--form <form>',
      `one of ${FORMS.join(', ')}; may be given several times; else the first ${DRAWING_FORMS.length}, of a one-line diagram ${LINE_FORMS.join(', ')}`,
      collect,
      [],
    )
    .option('--questions', 'ask questions over the sheets instead, and grade the answers')
    .option('--revisions', 'draw a second revision with some changes instead, and score what is told of them')
    .option('--hand-read', 'read the picture of the public set pid-raster that a person read instead, and score its tags and edges')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<DrawingOptions>();
      if (options.handRead === true) {
        const data = dataFolder(options.data);
        const score = await runHandReadSheet(data, line.signal);
        if (score === undefined) line.note(`Skipped: the set pid-raster is not in "${data}"; set FAULTLINE_DATA.\n`);
        else await giveReport(line, options, { report: score, text: reportHandRead(score) });
        return;
      }
      const plan = readPlan(options.plan);
      const usual = plan === 'skid' ? DRAWING_FORMS : LINE_FORMS;
      const forms = options.form.length === 0 ? usual : options.form.map(readForm);
      const seeds = readSeeds(options.seeds);
      const note = (seed: number, form: DrawingForm): void => line.note(`${form} ${seed}\n`);
      if (options.questions === true) {
        const report = await runDrawingQuestions(seeds, forms, note, line.signal, plan);
        await giveReport(line, options, { report, text: reportDrawingQuestions(report) });
        return;
      }
      if (options.revisions === true) {
        const report = await runDrawingRevisions(seeds, forms, note, line.signal, plan);
        await giveReport(line, options, { report, text: reportDrawingRevisions(report) });
        return;
      }
      const report = await runDrawingSuite(seeds, forms, ({ seed, form }) => note(seed, form), line.signal, plan);
      await giveReport(line, options, { report, text: reportDrawings(report) });
    });
}

function readForm(text: string): DrawingForm {
  const form = FORMS.find((one) => one === text);
  if (form === undefined) throw new FaultlineError('invalid-request', `"${text}" is no form; there are ${FORMS.join(', ')}.`);
  return form;
}

function readPlan(text: string): DrawingPlan {
  const plan = DRAWING_PLANS.find((one) => one === text);
  if (plan === undefined) throw new FaultlineError('invalid-request', `"${text}" is no plan; there are ${DRAWING_PLANS.join(', ')}.`);
  return plan;
}
