import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { aggregateRecords, exportFigure, pageRecords } from '../../../app/index.ts';
import {
  type AggregateColumn,
  type AggregateQuery,
  FaultlineError,
  type FileBeingRead,
  RECORD_KINDS,
  type RecordRow,
  TIME_UNITS,
} from '../../../kernel/index.ts';
import { aggregateRequestSchema, rowsRequestSchema } from '../../contract/aggregate.ts';
import { writeCountCursor } from '../../contract/count-cursor.ts';
import { AS_OF, readAsOf, readsAsOf } from '../as-of.ts';
import { checkDraft } from '../check-draft.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { readCount } from '../read-count.ts';
import { draftFigure, draftRows, type FigureWords, type MeasureWords } from '../read-figure.ts';
import { addReliability } from './reliability.ts';

interface RowsOptions extends CommonOptions, FigureWords {
  readonly csv?: string;
  readonly asOf?: string;
}
interface AggregateOptions extends RowsOptions, MeasureWords {
  readonly rows: string;
}
interface PageOptions extends RowsOptions {
  readonly group?: string[];
  readonly offset: string;
  readonly limit: string;
}

const collect = (value: string, all: readonly string[] = []): string[] => [...all, value];

export function addRecords(program: Command, line: CommandLine): void {
  const records = program.command('records').description('figures over typed rows of logs and tables, and the rows behind them');

  whichRows(records.command('aggregate', { isDefault: true }))
    .description('count, sum and group rows, e.g. --where asset=P-101A --by date:month --measure sum:duration --having "count>=3"')
    .option('--measure <measure>', 'count, sum|mean|min|max|median|distinct:field, or p90:field', collect, [])
    .option('--having <condition>', 'groups of which this holds, e.g. "count>=3"; all must hold', collect, [])
    .option('--order <column>', 'a measure or group as given, with :desc for the largest first', collect, [])
    .option('--limit <count>', 'groups at most', '100')
    .option('--rows <count>', 'also print this many of the rows', '0')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<AggregateOptions>();
      const draft = { ...draftFigure(options), rows: Number(options.rows), asOf: options.asOf };
      const { rows, asOf, ...query } = checkDraft(aggregateRequestSchema, draft);
      if (options.csv !== undefined) return writeCsv(line, options, query, undefined);
      const figure = await withApplication(options, (application, caller) =>
        aggregateRecords(application, readsAsOf(caller, asOf), { query, rows }, line.signal),
      );
      if (options.json === true) return printJson(line, figure);
      const { aggregate } = figure;
      line.out(`${aggregate.columns.map(columnTitle).join('\t')}\n`);
      for (const row of aggregate.rows) line.out(`${row.map((cell) => cell ?? '(empty)').join('\t')}\n`);
      if (aggregate.groups > aggregate.rows.length) line.out(`${aggregate.groups - aggregate.rows.length} more groups; see --limit\n`);
      line.out(`over ${aggregate.matched} rows${aggregate.columns.map(emptyCells).join('')}\nproof ${aggregate.proof}\n`);
      for (const { name, units } of aggregate.columns) {
        if (units !== undefined && units.length > 1) line.note(`${name} mixes the units ${units.join(', ')}: filter to one of them\n`);
      }
      noteBeingRead(line, figure.beingRead);
      printRows(line, figure.rows);
    });

  whichRows(records.command('rows'))
    .description('the rows behind a figure, newest first, e.g. --where asset=P-101A --by date:year --group 2024')
    .option('--group <key>', 'one of the keys that aggregate --json gives, once for each --by; "" is the group without value', collect)
    .option('--offset <count>', 'rows passed over', '0')
    .option('--limit <count>', 'rows at most', '20')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<PageOptions>();
      const group = options.group?.map((key) => (key === '' ? null : key));
      const {
        cursor: offset = 0,
        limit,
        asOf,
        ...rest
      } = checkDraft(rowsRequestSchema, {
        ...draftRows(options),
        ...(group === undefined ? {} : { group }),
        cursor: writeCountCursor(options.offset === '0' ? 0 : readCount(options.offset, '--offset')),
        limit: Number(options.limit),
        asOf: options.asOf,
      });
      const { group: asked, ...query } = rest;
      if (options.csv !== undefined) {
        const figure: AggregateQuery = { ...query, measures: [{ kind: 'count' }], orderBy: [], limit: 1 };
        return writeCsv(line, options, figure, asked);
      }
      const ofGroup = asked === undefined ? {} : { group: asked };
      const page = await withApplication(options, (application, caller) =>
        pageRecords(application, readsAsOf(caller, asOf), { query, ...ofGroup, offset, limit }, line.signal),
      );
      if (options.json === true) return printJson(line, page);
      noteBeingRead(line, page.beingRead);
      printRows(line, page.rows);
      line.out(`${offset + 1} to ${offset + page.rows.length} of ${page.matched} rows\nproof ${page.proof}\n`);
    });

  addReliability(records, line);
}

