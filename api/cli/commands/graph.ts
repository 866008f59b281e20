import type { Command } from 'commander';
import { explainPaths, findEntities, getEntities, getFacts, getNeighbourhood, getTimeline } from '../../../app/index.ts';
import { type FactId, FaultlineError, NODE_KINDS, type NodeKind, PREDICATES, type Predicate, parseFactId } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { presentEntities, presentEntity, presentFact, presentNeighbourhood, presentPaths } from '../present-graph.ts';
import { presentTimeline } from '../present-timeline.ts';
import { readCount } from '../read-count.ts';

interface GraphOptions extends CommonOptions {
  readonly type?: string;
  readonly limit: string;
  readonly depth: string;
  readonly group: string;
  readonly maxLength: string;
  readonly predicates?: string;
  readonly ids?: boolean;
}

const DEEPEST = 4;
const LONGEST = 6;
const THING = 'id of an entity or key, or a whole tag, code or name';
const ONLY = ['--predicates <list>', `only these, separated by commas: ${PREDICATES.join(', ')}`] as const;

export function addGraph(program: Command, line: CommandLine): void {
  const graph = program
    .command('graph')
    .description('what the documents say of things and how they are connected, each fact with its evidence');

  graph
    .command('find')
    .description('things by a part of a tag, code or name in Chinese or English')
    .argument('[text]', 'absent: all things')
    .option('--type <kind>', NODE_KINDS.join(', '))
    .option('--limit <count>', 'things at most', '50')
    .action(async (text: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const asked = {
        limit: readCount(options.limit, '--limit'),
        ...(text === undefined ? {} : { text }),
        ...(options.type === undefined ? {} : { type: readKind(options.type) }),
      };
      const found = await withApplication(options, (application, caller) => findEntities(application, caller, asked));
      if (options.json === true) return printJson(line, found);
      line.out(presentEntities(found.entities));
      if (found.next !== undefined) line.out('… there are more; raise --limit\n');
    });

  graph
    .command('entity')
    .description('a thing: all its names, its specifications, and how many facts join it to others')
    .argument('<thing>', THING)
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const found = await withApplication(options, (application, caller) => getEntities(application, caller, name, line.signal));
      if (options.json === true) return printJson(line, found);
      for (const entity of found) line.out(presentEntity(entity));
    });

  graph
    .command('neighbourhood')
    .description('what is known around a thing')
    .argument('<thing>', THING)
    .option('--depth <count>', `how many facts away, up to ${DEEPEST}`, '1')
    .option(...ONLY)
    .option('--group <count>', 'facts kept of one thing and kind; the others are counted', '20')
    .option('--ids', 'print the id of each fact')
    .action(async (of: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const depth = readUpTo(options.depth, '--depth', DEEPEST);
      const request = { of, depth, group: readCount(options.group, '--group'), ...readPredicates(options.predicates) };
      const found = await withApplication(options, (application, caller) => getNeighbourhood(application, caller, request, line.signal));
      if (options.json === true) return printJson(line, found);
      line.out(presentNeighbourhood(found, options.ids === true));
    });

  graph
    .command('paths')
    .description('how two things are connected, step by step, shortest first')
    .argument('<from>', THING)
    .argument('<to>', THING)
    .option('--max-length <count>', `steps at most, up to ${LONGEST}`, '4')
    .option(...ONLY)
    .option('--limit <count>', 'paths at most', '5')
    .action(async (from: string, to: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const maxLength = readUpTo(options.maxLength, '--max-length', LONGEST);
      const request = { from, to, maxLength, limit: readCount(options.limit, '--limit'), ...readPredicates(options.predicates) };
      const found = await withApplication(options, (application, caller) => explainPaths(application, caller, request, line.signal));
      if (options.json === true) return printJson(line, found);
      line.out(presentPaths(found));
    });

  graph
    .command('timeline')
    .description('what happened to a thing and what was written of it, newest first: rows of logs, revisions of documents')
    .argument('<thing>', THING)
    .option('--limit <count>', 'entries at most', '50')
    .action(async (of: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const request = { of, offset: 0, limit: readCount(options.limit, '--limit') };
      const found = await withApplication(options, (application, caller) => getTimeline(application, caller, request, line.signal));
      if (options.json === true) return printJson(line, found);
      line.out(presentTimeline(found));
    });

  graph
    .command('facts')
    .description('facts with all their evidence')
    .argument('<ids...>', 'FACT_ID, as printed with paths or by neighbourhood --ids')
    .action(async (texts: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GraphOptions>();
      const ids = texts.map(readFactId);
      const found = await withApplication(options, (application, caller) => getFacts(application, caller, ids));
      if (options.json === true) return printJson(line, found);
      for (const fact of found) line.out(presentFact(fact));
    });
}

function readKind(text: string): NodeKind {
  const kind = NODE_KINDS.find((one) => one.toLowerCase() === text.toLowerCase());
  if (kind === undefined)
    throw new FaultlineError('invalid-request', `There is no kind "${text}"; choose one of ${NODE_KINDS.join(', ')}.`);
  return kind;
}

function readPredicates(text: string | undefined): { readonly predicates?: readonly Predicate[] } {
  if (text === undefined) return {};
  const predicates = text.split(',').map((part) => {
    const predicate = PREDICATES.find((one) => one === part.trim().toUpperCase());
    if (predicate === undefined)
      throw new FaultlineError('invalid-request', `There is no predicate "${part}"; choose among ${PREDICATES.join(', ')}.`);
    return predicate;
  });
  return { predicates };
}

function readUpTo(text: string, option: string, most: number): number {
  const count = readCount(text, option);
  if (count > most) throw new FaultlineError('invalid-request', `${option} goes up to ${most}.`);
  return count;
}

function readFactId(text: string): FactId {
  const id = parseFactId(text);
  if (id === undefined)
    throw new FaultlineError('invalid-request', `"${text}" is no fact id; \`graph paths\` and \`graph neighbourhood --ids\` print them.`);
  return id;
}
