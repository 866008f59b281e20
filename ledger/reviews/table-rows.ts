import { type RawBuilder, sql } from 'kysely';
import type { VersionId } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';

/** A version that the reader was found to be allowed to read, and the sheets of its tables. */
interface SheetsOfVersion {
  readonly version: VersionId;
  readonly sheets: readonly string[];
}

/** How many rows with a record each table of some versions has, by version and sheet. */
export async function tableRows(
  { reader, dialect }: Connections,
  versions: readonly SheetsOfVersion[],
): Promise<(version: VersionId, sheet: string) => number> {
  const single = new Set<string>(versions.filter(({ sheets }) => sheets.length === 1).map(({ version }) => version));
  const counted = new Map<string, number>();
  for (const batch of batches([...new Set(versions.map(({ version }) => version))])) {
    const ofOne = batch.filter((version) => single.has(version));
    const ofSeveral = batch.filter((version) => !single.has(version));
    // Which sheet a row is of stands in its anchor, which is looked into only where there are several.
    const sheet = dialect.memberText(sql.ref('record.anchor_json'), 'sheet');
    for (const row of [...(await count(ofOne, sql<string>`''`)), ...(await count(ofSeveral, sheet))]) {
      counted.set(nameOf(row.version, row.sheet ?? ''), row.found);
    }
  }
  return (version, sheet) => counted.get(nameOf(version, single.has(version) ? '' : sheet)) ?? 0;

  async function count(asked: readonly VersionId[], sheet: RawBuilder<string | null>): Promise<readonly RowsFound[]> {
    if (asked.length === 0) return [];
    const { rows } = await sql<RowsFound>`select version, sheet, count(distinct passage) as found
      from (select record.version, record.passage, ${sheet} as sheet from record
        where ${dialect.oneOf(sql.ref('record.version'), asked)}) as row_of
      group by version, sheet`.execute(reader);
    return rows;
  }
}

interface RowsFound {
  readonly version: string;
  readonly sheet: string | null;
  readonly found: number;
}

function nameOf(version: string, sheet: string): string {
  return JSON.stringify([version, sheet]);
}
