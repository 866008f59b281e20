import type { Command } from 'commander';
import { listPassages, readingWords } from '../../../app/index.ts';
import { describeBoxes, describePlace } from '../../describe-place.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { findDocument } from '../find-document.ts';
import { oneLine } from '../one-line.ts';
import { readCount } from '../read-count.ts';

interface PassagesOptions extends CommonOptions {
  readonly from: string;
  readonly limit: string;
}

/** What was read of a document, passage by passage. */
export function addPassages(program: Command, line: CommandLine): void {
  program
    .command('passages')
    .description('the passages of a document in reading order, each with its place, its boxes and its id')
    .argument('<document>', 'id, number, name, file name or title of a document')
    .option('--from <number>', 'first passage wanted, counted from 1', '1')
    .option('--limit <count>', 'passages at most', '100')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<PassagesOptions>();
      const from = readCount(options.from, '--from');
      const limit = readCount(options.limit, '--limit');
      await withApplication(options, async (application, caller) => {
        const { document, versions } = await findDocument(application, caller, text);
        const found = await listPassages(application, caller, { document: document.id, from: from - 1, limit });
        if (options.json === true)
          return printJson(
            line,
            found.map(({ passage: { runs: _, ...passage } }) => passage),
          );
        const { language } = application.config;
        const words = readingWords(language);
        const shown = versions.find(({ id }) => id === found[0]?.passage.versionId);
        const all = shown?.report?.passages ?? versions[0]?.report?.passages ?? 0;
        line.out(found.length === 0 ? `${words.none(all)}\n` : `${words.shown(from, from + found.length - 1, all)}\n`);
        for (const [index, { passage }] of found.entries()) {
          const places = passage.anchors.map((anchor) => `${describePlace(anchor, language)} ${describeBoxes(anchor)}`.trim());
          line.out(`${from + index}. ${words.kinds[passage.kind]}, ${places.join('; ')}  (${passage.id})\n   ${oneLine(passage.text)}\n`);
        }
      });
    });
}