function noteBeingRead(line: CommandLine, logs: readonly FileBeingRead[]): void {
  for (const { fileName } of logs) line.note(`${fileName} is being read: none of its rows is here yet\n`);
}

function whichRows(command: Command): Command {
  return command
    .option('--from <kind>', RECORD_KINDS.join(', '), 'work-order')
    .option(
      '--where <condition>',
      'field=value, field=one|other, field!=value, field= (empty), field~text, field>=2024-01-01; all must hold',
      collect,
      [],
    )
    .option('--filter <json>', 'a filter as /v1/records/aggregate takes it, for and, or, not')
    .option('--by <group>', `field, or field:${TIME_UNITS.join('|')}`, collect, [])
    .option('--zone <zone>', 'of --by and of dates in --where: UTC or an offset such as +08:00', 'UTC')
    .option('--as-of <day>', AS_OF)
    .option('--csv <file>', 'write the figure with all of its rows as CSV; - prints it');
}

/** Writes to a file that appears when it is whole, or prints. */
async function writeCsv(
  line: CommandLine,
  options: RowsOptions,
  query: AggregateQuery,
  group: readonly (string | null)[] | undefined,
): Promise<void> {
  const target = options.csv ?? '-';
  await withApplication(options, async (application, caller) => {
    const pieces = exportFigure(
      application,
      readsAsOf(caller, readAsOf(options.asOf)),
      { query, ...(group === undefined ? {} : { group }) },
      line.signal,
    );
    if (target === '-') {
      for await (const piece of pieces) line.out(piece);
      return;
    }
    const part = `${target}.part`;
    const file = createWriteStream(part);
    try {
      await once(file, 'open');
      for await (const piece of pieces) if (!file.write(piece)) await once(file, 'drain');
      file.end();
      await once(file, 'close');
      await rename(part, target);
    } catch (cause) {
      file.destroy();
      await rm(part, { force: true });
      if (cause instanceof FaultlineError || line.signal.aborted) throw cause;
      throw new FaultlineError('invalid-request', `"${target}" cannot be written; choose another file.`, { cause });
    }
    line.out(`written to ${target}\n`);
  });
}

function columnTitle({ name, zone }: AggregateColumn): string {
  return zone === undefined ? name : `${name} (${zone})`;
}

function emptyCells({ name, nulls }: AggregateColumn): string {
  return nulls === 0 ? '' : `, ${name} empty in ${nulls}`;
}

function printRows(line: CommandLine, rows: readonly RecordRow[]): void {
  for (const { record } of rows) {
    const cells = Object.entries(record.columns).flatMap(([field, value]) =>
      value === null || value === undefined ? [] : [`${field}=${value.text}`],
    );
    line.out(`row ${record.anchor.row}\t${cells.join('\t')}\n`);
  }
}
