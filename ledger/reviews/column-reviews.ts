import {
  type Access,
  canonicalJson,
  compareText,
  formOf,
  headerKey,
  type MadeDecision,
  makeReviewId,
  type Review,
  type ReviewEvidence,
  type ReviewId,
  tablesOf,
} from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import type { Connections } from '../connection/connections.ts';
import { reachOf, type VersionTables } from '../rows/column-reach.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { reportShape } from '../rows/report-shape.ts';
import { documentIdShape, labelSetIdShape, readJson, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { columnRows } from './column-rows.ts';
import { evidenceOf } from './review-evidence.ts';

/** Columns are asked about up to this many, those of most rows; a file with more is better sent again in a better form. */
const MOST_ASKED = 1_000;
/** Rows of a column that are shown. */
const ROWS_SHOWN = 3;
const ROWS_LOOKED_THROUGH = 100;

interface AskedColumn {
  readonly id: ReviewId;
  readonly state: Review['state'];
  readonly place: VersionTables;
  readonly title: string;
  readonly table: string;
  readonly column: string;
  readonly decisions: readonly MadeDecision[];
}

/** Columns whose meaning is not known, as the reading found them or people corrected them. */
export async function columnReviews(connections: Connections, access: Access, log: readonly MadeDecision[]): Promise<readonly Review[]> {
  const { asked, places } = await askedColumns(connections, access, log);
  const rowsOf = await columnRows(connections, places, asked);
  const counted = asked.map((one) => ({ ...one, touches: rowsOf(one) }));
  const order = (one: (typeof counted)[number]): number => (one.state === 'open' ? 0 : 1);
  counted.sort((a, b) => order(a) - order(b) || b.touches - a.touches || compareText(a.id, b.id));
  const reviews: Review[] = [];
  for (const { id, state, touches, place, title, table, column, decisions } of counted.slice(0, MOST_ASKED)) {
    const { version, document } = place;
    reviews.push({
      id,
      state,
      subject: { kind: 'doubtful-column', version, table, column },
      touches,
      evidence: await cellsOf(connections, { id: version, document, title }, table, column),
      proposals: [{ kind: 'correct-column', version, table, column, role: null }],
      decisions,
    });
  }
  return reviews;
}

/** The columns that are asked about, and all versions with tables that this reader may read. */
async function askedColumns({ reader, dialect }: Connections, access: Access, log: readonly MadeDecision[]) {
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
  const places: VersionTables[] = [];
  const asked = new Map<string, AskedColumn>();
  for (const row of versions) {
    const version = readShape(versionIdShape, row.id, 'version');
    const report = row.report_json === null ? undefined : readJson(reportShape, row.report_json, 'quality report');
    const among = readShape(labelSetIdShape, row.label_set, 'version');
    const tables = tablesOf(report?.columns ?? []).map((table) => ({ ...table, form: formOf(table, among) }));
    const place = { version, document: readShape(documentIdShape, row.document, 'version'), tables };
    places.push(place);
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
      const state = role !== undefined || decisions.some(({ decision }) => 'role' in decision) ? 'decided' : 'open';
      const known = asked.get(id);
      // One that is settled for a version alone still asks of the others.
      if (known !== undefined && (known.state === 'open' || state === 'decided')) continue;
      asked.set(id, { id, state, place, title: row.title, table, column, decisions });
    }
  }
  return { asked: [...asked.values()], places };
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
