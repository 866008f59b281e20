import type { Command } from 'commander';
import { getReliability } from '../../../app/index.ts';
import { FaultlineError, RECORD_KINDS } from '../../../kernel/index.ts';
import { rowsRequestSchema } from '../../contract/aggregate.ts';
import { AS_OF, readsAsOf } from '../as-of.ts';
import { checkDraft } from '../check-draft.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeReliability } from '../describe-reliability.ts';
import { draftRows } from '../read-figure.ts';

interface ReliabilityOptions extends CommonOptions {
  readonly from: string;
  readonly where: readonly string[];
  readonly filter?: string;
  readonly zone: string;
  readonly within: string;
  readonly asOf?: string;
}

const LONGEST = 36_525;
const collect = (value: string, all: readonly string[] = []): string[] => [...all, value];

export function addReliability(records: Command, line: CommandLine): void {
  records
    .command('reliability')
    .description('times between failures, rates, repeats, times of repair and Weibull fits by asset; each row that matches is one failure')
    .option('--from <kind>', RECORD_KINDS.join(', '), 'work-order')
    .option('--where <condition>', 'as aggregate takes it, e.g. "work-type=Corrective"; all must hold', collect, [])
    .option('--filter <json>', 'a filter as /v1/records/aggregate takes it, for and, or, not')
    .option('--within <days>', 'a failure so soon after the one before of its asset is a repeat', '30')
    .option('--zone <zone>', 'of dates in --where: UTC or an offset such as +08:00', 'UTC')
    .option('--as-of <day>', AS_OF)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReliabilityOptions>();
      const within = readWithin(options.within);
      const draft = checkDraft(rowsRequestSchema, { ...draftRows({ ...options, by: [] }), asOf: options.asOf });
      const query = { from: draft.from, where: draft.where };
      const figures = await withApplication(options, (application, caller) =>
        getReliability(application, readsAsOf(caller, draft.asOf), { query, within }, line.signal),
      );
      if (options.json === true) return printJson(line, figures);
      const conditions = [...options.where, ...(options.filter === undefined ? [] : [options.filter])];
      line.out(describeReliability(figures, { from: options.from, conditions, within }));
      for (const { fileName } of figures.beingRead) line.note(`${fileName} is being read: none of its rows is here yet\n`);
    });
}

/** @throws FaultlineError `invalid-request` for anything but days up to a hundred years. */
function readWithin(text: string): number {
  const days = Number(text);
  if (!(days > 0 && days <= LONGEST)) throw new FaultlineError('invalid-request', `--within takes days, as 30, not "${text}".`);
  return days;
}
