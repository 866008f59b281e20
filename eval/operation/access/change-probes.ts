import { type Action, FEEDBACK_VERDICTS, sha256 } from '../../../kernel/index.ts';
import { drawDecision } from '../../suites/access/draw-decision.ts';
import { type HttpRequest, post } from '../http/http-request.ts';
import { type HttpProbe, LEAST, type ProbeDraw } from './http-probe.ts';

const REASON = 'seen at the machine';
const FILE = { name: 'next.md', text: '# P-101\n\nThe tightening torque of P-101 is 48 N·m. P-101 的拧紧力矩为 48 N·m。\n' };
const remove = (path: string): HttpRequest => ({ method: 'DELETE', path });
const put = (path: string, body: unknown): HttpRequest => ({ method: 'PUT', path, body });
/** An account that nobody has. */
const accountOf = (any: ProbeDraw['any']): string => `/v1/accounts/acc_${any.document().slice(4)}`;

/** One entry an operation that changes something, by its name in the description of the API. */
export const CHANGE_PROBES: Readonly<Record<string, HttpProbe | string>> = {
  uploadDocument: {
    // Asked by readers alone, one role of five.
    weight: 5 * LEAST,
    action: 'add',
    kind: 'to-be-refused',
    draw: () => ({ method: 'POST', path: '/v1/documents', file: FILE }),
  },
  reviseDocument: hiddenChange('add', LEAST, ({ hidden }) => ({ method: 'PUT', path: `/v1/documents/${hidden.document()}`, file: FILE })),
  deleteDocument: hiddenChange('remove', LEAST, ({ hidden }) => remove(`/v1/documents/${hidden.document()}`)),
  deleteVersion: hiddenChange('remove', LEAST, ({ hidden }) => remove(`/v1/documents/${hidden.document()}/versions/${hidden.version()}`)),
  setLabels: hiddenChange('relabel', LEAST, ({ hidden }) => ({
    method: 'PUT',
    path: `/v1/documents/${hidden.document()}/labels`,
    body: { labels: [] },
  })),
  cancelJob: hiddenChange('steer', LEAST, ({ hidden }) => post(`/v1/jobs/${hidden.job()}/cancel`, undefined)),
  retryJob: hiddenChange('steer', LEAST, ({ hidden }) => post(`/v1/jobs/${hidden.job()}/retry`, undefined)),
  decideReview: hiddenChange('decide', LEAST, ({ hidden }) =>
    post(`/v1/reviews/${hidden.review()}/decision`, { decision: drawDecision(hidden), reason: REASON }),
  ),
  makeDecision: hiddenChange('decide', LEAST, ({ hidden }) => post('/v1/decisions', { decision: drawDecision(hidden), reason: REASON })),
  undoDecision: hiddenChange('decide', LEAST, ({ hidden }) => post(`/v1/decisions/${hidden.decision()}/undo`, { reason: REASON })),
  // An answer that somebody else was given.
  giveFeedback: hiddenChange('ask', LEAST, ({ any, hidden }) =>
    post('/v1/feedback', { question: any.question(), digest: sha256(hidden.passage()), verdict: any.random.pick(FEEDBACK_VERDICTS) }),
  ),
  // What somebody else said.
  withdrawFeedback: hiddenChange('ask', LEAST, ({ any }) => remove(`/v1/feedback/fbk_${any.document().slice(4)}`)),
  deleteConversation: {
    weight: LEAST,
    action: 'ask',
    kind: 'own-change',
    draw: ({ conversation }) => remove(`/v1/conversations/${conversation}`),
  },
  createKey: { weight: LEAST, kind: 'to-be-refused', draw: () => post('/v1/keys', { name: 'all', role: 'reader', labels: 'all' }) },
  createAccount: {
    weight: LEAST,
    kind: 'to-be-refused',
    draw: () => post('/v1/accounts', { name: 'all', password: 'pump house at dawn', role: 'reader', labels: 'all' }),
  },
  setPassword: hiddenChange('administer', LEAST, ({ any }) => put(`${accountOf(any)}/password`, { password: 'pump house at dusk' })),
  setRights: hiddenChange('administer', LEAST, ({ any }) => put(`${accountOf(any)}/rights`, { role: 'reader', labels: [] })),
  removeAccount: hiddenChange('administer', LEAST, ({ any }) => remove(accountOf(any))),
  revokeKey: hiddenChange('administer', LEAST, ({ any }) => remove(`/v1/keys/apk_${any.document().slice(4)}`)),
};

function hiddenChange(action: Action, weight: number, draw: HttpProbe['draw']): HttpProbe {
  return { weight, action, kind: 'hidden-change', draw };
}
