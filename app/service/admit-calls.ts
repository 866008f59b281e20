import type { Clock } from '../../kernel/index.ts';
import type { Config } from '../config.ts';
import { type Admission, type AdmissionLimits, openAdmission } from './admission.ts';
import type { CommandName } from './service.ts';

/** What calls are to a service that may be overwhelmed. `own`: what it asks of itself, which waits for nobody. */
type CallKind = 'question' | 'read' | 'photo' | 'change' | 'follow' | 'password' | 'upload' | 'own';

/** Those that are more than a look at rows, or last, or change something. */
const KIND_OF: Readonly<Partial<Record<CommandName | 'keepBytes', CallKind>>> = {
  acceptDocument: 'change',
  aggregateRecords: 'question',
  answerWriter: 'own',
  askQuestion: 'question',
  cancelJob: 'change',
  checkHealth: 'own',
  checkPassword: 'password',
  createAccount: 'change',
  // Whole reports are read from their files.
  compareTwoEvaluations: 'question',
  createApiKey: 'change',
  decideReview: 'change',
  deleteConversation: 'change',
  deleteDocument: 'change',
  deleteVersion: 'change',
  diagnoseFault: 'question',
  // What an upload left has to go, or a question has been answered already.
  discardBytes: 'own',
  embedTexts: 'question',
  endSession: 'own',
  examineStores: 'question',
  explainPaths: 'question',
  exportFigure: 'follow',
  exportKnowledge: 'follow',
  extractText: 'question',
  findApiKey: 'own',
  findSession: 'own',
  followJob: 'follow',
  getEvaluation: 'question',
  getNeighbourhood: 'question',
  getSheetTags: 'question',
  getTimeline: 'question',
  giveFeedback: 'change',
  keepBytes: 'upload',
  keepTurn: 'own',
  listEvaluatedCases: 'question',
  listEvaluations: 'question',
  makeDecision: 'change',
  normaliseText: 'question',
  noteKeyUse: 'own',
  noteSessionUse: 'own',
  openSession: 'change',
  pageRecords: 'question',
  // Rows are read as they would be, in a process of its own.
  previewDecision: 'question',
  readGauges: 'own',
  readPhoto: 'photo',
  recordAudit: 'own',
  removeAccount: 'change',
  renderDocumentPage: 'question',
  retryJob: 'change',
  revokeApiKey: 'change',
  searchPassages: 'question',
  setLabels: 'change',
  setPassword: 'change',
  setRights: 'change',
  showPassage: 'question',
  streamAnswer: 'question',
  undoDecision: 'change',
  verifyAudit: 'question',
  verifyText: 'question',
  withdrawFeedback: 'change',
};

/** Calls that a reader works side by side: while one waits for a store another goes on. */
const PER_READER = 4;

/**
 * Documents that are written side by side. Each costs hashing here and up to its size on the disk, and over a slow line lasts long, so
 * there are more than a disk needs to be busy.
 */
const UPLOADS_AT_ONCE = 32;
/** A body waits unread for about as long as proxies keep an answer open. */
const UPLOAD_PATIENCE_MILLISECONDS = 30_000;
/** Photos that may wait: each holds its bytes meanwhile. */
const WAITING_PHOTOS = 8;

/** Of the time that an answer may take, what it may wait for its place. */
const WAITING_SHARE = 0.5;

type Limits = Pick<Config, 'readers' | 'waitingCalls' | 'answerMilliseconds'>;

function limitsOf({ readers, waitingCalls, answerMilliseconds }: Limits): Readonly<Record<Exclude<CallKind, 'own'>, AdmissionLimits>> {
  return {
    question: {
      atOnce: readers * PER_READER,
      waiting: waitingCalls,
      patience: WAITING_SHARE * answerMilliseconds,
    },
    read: { atOnce: readers * PER_READER * 4, waiting: waitingCalls * 4 },
    // Each is a process of its own that takes a processor for some seconds.
    photo: { atOnce: 1, waiting: WAITING_PHOTOS, patience: answerMilliseconds },
    change: { atOnce: 8, waiting: waitingCalls * 2 },
    // Each takes a processor for some time and memory, on purpose.
    password: { atOnce: readers, waiting: waitingCalls },
    // They last as long as whoever follows them, so nobody waits for the end of one.
    follow: { atOnce: waitingCalls * 2, waiting: 0 },
    upload: { atOnce: UPLOADS_AT_ONCE, waiting: waitingCalls, patience: UPLOAD_PATIENCE_MILLISECONDS },
  };
}

/** Before whom each command waits; undefined for what waits for nobody. */
export function admitCalls(config: Limits, clock: Clock): (name: string) => Admission | undefined {
  const limits = limitsOf(config);
  const admissions = {
    question: openAdmission(limits.question, clock),
    read: openAdmission(limits.read, clock),
    photo: openAdmission(limits.photo, clock),
    change: openAdmission(limits.change, clock),
    follow: openAdmission(limits.follow, clock),
    password: openAdmission(limits.password, clock),
    upload: openAdmission(limits.upload, clock),
  };
  return (name) => {
    const kind = (KIND_OF as Readonly<Record<string, CallKind | undefined>>)[name] ?? 'read';
    return kind === 'own' ? undefined : admissions[kind];
  };
}
