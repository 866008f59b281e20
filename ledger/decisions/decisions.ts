import {
  type Access,
  assertNever,
  canonicalJson,
  type Decision,
  type DecisionId,
  type DocumentId,
  type FactId,
  FaultlineError,
  type FeedbackId,
  type FormId,
  type KeyId,
  type MadeDecision,
  makeDecisionId,
  type SurveyedTable,
  type TenantId,
  type VersionCorrections,
  type VersionId,
} from '../../kernel/index.ts';
import { type AuditEvent, recordAudit } from '../audit/audit-event.ts';
import { checkGoesOn } from '../connection/check-goes-on.ts';
import type { Connections, Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { resolveComponents } from '../identity/resolve-components.ts';
import { readAgain } from '../queue/ingest-job.ts';
import type { VersionTables } from '../rows/column-reach.ts';
import { type LoggedDecision, type Matter, matterOf, readDecision, versionReadAgain } from '../rows/decision-rows.ts';
import { decisionStates } from '../rows/decision-states.ts';
import { asJson, readShape, tenantShape } from '../rows/stored-shapes.ts';
import { equalTables, surveyedTables, versionsReached, writeTables } from '../tables/surveyed-tables.ts';
import { presentDecisions } from './present-decisions.ts';
import { settleQuarantined } from './settle-quarantined.ts';
import { decisionsOf, isSaidAlready, takeSayings } from './take-sayings.ts';
import { type CorrectionDecision, correctionsOf } from './version-corrections.ts';

/** A decision as a person makes it. */
interface Deciding {
  readonly decision: Decision;
  readonly actor: string;
  readonly reason: string;
}

/**
 * People's decisions: a log that only grows. Of several on one matter the latest holds; undoing is another decision. What a
 * decision changes in the knowledge is committed with it, and is the same as if it had been there from the start.
 */
export interface Decisions {
  /**
   * Makes a decision and applies it, with its audit event, in one commit.
   * @throws FaultlineError `invalid-request` when the decision says nothing, `not-found` when there is nothing to undo, `conflict`
   * when it is undone already.
   */
  decide(tenant: TenantId, deciding: Deciding): Promise<MadeDecision>;
  find(tenant: TenantId, id: DecisionId): Promise<MadeDecision | undefined>;
  /** All decisions of a tenant, oldest first. */
  list(tenant: TenantId): Promise<readonly MadeDecision[]>;
  /**
   * What people corrected in a version, and a text that is the same while that is the same; empty when nothing is. `supposing` is not
   * made, and counts as if it were.
   */
  corrections(
    version: VersionId,
    supposing?: CorrectionDecision,
  ): Promise<{ readonly corrections: VersionCorrections; readonly digest: string }>;
  /**
   * Notes the tables that the survey of a version found, and makes the decisions that its sender's words on their columns come to.
   * What is decided on a form meanwhile either finds the version by these tables or is in force when `corrections` is asked next.
   */
  noteTables(version: VersionId, tables: readonly SurveyedTable[]): Promise<void>;
  /** Those of some decisions whose matter is there for this reader; an undoing is about the matter of what it undoes. */
  present(access: Access, ids: readonly DecisionId[]): Promise<ReadonlySet<DecisionId>>;
}

export function makeDecisions(connections: Connections): Decisions {
  const { clock, dialect, reader, write } = connections;

  async function list(tenant: TenantId): Promise<readonly MadeDecision[]> {
    const rows = await reader.selectFrom('decision').selectAll().where('tenant', '=', tenant).orderBy('number').execute();
    return withStates(rows.map(readDecision));
  }

  async function find(tenant: TenantId, id: DecisionId): Promise<MadeDecision | undefined> {
    const row = await reader.selectFrom('decision').selectAll().where('tenant', '=', tenant).where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    return withStates(await logOf(reader, tenant, row.matter)).find((made) => made.id === id);
  }

  async function decideWithin(trx: Writing, tenant: TenantId, deciding: Deciding): Promise<DecisionId> {
    const decision = inCanonicalForm(deciding.decision);
    const matter = decision.kind === 'undo' ? await undoneMatter(trx, dialect, tenant, decision.undoes) : matterOf(decision);
    const made = await append(trx, dialect, tenant, { ...deciding, decision }, matter, clock.now());
    if (matter.fact !== null) await settleQuarantined(trx, dialect, tenant, matter.fact, clock.now());
    const again = versionReadAgain(matter);
    if (again !== null) await readAgain(trx, tenant, again, clock.now());
    for (const version of await versionsReached(trx, tenant, matter)) await readAgain(trx, tenant, version.id, clock.now());
    if (matter.a !== null && matter.b !== null) await resolveComponents(trx, dialect, [matter.a, matter.b], clock.now());
    await recordAudit(trx, dialect, auditOf(tenant, { ...deciding, decision }, made), clock.now());
    return made;
  }

  async function sayColumns(trx: Writing, known: VersionTables): Promise<void> {
    const { version } = known;
    const row = await trx.selectFrom('version').select(['tenant', 'file_name']).where('id', '=', version).executeTakeFirst();
    const sayings = row === undefined ? undefined : await takeSayings(trx, version);
    if (row === undefined || sayings === undefined) return;
    const tenant = readShape(tenantShape, row.tenant, 'version');
    const reason = `said when "${row.file_name}" was sent`;
    for (const decision of sayings.columns.flatMap((saying) => decisionsOf(saying, known))) {
      const onMatter = withStates(await logOf(trx, tenant, matterOf(decision).matter));
      if (!isSaidAlready(decision, onMatter)) await decideWithin(trx, tenant, { decision, actor: sayings.actor, reason });
    }
  }

  async function logOf(db: Reading, tenant: TenantId, matter: string): Promise<readonly LoggedDecision[]> {
    const rows = await db
      .selectFrom('decision')
      .selectAll()
      .where('tenant', '=', tenant)
      .where((is) => dialect.oneOfLong(is.ref('matter'), [matter]))
      .orderBy('number')
      .execute();
    return rows.map(readDecision);
  }

  return {
    async decide(tenant, deciding) {
      const id = await write((trx) => decideWithin(trx, tenant, deciding));
      const made = await find(tenant, id);
      if (made === undefined) throw new FaultlineError('storage-failed', 'A decision could not be written.');
      return made;
    },
    find,
    list,
    corrections: (version, supposing) => correctionsOf(connections, version, supposing),
    async noteTables(version, tables) {
      const [row] = await reader.selectFrom('version').select(['id', 'document']).where('id', '=', version).execute();
      if (row === undefined) return;
      const [before] = await surveyedTables(reader, dialect, [row]);
      const isSame = before !== undefined && equalTables(before.tables, tables);
      const sent = await reader.selectFrom('sent_column').select('version').where('version', '=', version).executeTakeFirst();
      if (isSame && sent === undefined) return;
      await write(async (trx) => {
        await checkGoesOn(trx, version);
        await writeTables(trx, version, tables);
        const [known] = await surveyedTables(trx, dialect, [row]);
        if (known !== undefined) await sayColumns(trx, known);
      });
    },
    present: (access, ids) => presentDecisions(connections, access, ids),
  };
}

function withStates(log: readonly LoggedDecision[]): MadeDecision[] {
  const states = decisionStates(log);
  return log.map(({ number: _, matter: __, ...made }) => ({ ...made, state: states.get(made.id) ?? 'superseded' }));
}

function inCanonicalForm(decision: Decision): Decision {
  if (decision.kind !== 'must-link' && decision.kind !== 'cannot-link') return decision;
  const { kind, a, b } = decision;
  if (a === b) throw new FaultlineError('invalid-request', 'A decision on a pair needs two different keys.');
  return a < b ? { kind, a, b } : { kind, a: b, b: a };
}

/** An undoing is about what the undone decision is about. */
async function undoneMatter(trx: Writing, dialect: LedgerDialect, tenant: TenantId, id: DecisionId): Promise<Matter> {
  const target = await trx.selectFrom('decision').selectAll().where('tenant', '=', tenant).where('id', '=', id).executeTakeFirst();
  if (target === undefined) throw new FaultlineError('not-found', 'There is no such decision.');
  const rows = await trx
    .selectFrom('decision')
    .selectAll()
    .where('tenant', '=', tenant)
    .where((is) => dialect.oneOfLong(is.ref('matter'), [target.matter]))
    .execute();
  if (decisionStates(rows.map(readDecision)).get(id) === 'undone') {
    throw new FaultlineError('conflict', 'This decision is undone already; to put it in force again, undo the undoing or decide anew.');
  }
  // The columns were written by `matterOf`.
  return {
    matter: target.matter,
    a: target.a as KeyId | null,
    b: target.b as KeyId | null,
    fact: target.fact as FactId | null,
    version: target.version as VersionId | null,
    document: target.document as DocumentId | null,
    form: target.form as FormId | null,
    feedback: target.feedback as FeedbackId | null,
  };
}

async function append(
  trx: Writing,
  dialect: LedgerDialect,
  tenant: TenantId,
  { decision, actor, reason }: Deciding,
  matter: Matter,
  now: number,
): Promise<DecisionId> {
  const content = canonicalJson(asJson(decision));
  const last = await trx.selectFrom('decision').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
  const equal = await trx
    .selectFrom('decision')
    .select('number')
    .where('tenant', '=', tenant)
    .where((is) => dialect.oneOfLong(is.ref('matter'), [matter.matter]))
    .where('content_json', '=', content)
    .execute();
  const id = makeDecisionId(tenant, content, equal.length);
  await trx
    .insertInto('decision')
    .values({ number: (last?.number ?? 0) + 1, id, tenant, kind: decision.kind, ...matter, content_json: content, reason, actor, at: now })
    .execute();
  return id;
}

function auditOf(tenant: TenantId, { decision, actor }: Deciding, id: DecisionId): AuditEvent {
  if (decision.kind === 'undo') return { tenant, actor, action: 'decision-undone', subject: id, detail: { undoes: decision.undoes } };
  return { tenant, actor, action: 'decision-made', subject: id, detail: { kind: decision.kind, about: aboutOf(decision) } };
}

/** Ids of what a decision is about; never the words of a document. */
function aboutOf(decision: Exclude<Decision, { kind: 'undo' }>): readonly string[] {
  switch (decision.kind) {
    case 'must-link':
    case 'cannot-link':
      return [decision.a, decision.b];
    case 'accept-fact':
    case 'reject-fact':
      return [decision.fact];
    case 'correct-text':
      return [decision.version, decision.passage];
    case 'correct-column':
      return [
        decision.version,
        ...(decision.document === undefined ? [] : [decision.document]),
        ...(decision.form === undefined ? [] : [decision.form]),
      ];
    case 'judge-answer':
      return [decision.feedback];
    case 'set-aside':
      return [decision.version];
    default:
      return assertNever(decision);
  }
}
