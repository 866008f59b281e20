/**
 * The tables of the ledger. Ids are the kernel's; `*_json` columns hold JSON; instants are milliseconds, UTC;
 * truth is 0 or 1. Every column that orders or joins is compared by code unit.
 */
export interface LedgerSchema {
  turn: { name: string; fence: number; held_until: number };
  label_set: { id: string; tenant: string; labels_json: string };
  document: {
    id: string;
    tenant: string;
    uri: string;
    label_set: string;
    site: string;
    translation_of: string | null;
  };
  version: VersionTable;
  stage_chunk: { version: string; stage: string; ordinal: number; tool: string; input_hash: string; carry_json: string };
  /** What is still to be taken back of a version that is read anew or no more: `knowledge`, or also the `passages`. */
  removal: { version: string; extent: string };
  /** Versions that readers are shown and that are read again; what was shown goes from the stage on that was begun anew, if any. */
  rereading: { version: string; from_stage: string | null };
  /** What was read again so far, whole and as it came, until it takes the place of what is shown. */
  rereading_chunk: {
    version: string;
    stage: string;
    ordinal: number;
    tool: string;
    input_hash: string;
    carry_json: string;
    /** Orders of the first and last passage; of other stages, and of a chunk without passages, null. */
    first_ord: number | null;
    last_ord: number | null;
    content: Uint8Array;
    content_hash: string;
  };
  passage: {
    id: string;
    version: string;
    ord: number;
    kind: string;
    language: string;
    text: string;
    content_json: string;
    runs: Uint8Array | null;
    scope_json: string;
    tokens_json: string;
    has_record: number;
  };
  excluded_run: { version: string; chunk: number; position: number; reason: string; content_json: string };
  record: {
    version: string;
    ordinal: number;
    kind: string;
    passage: string;
    anchor_json: string;
    fault: string | null;
    columns: string;
    coded: string | null;
  };
  version_term: { version: string; term: string; frequency: number };
  term_stat: { label_set: string; term: string; frequency: number };
  key: { id: string; tenant: string; type: string; class: string; site: string; folded: string };
  key_use: { key: string; version: string; n: number; text: string; language: string };
  key_link: { a: string; b: string; class: string; version: string; n: number };
  component: { key: string; entity: string };
  fact: {
    id: string;
    tenant: string;
    subject: string;
    predicate: string;
    object_key: string | null;
    content_json: string;
    /** Supports that hold it up; at 0 it goes. */
    supports: number;
  };
  support: { fact: string; version: string; kind: string; n: number; status: string; confidence: number };
  evidence: {
    fact: string;
    version: string;
    passage: string;
    span_start: number;
    span_end: number;
    extractor: string;
    content_json: string;
  };
  quarantine: { version: string; chunk: number; position: number; reason: string; fact: string | null; content_json: string };
  /** `matter` says what it is about: of several on one matter the latest holds. An undoing has the matter of what it undoes. */
  decision: {
    number: number;
    id: string;
    tenant: string;
    kind: string;
    matter: string;
    a: string | null;
    b: string | null;
    fact: string | null;
    version: string | null;
    document: string | null;
    form: string | null;
    feedback: string | null;
    content_json: string;
    reason: string;
    actor: string;
    at: number;
  };
  /** Tables that the survey of a version found, with the form that each follows among documents under its labels; null: too little to be known again. */
  surveyed_table: { version: string; sheet: string; form: string | null; headers_json: string };
  /** What its sender says of the columns of a version, until its survey tells which tables they stand in. */
  sent_column: { version: string; actor: string; columns_json: string };
  /** What a person said of an answer; `question_hash` is the hex SHA-256 of the question, `digest` that of the answer's content. */
  feedback: {
    id: string;
    tenant: string;
    actor: string;
    at: number;
    /** `answer` or `diagnosis`. */
    about: string;
    /** What had been seen of a diagnosis; null of an answer. */
    observations_json: string | null;
    verdict: string;
    remark: string;
    question: string;
    question_hash: string;
    understood: string | null;
    as_of: number | null;
    digest: string;
    decision: string;
  };
  /** What that answer cited; `label_set` is what its document stood under when this was said. */
  feedback_source: { feedback: string; passage: string; version: string; document: string; label_set: string };
  /** How often a unit changed; kept after the unit is gone, so that late deliveries never resurrect it. */
  unit: { kind: string; id: string; generation: number };
  outbox: { target: string; kind: string; id: string; generation: number; pending: number; raised_at: number };
  job: JobTable;
  /** What happened to a job, numbered from 1. */
  job_event: { job: string; number: number; at: number; kind: string; content_json: string };
  /** `seal` and `position` are null until the event is sealed; `hash` is its leaf in the seal's tree. */
  audit_event: {
    number: number;
    at: number;
    tenant: string;
    actor: string;
    action: string;
    subject: string;
    detail_json: string;
    hash: string;
    seal: number | null;
    position: number | null;
  };
  /** Questions of a conversation as they were asked, by whose it is. */
  conversation_turn: { tenant: string; actor: string; conversation: string; number: number; at: number; question: string };
  /** The key itself is kept nowhere: `hash` is the SHA-256 of it, in hex. Times in milliseconds, UTC. */
  api_key: {
    id: string;
    tenant: string;
    name: string;
    hash: string;
    role: string;
    /** JSON: `"all"` or the labels held. */
    labels_json: string;
    created_by: string;
    created_at: number;
    expires_at: number | null;
    revoked_at: number | null;
    used_at: number | null;
  };
  /** `password_hash` is the Argon2id hash with its salt and parameters. Times in milliseconds, UTC. */
  account: {
    id: string;
    tenant: string;
    name: string;
    password_hash: string;
    role: string;
    /** JSON: `"all"` or the labels held. */
    labels_json: string;
    created_by: string;
    created_at: number;
    password_at: number;
    removed_at: number | null;
  };
  /** The secret itself is kept nowhere: `hash` is the SHA-256 of it, in hex. */
  session: {
    hash: string;
    tenant: string;
    actor: string;
    /** Of a local account, which says role and labels; of others these stand here. */
    account: string | null;
    role: string | null;
    labels_json: string | null;
    created_at: number;
    used_at: number;
    expires_at: number;
  };
  audit_seal: { number: number; at: number; events: number; root: string; previous: string; hash: string };
}

export interface VersionTable {
  id: string;
  tenant: string;
  document: string;
  label_set: string;
  sequence: number;
  sha256: string;
  bytes: number;
  file_name: string;
  format: string | null;
  title: string;
  scope_names_json: string;
  document_number: string | null;
  revision: string | null;
  effective: number | null;
  authority: string;
  language: string;
  pages: number | null;
  state: string;
  visible: number;
  outcome: string | null;
  reason: string | null;
  report_json: string | null;
  claims_json: string;
  passages: number;
  tokens: number;
  records: number;
  /** Settled when readers are shown the version; null before. */
  family: string | null;
  /** Readers were shown it and it is there still, though it may be read anew just now: only such versions say what their document is. */
  shown: number;
}

export interface JobTable {
  id: string;
  tenant: string;
  kind: string;
  subject: string;
  payload_json: string;
  state: string;
  attempts: number;
  attempts_allowed: number;
  /** How often its worker was gone without a word; no attempts. */
  losses: number;
  fence: number;
  worker: string | null;
  lease_until: number | null;
  not_before: number;
  progress_json: string | null;
  reason: string | null;
  created_at: number;
  updated_at: number;
}
