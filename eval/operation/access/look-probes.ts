import { DECISION_KINDS, NODE_KINDS } from '../../../kernel/index.ts';
import type { Draw } from '../../suites/access/draw.ts';
import { drawDecision } from '../../suites/access/draw-decision.ts';
import { aggregate, CONVERSATION, thing } from '../../suites/access/probes.ts';
import { get, post } from '../http/http-request.ts';
import { type HttpProbe, LEAST } from './http-probe.ts';

const EVENTS = { accept: 'text/event-stream' };
const CSV = { accept: 'text/csv' };
/** No report is kept on these sites; who may not read everything is not told so. */
const REPORT = '2026-01-01T00-00-00-000Z';

/** Before, at and after the one time at which everything on these sites was sent. */
function asOf({ random }: Draw): { readonly asOf?: string } {
  return random.chance(0.1) ? { asOf: random.pick(['2025-06-01', '2026-01-01T00:00:00Z', '2026-06-01']) } : {};
}

function limit({ random }: Draw): number {
  return random.pick([1, 2, 10, 100]);
}

/** Behind so many of a list, as a page before would have told it. */
function cursor(before: number): { readonly cursor?: string } {
  return before === 0 ? {} : { cursor: Buffer.from(String(before)).toString('base64url') };
}

/** What a thing is called in an address. */
function named(draw: Draw): string {
  return encodeURIComponent(thing(draw));
}

