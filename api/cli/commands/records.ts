import type { Command } from 'commander';
import { aggregateRecords } from '../../../app/index.ts';
import { type AggregateQuery, FaultlineError, type Field, type Filter, type Measure, RECORD_KINDS } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { readCount } from '../read-count.ts';

interface RecordsOptions extends CommonOptions {
  readonly from: string;
  readonly where: string[];
  readonly by: string[];
  readonly measure: string[];
  readonly limit: string;
  readonly rows: string;
}

const collect = (value: string, all: string[]): string[] => [...all, value];
const TIME_UNITS = ['year', 'quarter', 'month'] as const;
const MEASURES = ['sum', 'mean', 'min', 'max', 'distinct'] as const;

export function addRecords(program: Command, line: CommandLine): void {
  program
    .command('records')
    .description('count, sum and group typed rows, e.g. --where asset=P-101A --by date:year --measure sum:duration')
    .option('--from <kind>', RECORD_KINDS.join(', '), 'work-order')
    .option('--where <condition>', 'field=value, field~text, or date>=2024-01-01; all must hold', collect, [])
    .option('--by <group>', 'field, or field:year|quarter|month', collect, [])
    .option('--measure <measure>', 'count, or sum|mean|min|max|distinct:field', collect, [])
    .option('--limit <count>', 'groups at most', '100')
    .option('--rows <count>', 'print this many of the rows behind the figure')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<RecordsOptions>();
      const rowLimit = options.rows === undefined ? 0 : readCount(options.rows, '--rows');
      const { aggregate, rows } = await withApplication(options, (application, caller) =>
        aggregateRecords(application, caller, { query: readQuery(options), rows: rowLimit }, line.signal),
      );
      if (options.json === true) return printJson(line, { aggregate, rows });
      for (const row of aggregate.rows) line.out(`${row.map((cell) => cell ?? '(empty)').join('\t')}\n`);
      const empty = aggregate.nulls.some((count) => count > 0) ? `, empty cells left out: ${aggregate.nulls.join(', ')}` : '';
      line.out(`over ${aggregate.matched} rows${empty}\n`);
      for (const { record } of rows) {
        const cells = Object.entries(record.columns).flatMap(([field, value]) =>
          value === null || value === undefined ? [] : [`${field}=${value.text}`],
        );
        line.out(`row ${record.anchor.row}\t${cells.join('\t')}\n`);
      }
    });
}

function readQuery(options: RecordsOptions): AggregateQuery {
  const from = RECORD_KINDS.find((kind) => kind === options.from);
  if (from === undefined)
    throw new FaultlineError('invalid-request', `There are no records "${options.from}"; choose one of ${RECORD_KINDS.join(', ')}.`);
  const measures = options.measure.length === 0 ? [{ kind: 'count' } as const] : options.measure.map(readMeasure);
  const groupBy = options.by.map((text) => {
    const [field = '', unit] = text.split(':');
    const bucket = TIME_UNITS.find((one) => one === unit);
    return bucket === undefined
      ? ({ kind: 'field', field: text as Field } as const)
      : ({ kind: 'time', field: field as Field, unit: bucket } as const);
  });
  return {
    from,
    where: { kind: 'all', filters: options.where.map(readCondition) },
    groupBy,
    measures,
    orderBy: [],
    limit: readCount(options.limit, '--limit'),
  };
}

function readMeasure(text: string): Measure {
  if (text === 'count') return { kind: 'count' };
  const [name, field] = text.split(':');
  const kind = MEASURES.find((one) => one === name);
  if (kind === undefined || field === undefined)
    throw new FaultlineError('invalid-request', `"${text}" is no measure; give count or ${MEASURES.join('|')}:field.`);
  return { kind, field: field as Field };
}

function readCondition(text: string): Filter {
  const match = /^([^=~<>]+)(=|~|>=|<)(.*)$/.exec(text);
  if (match === null)
    throw new FaultlineError('invalid-request', `"${text}" is no condition; give field=value, field~text, field>=value or field<value.`);
  const field = match[1] as Field;
  const value = match[3] ?? '';
  if (match[2] === '=') return value === '' ? { kind: 'null', field } : { kind: 'equals', field, value };
  if (match[2] === '~') return { kind: 'contains', field, text: value };
  const bound = /^\d{4}-\d\d(-\d\d)?/.test(value) ? Date.parse(value) : Number(value);
  if (!Number.isFinite(bound)) throw new FaultlineError('invalid-request', `"${value}" is neither a number nor a date.`);
  return match[2] === '<' ? { kind: 'between', field, to: bound } : { kind: 'between', field, from: bound };
}
