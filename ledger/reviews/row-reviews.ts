import { sql } from 'kysely';
import { type Access, type MadeDecision, makeReviewId, type Review } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import type { Connections } from '../connection/connections.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { passageIdShape, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { decidedBy } from './decided-by.ts';
import { evidenceOf, type StoredEvidence } from './review-evidence.ts';

/** Doubtful rows are asked about up to this many; a file with more is better sent again in a better form. */
const MOST_ASKED = 1_000;

/** Rows with a cell that could not be read, as the reading found them or people corrected them. */
export async function rowReviews(
  { reader, dialect }: Connections,
  access: Access,
  log: readonly MadeDecision[],
): Promise<readonly Review[]> {
  const decided = decidedBy(log, (decision) => (decision.kind === 'correct-text' ? decision.passage : undefined));
  const { rows } = await sql<StoredEvidence & { readonly fault: string | null }>`
    select passage.*, version.document, version.title, record.fault
    from record join version on version.id = record.version join passage on passage.id = record.passage
    where ${readable(dialect, access)} and (record.fault is not null or ${dialect.oneOf(sql.ref('record.passage'), [...decided.keys()])})
    order by record.version, record.ordinal limit ${MOST_ASKED}`.execute(reader);
  return rows.map((row): Review => {
    const passage = readShape(passageIdShape, row.id, 'passage');
    return {
      id: makeReviewId(access.tenant, 'doubtful-row', passage),
      state: row.fault === null ? 'decided' : 'open',
      subject: {
        kind: 'doubtful-row',
        version: readShape(versionIdShape, row.version, 'passage'),
        passage,
        cause: row.fault ?? 'corrected by a person',
        cells: (readPassage(row).cells ?? []).map(({ column, start, end }) => ({ column, start, end })),
      },
      touches: 1,
      evidence: [evidenceOf(row, 0, row.text.length)],
      // Only a person can say what should stand there.
      proposals: [],
      decisions: decided.get(passage) ?? [],
    };
  });
}
