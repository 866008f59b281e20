import type { Command } from 'commander';
import { exploreGraph } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeAnchors } from '../describe-anchors.ts';
import { readCount } from '../read-count.ts';

interface GraphOptions extends CommonOptions {
  readonly hops: string;
}

export function addGraph(program: Command, line: CommandLine): void {
  program
    .command('graph')
    .description('what is known of a thing by its tag, number or name, each fact with its evidence')
    .argument('<name>', 'tag, part number, alarm code or name')
    .option('--hops <count>', 'how far to go', '1')
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const hops = readCount(options.hops, '--hops');
      const found = await withApplication(options, (application, caller) => exploreGraph(application, caller, { name, hops }, line.signal));
      if (options.json === true) return printJson(line, found);
      for (const entity of found.entities) line.out(`${entity.type}: ${entity.keys.map((key) => key.text).join(' = ')}\n`);
      for (const { from, predicate, to, fact } of found.edges) {
        const where = fact.evidence.map(({ evidence }) => describeAnchors(evidence.anchors)).join('; ');
        line.out(`  ${from} ${predicate} ${to}  (${where})\n`);
      }
      if (found.truncated) line.out('  … more than is shown\n');
    });
}
