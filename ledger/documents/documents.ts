import {
  type Access,
  canonicalJson,
  type DocumentId,
  type DocumentProperties,
  type DocumentRow,
  type Format,
  isReadOutcome,
  type KeyId,
  type Outcome,
  type QualityReport,
  type ScopeName,
  type TenantId,
  type VersionId,
  type VersionRow,
  type VersionState,
} from '../../kernel/index.ts';
import { type DocumentVersion, findVersion, readDocument, requireVersion, versionsOf } from '../access/version-rows.ts';
import { recordAudit, SYSTEM_ACTOR } from '../audit/audit-event.ts';
import { beingRemoved, checkGoesOn } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { asJson, claimsShape, labelsShape, readJson } from '../rows/stored-shapes.ts';
import { type Acceptance, type Arrival, acceptDocument } from './accept-document.ts';
import { type FamilyVersion, makeFamilyVersions } from './family-versions.ts';
import { makeNamingPlaces, type NamingPlace } from './naming-places.ts';
import { forgetDescription, keepDescription } from './rereading.ts';
import { type LabelOrder, setLabels } from './set-labels.ts';
import { countNoMore, describedBy } from './settle-document.ts';

/** A document with all its versions in order of arrival. */
export interface DocumentWithVersions {
  readonly document: DocumentRow;
  /** Under which it stands, sorted; none: it is for everyone. */
  readonly labels: readonly string[];
  readonly versions: readonly VersionRow[];
}

export interface Documents {
  /**
   * Takes note of a document and of the job to read it, in one commit. A sender who may not read all there is never meets a
   * document that is hidden from this sender: under a name that is not taken by a readable document, it is a new one.
   * @throws FaultlineError `busy` while an equal version is being removed; `conflict` when a document that senders with these
   * labels brought in has been put under labels that they do not hold, or when a new version names another site or original.
   */
  accept(arrival: Arrival): Promise<Acceptance>;
  /**
   * Notes what the document says of itself and what it is about; the uploader's claims win. Of a version that readers are shown it is
   * kept until what is read again takes the place of what is shown.
   */
  describe(id: VersionId, properties: DocumentProperties, format: Format, scopeNames?: readonly ScopeName[]): Promise<VersionRow>;
  setState(id: VersionId, state: Exclude<VersionState, 'retracting' | 'settled' | 'cancelled'>): Promise<void>;
  /** Notes how reading ended; readers see the version once `makeVisible` has run. */
  settle(id: VersionId, outcome: Outcome, reason: string | undefined, report: QualityReport | undefined): Promise<void>;
  /** Of one tenant, whatever its state. */
  find(tenant: TenantId, id: VersionId): Promise<DocumentVersion | undefined>;
  /** Documents whose labels the reader holds with all their versions, those being read or refused too; ordered by uri, then id. */
  list(access: Access): Promise<readonly DocumentWithVersions[]>;
  /** One of these by its id; undefined when there is none, or the reader holds not its labels. */
  get(access: Access, id: DocumentId): Promise<DocumentWithVersions | undefined>;
  /** The revisions of a document and of others of its number, the valid one first. */
  family(access: Access, document: DocumentId): Promise<readonly FamilyVersion[]>;
  /** The first place of each version without typed rows that supports a fact about one of some keys, superseded revisions too; ordered by version. */
  naming(access: Access, keys: readonly KeyId[]): Promise<readonly NamingPlace[]>;
  /**
   * Puts a document under other labels, in one commit with the word of it in the audit trail: all of its versions, but those that
   * wait under labels that the actor does not hold. @throws FaultlineError `not-found`.
   */
  setLabels(order: LabelOrder): Promise<void>;
}

const DESCRIBED = [
  'format',
  'scope_names_json',
  'title',
  'document_number',
  'revision',
  'effective',
  'authority',
  'language',
  'pages',
] as const;

