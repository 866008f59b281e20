import { sql } from 'kysely';
import {
  type Access,
  canonicalJson,
  formOf,
  headerKey,
  type MadeDecision,
  makeReviewId,
  type Review,
  type ReviewEvidence,
  type TextDecision,
  tablesOf,
} from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import type { Connections } from '../connection/connections.ts';
import { reachOf } from '../rows/column-reach.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { reportShape } from '../rows/report-shape.ts';
import { documentIdShape, labelSetIdShape, passageIdShape, readJson, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { evidenceOf, type StoredEvidence } from './review-evidence.ts';

/** Doubtful rows and columns are asked about up to this many; a file with more is better sent again in a better form. */
const MOST_ASKED = 1_000;
/** Rows of a column that are shown. */
const ROWS_SHOWN = 3;
const ROWS_LOOKED_THROUGH = 100;

/** Rows with a cell that could not be read, and columns whose meaning is not known, as the reading found them or people corrected them. */
export async function readingReviews(connections: Connections, access: Access, log: readonly MadeDecision[]): Promise<readonly Review[]> {
  return [...(await rowReviews(connections, access, log)), ...(await columnReviews(connections, access, log))];
}

async function rowReviews({ reader, dialect }: Connections, access: Access, log: readonly MadeDecision[]): Promise<readonly Review[]> {
  const decided = new Map<string, MadeDecision[]>();
  for (const made of log) {
    if (made.state !== 'in-force' || made.decision.kind !== 'correct-text') continue;
    const { passage } = made.decision satisfies TextDecision;
    decided.set(passage, [...(decided.get(passage) ?? []), made]);
  }
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
      },
      evidence: [evidenceOf(row, 0, row.text.length)],
      // Only a person can say what should stand there.
      proposals: [],
      decisions: decided.get(passage) ?? [],
    };
  });
}

async function columnReviews(connections: Connections, access: Access, log: readonly MadeDecision[]): Promise<readonly Review[]> {
  const { reader, dialect } = connections;
  const versions = await reader
    .selectFrom('version')
    .select(['version.id', 'version.document', 'version.title', 'version.label_set', 'version.report_json'])
    .where(readable(dialect, access))
    .where('version.records', '>', 0)
    .where('version.report_json', 'is not', null)
    .orderBy('version.id')
    .execute();
  const said = log.flatMap((made) =>
    made.state === 'in-force' && made.decision.kind === 'correct-column' ? [{ made, decision: made.decision }] : [],
  );
  const reviews = new Map<string, Review>();
  for (const row of versions) {
    const version = readShape(versionIdShape, row.id, 'version');
    const report = row.report_json === null ? undefined : readJson(reportShape, row.report_json, 'quality report');
    const among = readShape(labelSetIdShape, row.label_set, 'version');
    const tables = tablesOf(report?.columns ?? []).map((table) => ({ ...table, form: formOf(table, among) }));
    const place = { version, document: readShape(documentIdShape, row.document, 'version'), tables };
    for (const { sheet: table = '', header: column, role } of report?.columns ?? []) {
      const decisions = said
        .filter(
          ({ decision }) => headerKey(decision.column) === headerKey(column) && reachOf(decision, place).some((one) => one.table === table),
        )
        .map(({ made }) => made);
      if (role !== undefined && decisions.length === 0) continue;
      // Exports of one form ask one question, whatever their number.
      const form = tables.find(({ sheet }) => sheet === table)?.form;
      const about = form === undefined ? [version, table, column] : [form, headerKey(column)];
      const id = makeReviewId(access.tenant, 'doubtful-column', canonicalJson(about));
      const isSettled = role !== undefined || decisions.some(({ decision }) => 'role' in decision);
      const asked = reviews.get(id);
      // One that is settled for a version alone still asks of the others.
      if (asked !== undefined && (asked.state === 'open' || isSettled)) continue;
      if (reviews.size === MOST_ASKED && asked === undefined) return [...reviews.values()];
      reviews.set(id, {
        id,
        state: isSettled ? 'decided' : 'open',
        subject: { kind: 'doubtful-column', version, table, column },
        evidence: await cellsOf(connections, row, table, column),
        proposals: [{ kind: 'correct-column', version, table, column, role: null }],
        decisions,
      });
    }
  }
  return [...reviews.values()];
}

/** Some cells of a column, from the first rows that fill it. */
async function cellsOf(
  { reader }: Connections,
  { id, document, title }: { readonly id: string; readonly document: string; readonly title: string },
  table: string,
  column: string,
): Promise<readonly ReviewEvidence[]> {
  const rows = await reader
    .selectFrom('passage')
    .selectAll()
    .where('version', '=', id)
    .where('kind', '=', 'log-entry')
    .orderBy('ord')
    .limit(ROWS_LOOKED_THROUGH)
    .execute();
  return rows
    .flatMap((row): ReviewEvidence[] => {
      const { anchors, cells = [] } = readPassage(row);
      const [anchor] = anchors;
      const cell = anchor?.kind === 'row' && anchor.sheet === table ? cells.find((one) => one.column === column) : undefined;
      return cell === undefined ? [] : [evidenceOf({ ...row, document, title }, cell.start, cell.end)];
    })
    .slice(0, ROWS_SHOWN);
}
