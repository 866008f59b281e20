import { readFile } from 'node:fs/promises';
import type { Service } from '../../../app/index.ts';
import type { AggregateQuery, Field, Filter, Grouping, RecordKind } from '../../../kernel/index.ts';
import { COMPARISONS, DECISION_KINDS, FIELD_MEASURES, makeEntityId, NODE_KINDS, sha256, TIME_UNITS } from '../../../kernel/index.ts';
import type { Draw } from './draw.ts';
import { drawDecision } from './draw-decision.ts';

type CommandName = {
  [Name in keyof Service]: Service[Name] extends (caller: never, input: never, signal: never) => unknown ? Name : never;
}[keyof Service];
type Input<Name extends CommandName> = Parameters<Service[Name]>[1];
type Output<Name extends CommandName> =
  ReturnType<Service[Name]> extends AsyncGenerator<infer Item> ? readonly Item[] : Awaited<ReturnType<Service[Name]>>;

/** A read surface: what is asked of it, and what of its answer is compared when that is not all. */
interface Probe<Name extends CommandName> {
  /** How often it is asked beside the others. */
  readonly weight: number;
  input(draw: Draw): Input<Name>;
  /** Leaves out what tells of the machine and not of documents, such as a path. */
  shown?(output: Output<Name>): unknown;
}

/** A conversation that everybody has one of. */
export const CONVERSATION = 'shift';

const EVALUATIONS = 'reads reports of the command line, for a caller alone who may read everything';

/** One entry a read command: how it is probed, or why there is nothing to probe. */
export const PROBES: { readonly [Name in CommandName]?: Probe<Name> | string } = {
  searchPassages: {
    weight: 14,
    input: (draw) => ({
      query: draw.words(),
      k: draw.random.pick([1, 5, 10, 30]),
      explain: draw.random.chance(0.3),
      ...(draw.random.chance(0.2) ? { where: { documents: [draw.document(), draw.document()] } } : {}),
    }),
  },
  askQuestion: {
    weight: 8,
    input: (draw) => ({
      question: draw.question(),
      ...(draw.random.chance(0.2) ? { scope: { documents: [draw.document(), draw.document()] } } : {}),
      ...(draw.random.chance(0.2) ? { conversationId: CONVERSATION } : {}),
    }),
    shown: ({ content, digest }) => ({ content, digest }),
  },
  exportAnswer: 'gives back what was sent with it, and only to whom it was answered',
  diagnoseFault: { weight: 4, input: (draw) => ({ fault: draw.question(), observations: [] }) },
  embedTexts: 'tells of no document',
  examineStores: 'counts over all, refused to who may not read everything',
  checkPassword: 'tells of no document',
  findApiKey: 'tells of no document',
  findSession: 'tells of no document',
  listAccounts: 'tells of no document',
  listApiKeys: 'tells of no document',
  normaliseText: 'tells of no document',
  compareTwoEvaluations: EVALUATIONS,
  getEvaluation: EVALUATIONS,
  listEvaluatedCases: EVALUATIONS,
  listEvaluations: EVALUATIONS,
  listDocuments: { weight: 2, input: () => undefined },
  getDocument: { weight: 10, input: (draw) => draw.document() },
  getHistory: { weight: 8, input: (draw) => draw.document() },
  listPassages: {
    weight: 8,
    input: (draw) => ({ document: draw.document(), from: draw.random.integer(0, 5), limit: draw.random.pick([1, 10, 100]) }),
  },
  getPassages: { weight: 10, input: (draw) => Array.from({ length: draw.random.integer(1, 12) }, draw.passage) },
  // What it shows is drawn in a process of its own.
  showPassage: {
    weight: 1,
    input: (draw) => ({ passage: draw.passage(), ...(draw.random.chance(0.3) ? { span: { start: 0, end: 2 } } : {}) }),
  },
  openContent: {
    weight: 6,
    input: (draw) => ({ document: draw.document(), ...(draw.random.chance(0.3) ? { version: draw.version() } : {}) }),
    shown: async ({ version, path }) => ({ version, bytes: sha256(await readFile(path)) }),
  },
  renderDocumentPage: { weight: 0.5, input: (draw) => ({ document: draw.document(), page: 1, boxes: [] }) },
  getSheetTags: { weight: 2, input: (draw) => ({ document: draw.document(), page: 1 }) },
  aggregateRecords: { weight: 12, input: (draw) => ({ query: aggregate(draw), rows: draw.random.pick([0, 5, 100]) }) },
  pageRecords: {
    weight: 6,
    input: (draw) => {
      const { from, where, groupBy } = aggregate(draw);
      const group = draw.random.chance(0.5) ? { group: groupBy.map(() => draw.name()) } : {};
      return { query: { from, where, groupBy }, ...group, offset: draw.random.pick([0, 0, 3]), limit: draw.random.pick([1, 50]) };
    },
  },
  exportFigure: { weight: 2, input: (draw) => ({ query: aggregate(draw) }) },
  listReviews: {
    weight: 3,
    input: (draw) => {
      const decision = draw.random.chance(0.2) ? { decision: draw.random.pick(DECISION_KINDS) } : {};
      return { limit: draw.random.pick([1, 20, 1000]), ...decision };
    },
  },
  getReview: { weight: 5, input: (draw) => draw.review() },
  listFeedback: { weight: 2, input: (draw) => ({ limit: draw.random.pick([1, 20, 1000]) }) },
  listDecisions: { weight: 3, input: (draw) => ({ limit: draw.random.pick([1, 20, 1000]) }) },
  previewDecision: { weight: 2, input: (draw) => ({ decision: drawDecision(draw) }) },
  findDecision: { weight: 4, input: (draw) => draw.decision() },
  findEntities: {
    weight: 6,
    input: (draw) => ({
      limit: draw.random.pick([1, 5, 50]),
      ...(draw.random.chance(0.9) ? { text: draw.name().slice(0, draw.random.integer(1, 20)) } : {}),
      ...(draw.random.chance(0.3) ? { type: draw.random.pick(NODE_KINDS) } : {}),
    }),
  },
  getEntities: { weight: 6, input: thing },
  getNeighbourhood: {
    weight: 8,
    input: (draw) => ({ of: thing(draw), depth: draw.random.integer(1, 3), group: draw.random.pick([1, 3, 20]) }),
  },
  explainPaths: {
    weight: 6,
    input: (draw) => ({ from: thing(draw), to: thing(draw), maxLength: draw.random.integer(1, 5), limit: draw.random.pick([1, 10]) }),
  },
  getTimeline: {
    weight: 4,
    input: (draw) => ({ of: thing(draw), offset: draw.random.pick([0, 0, 3]), limit: draw.random.pick([1, 20]) }),
  },
  getFacts: { weight: 6, input: (draw) => Array.from({ length: draw.random.integer(1, 3) }, draw.fact) },
  listJobs: {
    weight: 4,
    input: (draw) => ({ limit: draw.random.pick([1, 10, 1000]), ...(draw.random.chance(0.5) ? { version: draw.version() } : {}) }),
  },
  getJob: { weight: 6, input: (draw) => draw.job() },
  // From where nothing more is to come, since a job of another is never waited for.
  followJob: { weight: 3, input: (draw) => ({ job: draw.job(), ...(draw.random.chance(0.3) ? { after: 2 } : {}) }) },
  streamAnswer: {
    weight: 1,
    input: (draw) => ({ question: draw.question() }),
    shown: (events) => events.map((event) => (event.kind === 'done' ? event.answer.content : event)),
  },
  exportKnowledge: { weight: 0.5, input: () => undefined },
  checkHealth: { weight: 1, input: () => undefined, shown: (checks) => checks.map(({ name, ok }) => ({ name, ok })) },
  listConversations: { weight: 1, input: () => undefined },
  getConversation: { weight: 1, input: (draw) => draw.random.pick([CONVERSATION, 'night']) },
  readGauges: { weight: 0.2, input: () => undefined },
  listAudit: { weight: 0.5, input: (draw) => ({ subject: draw.document(), limit: 10 }) },
  verifyAudit: { weight: 0.1, input: () => ({}) },
  proveAudit: { weight: 0.5, input: (draw) => draw.random.integer(1, 300) },
  verifyText: 'holds claims against the sources sent with them and is given neither data nor caller',
  extractText: 'reads the text sent with it and is given no stored data',
  readPhoto: 'reads the picture sent with it and is given no stored data',
};

