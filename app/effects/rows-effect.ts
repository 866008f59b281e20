import {
  type Anchor,
  canonicalJson,
  type DocumentId,
  FaultlineError,
  type Json,
  type Passage,
  type VersionId,
} from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { type ReadCell, type ReadRow, readRows } from './read-rows.ts';

/** Rows shown as they are read and as they would be. */
const ROWS_SHOWN = 3;
/** Documents that are named. */
const DOCUMENTS_NAMED = 20;

/** A document version that would be read anew. */
export interface RereadDocument {
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly title: string;
  /** Of the tables in question; absent where they are no records. */
  readonly rows?: number;
}

export interface ChangedRow {
  readonly passageId: string;
  readonly anchors: readonly Anchor[];
  /** The cells that would be read otherwise. */
  readonly cells: readonly {
    readonly column: string;
    readonly printed: string;
    readonly before: CellReading;
    readonly after: CellReading;
  }[];
  /** Why the row is not read in full. */
  readonly fault: { readonly before?: string; readonly after?: string };
}

type CellReading = Pick<ReadCell, 'text' | 'role' | 'value'>;

/** What a correction of a column or of a cell would have read otherwise. */
export interface RowsEffect {
  readonly kind: 'rows';
  /** Versions that would be read anew, in all, and those that are named. */
  readonly total: number;
  readonly documents: readonly RereadDocument[];
  /** Rows of the tables in question in all of them. */
  readonly rows: number;
  /** Out of the first rows of the version that was looked at: how many these are, how many would be read otherwise, how many not in full. */
  readonly looked: number;
  readonly changed: number;
  readonly faulty: { readonly before: number; readonly after: number };
  readonly samples: readonly ChangedRow[];
}

/** The correction that is tried, and which rows it is looked at in. */
interface Tried {
  readonly decision: NonNullable<Parameters<Ledger['decisions']['corrections']>[1]>;
  readonly documents: readonly RereadDocument[];
  isWanted(passage: Passage): boolean;
}

/**
 * Reads the first rows in question twice, as people have corrected them by now and with one correction more. Nothing is changed.
 * @throws FaultlineError `not-found` when the version is gone; the signal's reason.
 */
export async function rowsEffect(
  application: Application,
  tenant: Parameters<Ledger['documents']['find']>[0],
  { decision, documents, isWanted }: Tried,
  signal: AbortSignal,
): Promise<RowsEffect> {
  const { ledger } = application;
  const found = await ledger.documents.find(tenant, decision.version);
  if (found === undefined) throw new FaultlineError('not-found', 'This version of the document is gone.');
  const read = async (supposing?: Tried['decision']): Promise<readonly ReadRow[]> =>
    readRows(application, found, await ledger.decisions.corrections(decision.version, supposing), isWanted, signal);
  const before = await read();
  const after = new Map((await read(decision)).map((row) => [row.passage, row]));
  const pairs = before.flatMap((row) => {
    const then = after.get(row.passage);
    return then === undefined ? [] : [{ row, then }];
  });
  const changed = pairs.flatMap(({ row, then }) => changedRow(row, then) ?? []);
  return {
    kind: 'rows',
    total: documents.length,
    documents: documents.slice(0, DOCUMENTS_NAMED),
    rows: documents.reduce((sum, { rows = 0 }) => sum + rows, 0),
    looked: pairs.length,
    changed: changed.length,
    faulty: {
      before: pairs.filter(({ row }) => row.fault !== undefined).length,
      after: pairs.filter(({ then }) => then.fault !== undefined).length,
    },
    samples: changed.slice(0, ROWS_SHOWN),
  };
}

/** Undefined where nothing of the row would be read otherwise. */
function changedRow(row: ReadRow, then: ReadRow): ChangedRow | undefined {
  const cells = row.cells.flatMap((cell, index) => {
    const other = then.cells[index];
    if (other === undefined || equalReading(cell, other)) return [];
    return [{ column: cell.column, printed: cell.printed, before: reading(cell), after: reading(other) }];
  });
  if (cells.length === 0 && row.fault === then.fault) return undefined;
  const fault = {
    ...(row.fault === undefined ? {} : { before: row.fault }),
    ...(then.fault === undefined ? {} : { after: then.fault }),
  };
  return { passageId: row.passage, anchors: row.anchors, cells, fault };
}

function reading({ text, role, value }: ReadCell): CellReading {
  return { text, ...(role === undefined ? {} : { role }), ...(value === undefined ? {} : { value }) };
}

function equalReading(left: ReadCell, right: ReadCell): boolean {
  return canonicalJson(reading(left) as unknown as Json) === canonicalJson(reading(right) as unknown as Json);
}
