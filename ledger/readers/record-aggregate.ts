import { type RawBuilder, sql } from 'kysely';
import {
  type Access,
  type AggregateCell,
  type AggregateColumn,
  type AggregateQuery,
  columnName,
  type Filter,
  type RecordKind,
  type RecordReader,
  startRecordProof,
} from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { makeRecordFigures } from './record-figures.ts';
import type { RecordCells } from './record-filter.ts';

/** Ordinals that come in one row of the list of what matched. */
const ORDINALS_A_ROW = 1000;

/** The rows of a kind that a reader may read and that pass a filter, from `from` on. */
export type Matching = (access: Access, from: RecordKind, where: Filter) => Promise<RawBuilder<unknown>>;

type Cells = Readonly<Record<string, AggregateCell>>;

/** Figures in two passes over what matches: one takes the cells out of each row and computes, one lists the rows for the proof. */
export function makeRecordAggregate(connections: Connections, cells: RecordCells, matching: Matching): RecordReader['aggregate'] {
  const { dialect, query: run } = connections;
  const figures = makeRecordFigures(dialect, cells);

  /** Groups that pass, each with the totals over all groups, passing or not. */
  async function groupsOf(query: AggregateQuery, rows: RawBuilder<unknown>, signal: AbortSignal): Promise<readonly Cells[]> {
    const having = query.having === undefined ? sql`` : sql`where ${figures.having(query.having)}`;
    return run(
      sql<Cells>`${figuresOf(query, rows)}
        select passing.*, count(*) over () as groups from (select figure.*, ${figures.totals(query)} from figure) as passing
        ${having} ${figures.order(query)} limit ${query.limit}`,
      signal,
    );
  }

  /** The totals where no group passes. */
  async function totalsOf(query: AggregateQuery, rows: RawBuilder<unknown>, signal: AbortSignal): Promise<Cells> {
    const [totals] = await run(sql<Cells>`${figuresOf(query, rows)} select ${figures.totals(query)} from figure limit 1`, signal);
    return totals ?? {};
  }

  function figuresOf(query: AggregateQuery, rows: RawBuilder<unknown>): RawBuilder<unknown> {
    return sql`with cell as materialized (select ${figures.taken(query)} ${rows}),
      figure as (select ${figures.computed(query)} from cell ${figures.grouped(query)})`;
  }

  async function proofOf(query: AggregateQuery, rows: RawBuilder<unknown>, signal: AbortSignal) {
    const lists = await run(
      sql<{ version: string; ordinals: string }>`select version, string_agg(cast(ordinal as text), ',' order by ordinal) as ordinals
        from (select record.version, record.ordinal ${rows}) as matched
        group by version, ordinal / ${sql.lit(ORDINALS_A_ROW)} order by version, min(ordinal)`,
      signal,
    );
    const proof = startRecordProof(query);
    let matched = 0;
    for (const { version, ordinals } of lists) {
      for (const ordinal of ordinals.split(',')) {
        proof.add(version, Number(ordinal));
        matched += 1;
      }
    }
    return { matched, proof: proof.end() };
  }

  /** Units that the measured cells of quantities are written in, sorted: looked for one by one only where there are several. */
  async function unitsOf(query: AggregateQuery, index: number, totals: Cells, rows: RawBuilder<unknown>, signal: AbortSignal) {
    const [least, greatest] = [textOrNull(totals[`all_lo${index}`]), textOrNull(totals[`all_hi${index}`])];
    if (least === null || greatest === null) return [];
    const measure = query.measures[index];
    if (least === greatest || measure === undefined || measure.kind === 'count') return [least];
    const unit = cells.unit(measure.field);
    const found = await run(sql<{ unit: string }>`select distinct ${unit} as unit ${rows} and ${unit} is not null order by 1`, signal);
    return found.map((row) => row.unit);
  }

  return async (access, query, signal) => {
    const rows = await matching(access, query.from, query.where);
    const found = await groupsOf(query, rows, signal);
    const { matched, proof } = await proofOf(query, rows, signal);
    const totals = found[0] ?? (matched === 0 ? {} : await totalsOf(query, rows, signal));
    const described: AggregateColumn[] = [];
    for (const [place, column] of [...query.groupBy, ...query.measures].entries()) {
      const units = await unitsOf(query, place - query.groupBy.length, totals, rows, signal);
      described.push({
        name: columnName(column),
        nulls: Number(totals[`all_n${place}`] ?? 0),
        ...(column.kind === 'time' ? { zone: column.zone ?? 'UTC' } : {}),
        ...(units.length === 0 ? {} : { units }),
      });
    }
    return {
      columns: described,
      rows: found.map((row) => [
        ...query.groupBy.map((_, index) => row[`g${index}`] ?? null),
        ...query.measures.map((_, index) => row[`m${index}`] ?? null),
      ]),
      keys: found.map((row) => query.groupBy.map((_, index) => textOrNull(row[`k${index}`]))),
      groups: Number(found[0]?.groups ?? 0),
      matched,
      nulls: described.slice(query.groupBy.length).map((column) => column.nulls),
      proof,
    };
  };
}

function textOrNull(cell: AggregateCell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