const FIELDS: readonly Field[] = [
  'asset',
  'symptom',
  'cause',
  'remedy',
  'text',
  'coded:failure-mode',
  'coded:activity',
  'duration',
  'date',
];
const KINDS: readonly RecordKind[] = ['work-order', 'work-order', 'alarm', 'fmea-row'];

/** A thing by a name, by a key or by the id of the entity that is named after the key. */
export function thing(draw: Draw): string {
  return draw.random.pick([draw.name, draw.key, () => makeEntityId(draw.key())])();
}

export function aggregate(draw: Draw): AggregateQuery {
  const { random } = draw;
  const groupBy: Grouping[] = random.sample(FIELDS, random.integer(0, 2)).map((field) => ({ kind: 'field', field }));
  if (random.chance(0.3)) groupBy.push({ kind: 'time', field: 'date', unit: random.pick(TIME_UNITS) });
  return {
    from: random.pick(KINDS),
    where: filter(draw, 2),
    groupBy,
    measures: [{ kind: 'count' }, ...(random.chance(0.5) ? [{ kind: random.pick(FIELD_MEASURES), field: random.pick(FIELDS) }] : [])],
    orderBy: random.chance(0.7) ? [{ by: 'measure', index: 0, direction: 'descending' }] : [],
    ...(random.chance(0.3)
      ? { having: { kind: 'compare', measure: 0, operator: random.pick(COMPARISONS), value: random.integer(0, 6) } }
      : {}),
    limit: random.pick([1, 5, 50]),
  };
}

function filter(draw: Draw, depth: number): Filter {
  const { random } = draw;
  const field = random.pick(FIELDS);
  const kind = random.pick(
    depth === 0
      ? (['equals', 'contains'] as const)
      : (['all', 'any', 'not', 'equals', 'in', 'contains', 'null', 'document', 'none'] as const),
  );
  switch (kind) {
    case 'none':
      return { kind: 'all', filters: [] };
    case 'all':
    case 'any':
      return { kind, filters: [filter(draw, depth - 1), filter(draw, depth - 1)] };
    case 'not':
      return { kind, filter: filter(draw, depth - 1) };
    case 'equals':
      return { kind, field, value: draw.name() };
    case 'in':
      return { kind, field, values: [draw.name(), draw.name()] };
    case 'contains':
      return { kind, field, text: draw.name().slice(0, 4) };
    case 'null':
      return { kind, field };
    case 'document':
      return { kind, id: draw.document() };
  }
}

/** A probe as it is run, whatever its command takes and gives. */
export interface AnyProbe {
  readonly name: CommandName;
  readonly weight: number;
  input(draw: Draw): unknown;
  shown?(output: unknown): unknown;
}

export const PROBE_TABLE: readonly AnyProbe[] = Object.entries(PROBES).flatMap(([name, probe]) =>
  typeof probe === 'object' ? [{ name: name as CommandName, ...(probe as unknown as Omit<AnyProbe, 'name'>) }] : [],
);
