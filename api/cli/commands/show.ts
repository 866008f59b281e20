import type { Command } from 'commander';
import { showPassage } from '../../../app/index.ts';
import { describePlaces } from '../../describe-place.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { lastSource } from '../last-answer.ts';
import { readPlace } from '../read-place.ts';
import { writeOutput } from '../write-output.ts';

interface ShowOptions extends CommonOptions {
  readonly out?: string;
}

/** Number of a source as printed with an answer. */
const SOURCE = /^[1-9]\d{0,3}$/;

export function addShow(program: Command, line: CommandLine): void {
  program
    .command('show')
    .description('draw the place of a cited passage with its words marked, as PNG: the page of a PDF, of other documents what was read')
    .argument('<place>', 'N for source [N] of the last answer, or PASSAGE_ID or PASSAGE_ID:START-END, as --verbose prints with an answer')
    .option('--out <file>', 'file for the picture (default: <passage>.png; further pages get a number)')
    .action(async (place: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ShowOptions>();
      const { shown, language } = await withApplication(options, async (application, caller) => {
        const { id, span } = SOURCE.test(place) ? await lastSource(application.config.home, Number(place)) : readPlace(place);
        const shown = await showPassage(application, caller, { passage: id, ...(span === undefined ? {} : { span }) });
        return { shown, language: application.config.language };
      });
      const files: string[] = [];
      for (const [index, { png }] of shown.pictures.entries()) {
        const file = numbered(options.out ?? `${shown.stored.passage.id}.png`, index);
        await writeOutput(file, png);
        files.push(file);
      }
      const { stored, quote, anchors } = shown;
      if (options.json === true) printJson(line, { passage: stored, quote, anchors, files });
      else line.out([`${stored.documentNumber ?? stored.title}, ${describePlaces(anchors, language)}`, quote, ...files, ''].join('\n'));
    });
}

function numbered(file: string, index: number): string {
  return index === 0 ? file : file.replace(/(\.png)?$/i, `-${index + 1}.png`);
}
