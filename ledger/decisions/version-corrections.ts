import {
  COLUMN_ASPECTS,
  type ColumnAspect,
  type ColumnCorrection,
  type ColumnDecision,
  canonicalJson,
  headerKey,
  makeDecisionId,
  onlyAspects,
  type PassageCorrection,
  sha256,
  type TenantId,
  type TextDecision,
  type VersionCorrections,
  type VersionId,
} from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { reachOf, type VersionTables } from '../rows/column-reach.ts';
import { type LoggedDecision, matterOf, readDecision } from '../rows/decision-rows.ts';
import { decisionStates } from '../rows/decision-states.ts';
import { asJson } from '../rows/stored-shapes.ts';
import { surveyedTables } from '../tables/surveyed-tables.ts';

/** What changes how documents are read. */
export type CorrectionDecision = TextDecision | ColumnDecision;

/** Whose decisions are only tried. */
const SUPPOSED = 'supposed' as TenantId;

/**
 * The corrections in force in a version, in an order of their own, with their digest; empty when there are none. What is said of
 * columns holds where version, document or form say so, as far as the tables of the version are known. `supposing` counts as if it were
 * decided now.
 */
export async function correctionsOf(
  connections: Connections,
  version: VersionId,
  supposing?: CorrectionDecision,
): Promise<{ readonly corrections: VersionCorrections; readonly digest: string }> {
  const { reader, dialect } = connections;
  const row = await reader.selectFrom('version').select(['id', 'tenant', 'document']).where('id', '=', version).executeTakeFirst();
  const [known] = row === undefined ? [] : await surveyedTables(reader, dialect, [row]);
  const made = row === undefined || known === undefined ? [] : await decisionsOn(connections, row.tenant, known);
  const log = row === undefined || supposing === undefined ? made : [...made, supposed(supposing, made)];
  const states = decisionStates(log);
  const inForce = log.filter(({ id }) => states.get(id) === 'in-force');
  const texts: Record<string, PassageCorrection[]> = {};
  for (const { id, decision } of inForce) {
    if (decision.kind !== 'correct-text') continue;
    const { passage, start, end, text } = decision;
    texts[passage] = [...(texts[passage] ?? []), { decision: id, start, end, text }].sort((a, b) => a.start - b.start);
  }
  const columns = known === undefined ? [] : columnCorrections(inForce, known);
  const corrections: VersionCorrections = { texts, columns };
  const isEmpty = columns.length === 0 && Object.keys(texts).length === 0;
  return { corrections, digest: isEmpty ? '' : sha256(canonicalJson(asJson(corrections))) };
}

/** A decision as it would stand at the end of a log. */
function supposed(decision: CorrectionDecision, made: readonly LoggedDecision[]): LoggedDecision {
  const number = Math.max(0, ...made.map((one) => one.number)) + 1;
  const id = makeDecisionId(SUPPOSED, canonicalJson(asJson(decision)), number);
  return { number, matter: matterOf(decision).matter, id, decision, actor: SUPPOSED, at: 0, reason: SUPPOSED };
}

/** All decisions on the matters that may concern a version: which of a matter holds shows only among all of it. */
async function decisionsOn(
  { reader, dialect }: Connections,
  tenant: string,
  { version, document, tables }: VersionTables,
): Promise<readonly LoggedDecision[]> {
  const forms = tables.flatMap(({ form }) => form ?? []);
  const found = await reader
    .selectFrom('decision')
    .select('matter')
    .distinct()
    .where('tenant', '=', tenant)
    .where((row) =>
      row.or([row('version', '=', version), row('document', '=', document), ...(forms.length === 0 ? [] : [row('form', 'in', forms)])]),
    )
    .execute();
  const log: LoggedDecision[] = [];
  for (const batch of batches(found.map(({ matter }) => matter))) {
    const rows = await reader
      .selectFrom('decision')
      .selectAll()
      .where('tenant', '=', tenant)
      .where((is) => dialect.oneOfLong(is.ref('matter'), batch))
      .execute();
    log.push(...rows.map(readDecision));
  }
  return log.sort((a, b) => a.number - b.number);
}

interface Candidate {
  readonly made: LoggedDecision;
  readonly decision: ColumnDecision;
  readonly table: string;
  readonly isOfForm: boolean;
}

/** What holds of each column: of one aspect what is said of its form before what is said of its document, and the latest of those. */
function columnCorrections(inForce: readonly LoggedDecision[], known: VersionTables): readonly ColumnCorrection[] {
  const candidates = inForce
    .flatMap((made): Candidate[] => {
      const { decision } = made;
      return decision.kind === 'correct-column' ? reachOf(decision, known).map((reached) => ({ made, decision, ...reached })) : [];
    })
    .sort((a, b) => Number(b.isOfForm) - Number(a.isOfForm) || b.made.number - a.made.number);
  const said = new Set<string>();
  const columns = candidates.flatMap(({ made, decision, table }): ColumnCorrection[] => {
    const place = (aspect: ColumnAspect) => canonicalJson([table, headerKey(decision.column), aspect]);
    const own = COLUMN_ASPECTS.filter((aspect) => decision[aspect] !== undefined && !said.has(place(aspect)));
    for (const aspect of own) said.add(place(aspect));
    return own.length === 0 ? [] : [{ decision: made.id, table, column: decision.column, ...onlyAspects(decision, own) }];
  });
  return columns.sort((a, b) => (canonicalJson(asJson(a)) < canonicalJson(asJson(b)) ? -1 : 1));
}
