import { createAccount, listAccounts, removeAccount, setPassword, setRights } from '../callers/accounts.ts';
import { createApiKey, findApiKey, listApiKeys, noteKeyUse, revokeApiKey } from '../callers/api-keys.ts';
import { checkPassword, endSession, findSession, noteSessionUse, openSession } from '../callers/sessions.ts';
import { aggregateRecords } from '../commands/aggregate-records.ts';
import { answerWriter } from '../commands/answer-writer.ts';
import { askQuestion, streamAnswer } from '../commands/ask-question.ts';
import { checkHealth } from '../commands/check-health.ts';
import { deleteConversation, getConversation, keepTurn, listConversations } from '../commands/conversations.ts';
import { decideReview } from '../commands/decide-review.ts';
import { deleteDocument } from '../commands/delete-document.ts';
import { deleteVersion } from '../commands/delete-version.ts';
import { diagnoseFault } from '../commands/diagnose-fault.ts';
import { embedTexts } from '../commands/embed-texts.ts';
import { examineStores } from '../commands/examine-stores.ts';
import { explainPaths } from '../commands/explain-paths.ts';
import { exportAnswer } from '../commands/export-answer.ts';
import { exportFigure } from '../commands/export-figure.ts';
import { exportKnowledge } from '../commands/export-knowledge.ts';
import { extractText } from '../commands/extract-text.ts';
import { findEntities } from '../commands/find-entities.ts';
import { followJob } from '../commands/follow-job.ts';
import { getEntities } from '../commands/get-entities.ts';
import { getFacts } from '../commands/get-facts.ts';
import { getHistory } from '../commands/get-history.ts';
import { getNeighbourhood } from '../commands/get-neighbourhood.ts';
import { getPassages } from '../commands/get-passages.ts';
import { getSheetTags } from '../commands/get-sheet-tags.ts';
import { getTimeline } from '../commands/get-timeline.ts';
import { giveFeedback } from '../commands/give-feedback.ts';
import { findDecision, listDecisions } from '../commands/list-decisions.ts';
import { getDocument, listDocuments } from '../commands/list-documents.ts';
import { listFeedback } from '../commands/list-feedback.ts';
import { getJob, listJobs } from '../commands/list-jobs.ts';
import { listPassages } from '../commands/list-passages.ts';
import { getReview, listReviews } from '../commands/list-reviews.ts';
import { makeDecision, undoDecision } from '../commands/make-decision.ts';
import { normaliseText } from '../commands/normalise-text.ts';
import { openContent } from '../commands/open-content.ts';
import { pageRecords } from '../commands/page-records.ts';
import { previewDecision } from '../commands/preview-decision.ts';
import { listAudit, proveAudit, verifyAudit } from '../commands/read-audit.ts';
import { compareTwoEvaluations, getEvaluation, listEvaluatedCases, listEvaluations } from '../commands/read-evaluations.ts';
import { readGauges } from '../commands/read-gauges.ts';
import { readPhoto } from '../commands/read-photo.ts';
import { acceptDocument, discardBytes } from '../commands/receive-document.ts';
import { recordAudit } from '../commands/record-audit.ts';
import { renderDocumentPage } from '../commands/render-document-page.ts';
import { searchPassages } from '../commands/search-passages.ts';
import { setLabels } from '../commands/set-labels.ts';
import { showPassage } from '../commands/show-passage.ts';
import { cancelJob, retryJob } from '../commands/steer-jobs.ts';
import { verifyText } from '../commands/verify-text.ts';
import { withdrawFeedback } from '../commands/withdraw-feedback.ts';

/**
 * Every use case that a surface can ask for, by where it runs. Each is `(application, caller, input, signal)`; input, result and
 * items are plain data, since they cross from thread to thread.
 */

/** Change nothing: run on any reader, whose connections are read-only. */
export const READS = {
  aggregateRecords,
  askQuestion,
  checkHealth,
  checkPassword,
  compareTwoEvaluations,
  diagnoseFault,
  embedTexts,
  examineStores,
  explainPaths,
  exportAnswer,
  extractText,
  findApiKey,
  findDecision,
  findEntities,
  findSession,
  getConversation,
  getDocument,
  getEntities,
  getEvaluation,
  getFacts,
  getHistory,
  getNeighbourhood,
  getJob,
  getPassages,
  getReview,
  getSheetTags,
  getTimeline,
  listAccounts,
  listApiKeys,
  listAudit,
  listDecisions,
  listConversations,
  listDocuments,
  listEvaluatedCases,
  listEvaluations,
  listFeedback,
  listJobs,
  listPassages,
  listReviews,
  normaliseText,
  openContent,
  previewDecision,
  proveAudit,
  pageRecords,
  readGauges,
  readPhoto,
  renderDocumentPage,
  searchPassages,
  showPassage,
  verifyAudit,
  verifyText,
};

/** Change the ledger: run on the one writer. */
export const WRITES = {
  acceptDocument,
  answerWriter,
  cancelJob,
  createAccount,
  createApiKey,
  decideReview,
  deleteConversation,
  deleteDocument,
  deleteVersion,
  discardBytes,
  endSession,
  giveFeedback,
  keepTurn,
  makeDecision,
  noteKeyUse,
  noteSessionUse,
  openSession,
  recordAudit,
  removeAccount,
  retryJob,
  revokeApiKey,
  setLabels,
  setPassword,
  setRights,
  undoDecision,
  withdrawFeedback,
};

/** Give items one after the other, each made when it is asked for; they change nothing. */
export const STREAMS = { exportFigure, exportKnowledge, followJob, streamAnswer };
