import type { Command } from 'commander';
import { z } from 'zod';
import { loadConfig, searchPassages } from '../../../app/index.ts';
import { searchAnswerSchema } from '../../contract/search.ts';
import { describePlaces } from '../../describe-place.ts';
import { AS_OF, readAsOf, readsAsOf } from '../as-of.ts';
import { askService } from '../ask-service.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeSource } from '../describe-source.ts';
import { describeStamp } from '../describe-stamp.ts';
import { readCount } from '../read-count.ts';

interface SearchOptions extends CommonOptions {
  readonly k: string;
  readonly asOf?: string;
}

const FOUND = z.custom<Awaited<ReturnType<typeof searchPassages>>>((value) => searchAnswerSchema.safeParse(value).success);

export function addSearch(program: Command, line: CommandLine): void {
  program
    .command('search')
    .description('find passages, best first')
    .argument('<query>', 'in Chinese or English')
    .option('-k <count>', 'passages at most', '10')
    .option('--as-of <day>', AS_OF)
    .action(async (query: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<SearchOptions>();
      const k = readCount(options.k, '-k');
      const asOf = readAsOf(options.asOf);
      const config = loadConfig({ home: options.home, labels: options.readLabels, language: options.language });
      const found =
        (await askService(config, '/v1/search', { query, k, asOf: options.asOf }, FOUND, line.signal)) ??
        (await withApplication(options, (application, caller) =>
          searchPassages(application, readsAsOf(caller, asOf), { query, k }, line.signal),
        ));
      if (options.json === true) return printJson(line, found);
      for (const hit of found.hits) {
        const stamped = hit.stamp === undefined ? '' : `  ${describeStamp(hit.stamp)}`;
        line.out(
          `${hit.passageId}  ${describeSource(hit, config.language)}, ${describePlaces(hit.anchors, config.language)}${stamped}\n    ${hit.text.replace(/\s+/g, ' ').slice(0, 200)}\n`,
        );
      }
    });
}
