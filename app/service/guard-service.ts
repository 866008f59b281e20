import { type Action, type Caller, FaultlineError, mayDo } from '../../kernel/index.ts';
import { READS, STREAMS, WRITES } from './commands.ts';
import type { CommandName, Service } from './service.ts';

/** What each command is to a policy; `own` is what the service asks of itself, whoever the caller is. */
const COMMAND_ACTIONS: Readonly<Record<CommandName, Action | 'own'>> = {
  acceptDocument: 'add',
  aggregateRecords: 'read',
  answerWriter: 'own',
  askQuestion: 'ask',
  cancelJob: 'steer',
  checkHealth: 'own',
  checkPassword: 'own',
  createAccount: 'administer',
  compareTwoEvaluations: 'audit',
  createApiKey: 'administer',
  decideReview: 'decide',
  deleteConversation: 'ask',
  deleteDocument: 'remove',
  deleteVersion: 'remove',
  discardBytes: 'add',
  diagnoseFault: 'ask',
  embedTexts: 'ask',
  endSession: 'own',
  examineStores: 'administer',
  explainPaths: 'read',
  exportAnswer: 'ask',
  exportFigure: 'read',
  exportKnowledge: 'export',
  extractText: 'ask',
  findApiKey: 'own',
  findDecision: 'read',
  findEntities: 'read',
  findSession: 'own',
  followJob: 'read',
  getConversation: 'ask',
  getDocument: 'read',
  getEntities: 'read',
  getEvaluation: 'audit',
  getFacts: 'read',
  getHistory: 'read',
  getJob: 'read',
  getNeighbourhood: 'read',
  getPassages: 'read',
  getReview: 'read',
  getSheetTags: 'read',
  getTimeline: 'read',
  giveFeedback: 'ask',
  keepTurn: 'ask',
  listAccounts: 'administer',
  listApiKeys: 'administer',
  listAudit: 'audit',
  listConversations: 'ask',
  listDecisions: 'read',
  listDocuments: 'read',
  listEvaluatedCases: 'audit',
  listEvaluations: 'audit',
  listFeedback: 'read',
  listJobs: 'read',
  listPassages: 'read',
  listReviews: 'read',
  makeDecision: 'decide',
  previewDecision: 'decide',
  normaliseText: 'ask',
  noteKeyUse: 'own',
  noteSessionUse: 'own',
  openContent: 'read',
  openSession: 'own',
  pageRecords: 'read',
  proveAudit: 'audit',
  readGauges: 'read',
  readPhoto: 'ask',
  recordAudit: 'own',
  removeAccount: 'administer',
  renderDocumentPage: 'read',
  retryJob: 'steer',
  revokeApiKey: 'administer',
  searchPassages: 'ask',
  setLabels: 'relabel',
  setPassword: 'administer',
  setRights: 'administer',
  showPassage: 'read',
  streamAnswer: 'ask',
  undoDecision: 'decide',
  verifyAudit: 'audit',
  verifyText: 'ask',
  withdrawFeedback: 'ask',
};

/** The service as a surface hands it to callers: each command is refused before it begins to whom no role allows it. */
export function guardService(service: Service): Service {
  const guarded = (names: object): Record<string, unknown> =>
    Object.fromEntries((Object.keys(names) as CommandName[]).map((name) => [name, guard(name, service[name] as AnyCall)]));
  return {
    ...service,
    // The tables are typed by name; guarding keeps each command's input and output.
    ...(guarded({ ...READS, ...WRITES, ...STREAMS }) as unknown as Service),
    async keepBytes(caller, bytes) {
      checkAction(caller, 'add');
      return service.keepBytes(caller, bytes);
    },
  };
}

type AnyCall = (caller: Caller, input: unknown, signal: AbortSignal) => unknown;

function guard(name: CommandName, call: AnyCall): AnyCall {
  const action = COMMAND_ACTIONS[name];
  if (action === 'own') return call;
  if (name in STREAMS) {
    return (caller, input, signal) => {
      checkAction(caller, action);
      return call(caller, input, signal);
    };
  }
  return async (caller, input, signal) => {
    checkAction(caller, action);
    return call(caller, input, signal);
  };
}

/**
 * For a surface that does something of its own before it gives a command what was sent.
 * @throws FaultlineError `forbidden` when the role of the caller does not allow the action.
 */
export function checkAction({ role }: Caller, action: Action): void {
  if (mayDo(role, action)) return;
  throw new FaultlineError('forbidden', `Your role (${role}) does not allow that (${action}); ask who runs the service.`);
}