/** One entry an operation that changes nothing, by its name in the description of the API, or why there is nothing to probe. */
export const LOOK_PROBES: Readonly<Record<string, HttpProbe | string>> = {
  searchPassages: look('ask', 3, ({ any }) => post('/v1/search', { query: any.words(), k: any.random.pick([1, 5, 10, 30]), ...asOf(any) })),
  askQuestion: look('ask', 2, ({ any, conversation }) =>
    post(
      '/v1/answers',
      {
        question: any.question(),
        ...(any.random.chance(0.2) ? { scope: { documents: [any.document(), any.document()] } } : {}),
        ...(any.random.chance(0.2) ? { conversationId: conversation } : {}),
        ...asOf(any),
      },
      any.random.chance(0.15) ? EVENTS : {},
    ),
  ),
  writeAnswerFile: 'gives back what was sent with it, and only to whom it was answered',
  diagnoseFault: look('ask', LEAST, ({ any }) => post('/v1/diagnoses', { fault: any.question() })),
  createChatCompletion: look('ask', LEAST, ({ any }) =>
    post('/v1/chat/completions', { messages: [{ role: 'user', content: any.question() }], stream: any.random.chance(0.3) }),
  ),
  postMcpMessage: look('ask', 2, ({ any }) => {
    const [name, args] = any.random.pick([
      () => ['search', { query: any.words(), k: 5 }] as const,
      () => ['ask', { question: any.question() }] as const,
      () => ['entity', { name: thing(any).slice(0, 200) }] as const,
      () => ['neighbourhood', { of: thing(any).slice(0, 200), depth: any.random.integer(1, 2) }] as const,
    ])();
    return post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } });
  }),
  listDocuments: { ...look('read', 2, ({ any }) => get('/v1/documents', { limit: limit(any), ...asOf(any) })), pages: true },
  getDocument: look('read', 3, ({ any }) => get(`/v1/documents/${any.document()}`, asOf(any))),
  listPassages: look('read', 2.5, ({ any }) =>
    get(`/v1/documents/${any.document()}/passages`, { ...cursor(any.random.integer(0, 5)), limit: limit(any), ...asOf(any) }),
  ),
  getQuality: look('read', 2, ({ any }) => get(`/v1/documents/${any.document()}/quality`)),
  getContent: look('read', 2, ({ any }) =>
    get(`/v1/documents/${any.document()}/content`, any.random.chance(0.3) ? { version: any.version() } : {}),
  ),
  getPageImage: look('read', LEAST, ({ any }) => get(`/v1/documents/${any.document()}/pages/1`)),
  getPassagePicture: look('read', LEAST, ({ any }) =>
    get(`/v1/passages/${any.passage()}/picture`, any.random.chance(0.3) ? { start: 0, end: 2 } : {}),
  ),
  getSheetTags: look('read', LEAST, ({ any }) => get(`/v1/documents/${any.document()}/pages/1/tags`)),
  listJobs: { ...look('read', 1.6, ({ any }) => get('/v1/jobs', { limit: limit(any) })), pages: true },
  getJob: look('read', 2, ({ any }) => get(`/v1/jobs/${any.job()}`)),
  followJob: look('read', 1.5, ({ any }) => ({
    ...get(`/v1/jobs/${any.job()}/events`),
    headers: any.random.chance(0.3) ? { 'last-event-id': '2' } : {},
  })),
  listConversations: { ...look('ask', LEAST, () => get('/v1/conversations')), shown: withoutTimes },
  getConversation: {
    ...look('ask', LEAST, ({ any, conversation }) => get(`/v1/conversations/${any.random.pick([CONVERSATION, 'night', conversation])}`)),
    shown: withoutTimes,
  },
  findEntities: {
    ...look('read', 2.5, ({ any }) =>
      get('/v1/entities', {
        limit: limit(any),
        ...(any.random.chance(0.9) ? { name: any.name().slice(0, any.random.integer(1, 20)) } : {}),
        ...(any.random.chance(0.3) ? { type: any.random.pick(NODE_KINDS) } : {}),
      }),
    ),
    pages: true,
  },
  getEntity: look('read', 2.5, ({ any }) => get(`/v1/entities/${named(any)}`)),
  getNeighbourhood: look('read', 2.5, ({ any }) =>
    get(`/v1/entities/${named(any)}/neighbourhood`, { depth: any.random.integer(1, 3), group: any.random.pick([1, 3, 20]) }),
  ),
  getTimeline: look('read', 2, ({ any }) => get(`/v1/entities/${named(any)}/timeline`, cursor(any.random.pick([0, 0, 3])))),
  findPaths: look('read', 1.6, ({ any }) =>
    get('/v1/paths', {
      from: thing(any),
      to: thing(any),
      maxLength: any.random.integer(1, 4),
      limit: any.random.pick([1, 10]),
    }),
  ),
  getFact: look('read', 3, ({ any }) => get(`/v1/facts/${any.fact()}`)),
  aggregateRecords: look('read', 2.5, ({ any }) =>
    any.random.chance(0.2)
      ? post('/v1/records/aggregate', aggregate(any), CSV)
      : post('/v1/records/aggregate', { ...aggregate(any), rows: any.random.pick([0, 5, 100]) }),
  ),
  pageRecords: look('read', 2, ({ any }) => {
    const { from, where, groupBy } = aggregate(any);
    const group = any.random.chance(0.5) ? { group: groupBy.map(() => any.name()) } : {};
    const place = { ...cursor(any.random.pick([0, 0, 3])), limit: any.random.pick([1, 50]) };
    return post('/v1/records/rows', { from, where, groupBy, ...group, ...place }, any.random.chance(0.2) ? CSV : {});
  }),
  listReviews: look('read', 1.6, ({ any }) =>
    get('/v1/reviews', { limit: limit(any), ...(any.random.chance(0.2) ? { decision: any.random.pick(DECISION_KINDS) } : {}) }),
  ),
  getReview: look('read', 2, ({ any }) => get(`/v1/reviews/${any.review()}`)),
  listDecisions: look('read', 1.6, ({ any }) => get('/v1/decisions', { limit: limit(any) })),
  previewDecision: look('decide', LEAST, ({ any }) => post('/v1/decisions/preview', { decision: drawDecision(any) })),
  getDecision: look('read', 2, ({ any }) => get(`/v1/decisions/${any.decision()}`)),
  listFeedback: look('read', LEAST, ({ any }) => get('/v1/feedback', { limit: limit(any) })),
  getSession: { weight: LEAST, kind: 'look', draw: () => get('/v1/session') },
  listKeys: look('administer', LEAST, () => get('/v1/keys')),
  listAccounts: look('administer', LEAST, () => get('/v1/accounts')),
  // What they tell counts or quotes every document, so that all labels are needed.
  listAudit: { weight: LEAST, kind: 'to-be-refused', draw: () => get('/v1/audit') },
  examineStores: { weight: LEAST, kind: 'to-be-refused', draw: () => get('/v1/doctor') },
  listEvaluations: { weight: LEAST, kind: 'to-be-refused', draw: () => get('/v1/evaluations') },
  getEvaluation: { weight: LEAST, kind: 'to-be-refused', draw: () => get(`/v1/evaluations/${REPORT}`) },
  listEvaluatedCases: { weight: LEAST, kind: 'to-be-refused', draw: () => get(`/v1/evaluations/${REPORT}/cases`, { suite: 'gold' }) },
  compareEvaluations: { weight: LEAST, kind: 'to-be-refused', draw: () => get(`/v1/evaluations/${REPORT}/comparison`, { with: REPORT }) },
  isReady: { weight: LEAST, kind: 'look', draw: () => get('/readyz') },
  // Its counts tell of every document, so that all labels are needed.
  readMetrics: { weight: LEAST, kind: 'to-be-refused', draw: () => get('/metrics') },
  beginSignIn: 'tells of no document',
  finishSignIn: 'tells of no document',
  signIn: 'tells of no document',
  signOut: 'tells of no document',
  verifyClaims: 'holds claims against the sources sent with them and is given neither data nor caller',
  extractText: 'reads the text sent with it and is given no stored data',
  readPhoto: 'reads the picture sent with it and is given no stored data',
  normaliseText: 'tells of no document',
  createEmbeddings: 'tells of no document',
  listModels: 'tells of no document',
  isAlive: 'tells of no document',
  getVersion: 'tells of no document',
};

function look(action: NonNullable<HttpProbe['action']>, weight: number, draw: HttpProbe['draw']): HttpProbe {
  return { weight, action, kind: 'look', draw };
}

/** Conversations of these services are asked at different moments; others than those named here come and go meanwhile. */
function withoutTimes(text: string): string {
  return text.replaceAll(/\{"id":"lane-\d+","turns":\d+,"at":"[^"]*"\},?/g, '').replaceAll(/"at":"[^"]*"/g, '');
}