export function makeDocuments(connections: Connections): Documents {
  const { clock, dialect, reader, write } = connections;

  async function change(
    trx: Writing,
    id: VersionId,
    set: { state?: VersionState; outcome?: Outcome; reason?: string | null; report_json?: string | null },
  ) {
    await checkGoesOn(trx, id);
    await trx.updateTable('version').set(set).where('id', '=', id).execute();
  }

  const labelled = (access: Access) =>
    reader
      .selectFrom('document')
      .selectAll()
      .where('tenant', '=', access.tenant)
      .where((row) => dialect.oneOf(row.ref('label_set'), access.grants));

  /** Labels of sets by their ids. */
  async function labelsOf(sets: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await reader
      .selectFrom('label_set')
      .select(['id', 'labels_json'])
      .where((row) => dialect.oneOf(row.ref('id'), sets))
      .execute();
    return new Map(rows.map(({ id, labels_json }) => [id, readJson(labelsShape, labels_json, 'label set')]));
  }

  return {
    accept: (arrival) =>
      write(async (trx) => {
        const accepted = await acceptDocument(trx, connections, arrival);
        const { tenant, actor, sha256, bytes } = arrival;
        const { document, version, status } = accepted;
        const detail = { document: document.id, sha256, bytes, status };
        await recordAudit(trx, dialect, { tenant, actor, action: 'document-received', subject: version.id, detail }, clock.now());
        return accepted;
      }),

    describe: (id, properties, format, scopeNames = []) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom('version')
          .select(['claims_json', 'file_name', 'visible', ...DESCRIBED])
          .where('id', '=', id)
          .executeTakeFirst();
        if (row === undefined) throw beingRemoved();
        await checkGoesOn(trx, id);
        const claims = readJson(claimsShape, row.claims_json, 'version');
        const description = {
          format,
          scope_names_json: canonicalJson(asJson(scopeNames)),
          ...describedBy(claims, row.file_name, properties),
        };
        if (row.visible === 0) await trx.updateTable('version').set(description).where('id', '=', id).execute();
        else if (DESCRIBED.some((column) => row[column] !== description[column]))
          await keepDescription(trx, id, { properties, format, scopeNames });
        // Nor does what a reading that stopped would have said of it.
        else await forgetDescription(trx, id);
        return (await requireVersion(trx, id)).version;
      }),

    setState: (id, state) => write((trx) => change(trx, id, { state })),
    settle: (id, outcome, reason, report) =>
      write(async (trx) => {
        const report_json = report === undefined ? null : canonicalJson(asJson(report));
        const before = await trx.selectFrom('version').select(['state', 'visible']).where('id', '=', id).executeTakeFirst();
        await change(trx, id, { state: 'settled', outcome, reason: reason ?? null, report_json });
        // What was projected is shown next; what was not has ended without being shown, or shown again.
        if (before?.visible === 0 && before.state !== 'projected' && !isReadOutcome(outcome)) await countNoMore(trx, id, clock.now());
        const { document } = await requireVersion(trx, id);
        const detail = { document: document.id, outcome };
        await recordAudit(
          trx,
          dialect,
          { tenant: document.tenant, actor: SYSTEM_ACTOR, action: 'version-settled', subject: id, detail },
          clock.now(),
        );
      }),

    async find(tenant, id) {
      const found = await findVersion(reader, id);
      return found?.document.tenant === tenant ? found : undefined;
    },

    family: makeFamilyVersions(connections),
    naming: makeNamingPlaces(connections),
    setLabels: (order) => write((trx) => setLabels(trx, connections, order)),

    async get(access, id) {
      const row = await labelled(access).where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const labels = (await labelsOf([row.label_set])).get(row.label_set) ?? [];
      return { document: readDocument(row), labels, versions: await versionsOf(reader, dialect, [id], access.grants) };
    },

    async list(access) {
      const rows = await labelled(access).orderBy('uri').orderBy('id').execute();
      const documents = rows.map(readDocument);
      const versions = new Map<DocumentId, VersionRow[]>();
      for (const version of await versionsOf(
        reader,
        dialect,
        documents.map((document) => document.id),
        access.grants,
      )) {
        versions.set(version.documentId, [...(versions.get(version.documentId) ?? []), version]);
      }
      const labels = await labelsOf([...new Set(rows.map((row) => row.label_set))]);
      return documents.map((document) => ({
        document,
        labels: labels.get(document.labelSet) ?? [],
        versions: versions.get(document.id) ?? [],
      }));
    },
  };
}
