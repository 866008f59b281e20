import { bytesMissing } from '../../ingest/index.ts';
import { type Anchor, asCorrected, type ColumnRole, type Field, type Passage, type TypedRecord, type Value } from '../../kernel/index.ts';
import type { DocumentVersion } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { readingRequest } from '../reading-request.ts';

/** A cell as it is read: what its column means, and the value that it has as that; null where it is empty, absent without a record. */
export interface ReadCell {
  readonly column: string;
  /** As the document has it. */
  readonly printed: string;
  /** As people corrected it. */
  readonly text: string;
  readonly role?: ColumnRole;
  readonly value?: Value | null;
}

/** A row of a log or table as it is read. */
export interface ReadRow {
  readonly passage: string;
  readonly anchors: readonly Anchor[];
  readonly cells: readonly ReadCell[];
  /** Why the row could not be read in full. */
  readonly fault?: string;
}

/** So many steps of a reading (1,000 rows or some pages each) without a row that is wanted are enough. */
const MOST_STEPS = 200;
/** Steps that are read past the wanted rows: a reading that comes to its end leaves its process for the next one. */
const STEPS_TO_END = 20;

type Corrected = Parameters<typeof readingRequest>[3];

/**
 * The wanted rows of the first step of a reading that has any, by the reading that a document gets when it is sent; nothing is kept of it.
 * @throws FaultlineError `storage-failed` where its bytes are gone; the signal's reason.
 */
export async function readRows(
  { blobs, config, read }: Pick<Application, 'blobs' | 'config' | 'read'>,
  { document, version }: DocumentVersion,
  corrected: Corrected,
  isWanted: (passage: Passage) => boolean,
  signal: AbortSignal,
): Promise<readonly ReadRow[]> {
  const path = await blobs.get(document.tenant, version.sha256);
  if (path === undefined) throw bytesMissing();
  let steps = 0;
  let found: readonly ReadRow[] = [];
  for await (const event of read(readingRequest(config, version, path, corrected), signal)) {
    if (event.kind !== 'chunk') continue;
    steps += 1;
    if (steps === (found.length > 0 ? STEPS_TO_END : MOST_STEPS)) break;
    if (found.length > 0) continue;
    const { passages, records } = event.chunk;
    const wanted = passages.filter(isWanted);
    const recorded = new Map(records.toReversed().map((record) => [record.passageId, record]));
    found = wanted.map((passage) => readRow(passage, recorded.get(passage.id)));
    if (found.length > 0) steps = 0;
  }
  return found;
}

function readRow(passage: Passage, record: TypedRecord | undefined): ReadRow {
  const corrected = asCorrected(passage);
  const cells = (passage.cells ?? []).map(({ column, role, start, end }, index): ReadCell => {
    const said = corrected.cells?.[index];
    return {
      column,
      printed: passage.text.slice(start, end),
      text: said === undefined ? passage.text.slice(start, end) : corrected.text.slice(said.start, said.end),
      ...(role === undefined ? {} : { role }),
      ...(record === undefined ? {} : { value: cellValue(record, column, role) }),
    };
  });
  return { passage: passage.id, anchors: passage.anchors, cells, ...(record?.fault === undefined ? {} : { fault: record.fault }) };
}

/** A column whose role another one has before it stands under its header. */
function cellValue({ columns }: TypedRecord, column: string, role: ColumnRole | undefined): Value | null {
  const own: Field = `x:${column}`;
  if (role === undefined || Object.hasOwn(columns, own)) return columns[own] ?? null;
  return columns[role] ?? null;
}
