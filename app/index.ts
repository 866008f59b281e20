export type { Answer, AnswerEvent, Diagnosis } from '../answering/index.ts';
export {
  ANSWER_MODES,
  CAUSE_ORDERS,
  CAUSE_STANDINGS,
  CHANGED_THINGS,
  CONTENT_ORIGINS,
  CUT_REASONS,
  DEGRADATIONS,
  DERIVED_KINDS,
  DIAGNOSIS_STATES,
  DRAWN_BASES,
  DRAWN_CHANGES,
  DRAWN_LINKS,
  LACK_REASONS,
  OMISSION_KINDS,
  REFUSAL_REASONS,
  STRICTNESSES,
} from '../answering/index.ts';
export type { PhotoReading, RegisteredFiles } from '../ingest/index.ts';
export { PHOTO_LIMITS } from '../ingest/index.ts';
export type {
  Account,
  ApiKey,
  AuditAction,
  AuditFilter,
  AuditHead,
  JobEvent,
  JobPlace,
  JobRow,
  JobState,
  SessionOwner,
} from '../ledger/index.ts';
export { AUDIT_ACTIONS, JOB_STATES, PROJECTION_TARGETS } from '../ledger/index.ts';
export { NORMALISING_RULES, openStaticEmbedder } from '../models/index.ts';
export type { PlaceWords, ReadingWords } from '../ontology/index.ts';
export {
  answerFileWords,
  EFFORTS,
  KEPT_KINDS,
  photoWords,
  phrasesOf,
  placeWords,
  predicatePhrase,
  readingWords,
  restoreWords,
  retentionWords,
} from '../ontology/index.ts';
export { makeFolder } from '../storage/index.ts';
export type { Application } from './application.ts';
export type { Calibration, CalibrationFigures } from './calibration/calibration.ts';
export { keepCalibration, resetCalibration } from './calibration/keep-calibration.ts';
export { accountActor } from './callers/account-actor.ts';
export { createAccount, listAccounts, removeAccount, setPassword, setRights } from './callers/accounts.ts';
export { KEY_BYTES } from './callers/api-key-text.ts';
export { createApiKey, listApiKeys, revokeApiKey } from './callers/api-keys.ts';
export type { Identity } from './callers/identity.ts';
export { SIGN_IN_WAYS } from './callers/identity.ts';
export { isLoopback } from './callers/is-loopback.ts';
export type { KeyRing } from './callers/key-ring.ts';
export { type Issuer, openIssuer, type SignInFlow } from './callers/oidc/open-issuer.ts';
export { SALT_BYTES } from './callers/password.ts';
export type { SessionRing } from './callers/session-ring.ts';
export { csrfTokenOf, hashSessionSecret, isCsrfToken, SESSION_BYTES, writeSessionSecret } from './callers/session-text.ts';
export { openSignInAttempts } from './callers/sign-in-attempts.ts';
export { aggregateRecords } from './commands/aggregate-records.ts';
export { applyRetention } from './commands/apply-retention.ts';
export { answerDependencies, askQuestion } from './commands/ask-question.ts';
export { checkMeaning } from './commands/check-correction.ts';
export { deleteConversation, getConversation, listConversations } from './commands/conversations.ts';
export { decideReview } from './commands/decide-review.ts';
export { deleteDocument } from './commands/delete-document.ts';
export { deleteVersion } from './commands/delete-version.ts';
export { diagnoseFault } from './commands/diagnose-fault.ts';
export { dryRun } from './commands/dry-run.ts';
export { examineHome } from './commands/examine-home.ts';
export type { ExplainedPaths } from './commands/explain-paths.ts';
export { explainPaths } from './commands/explain-paths.ts';
export type { AnswerExport } from './commands/export-answer.ts';
export { exportFigure } from './commands/export-figure.ts';
export { exportKnowledge } from './commands/export-knowledge.ts';
export { extractText } from './commands/extract-text.ts';
export type { FoundEntity } from './commands/find-entities.ts';
export { findEntities } from './commands/find-entities.ts';
export { followJob } from './commands/follow-job.ts';
export type { EntityDetail } from './commands/get-entities.ts';
export { getEntities } from './commands/get-entities.ts';
export { getFacts } from './commands/get-facts.ts';
export type { DocumentHistory } from './commands/get-history.ts';
export { getHistory } from './commands/get-history.ts';
export type { Neighbourhood } from './commands/get-neighbourhood.ts';
export { getNeighbourhood } from './commands/get-neighbourhood.ts';
export { getPassages } from './commands/get-passages.ts';
export { getReliability, type ReliabilityFigures } from './commands/get-reliability.ts';
export type { Timeline } from './commands/get-timeline.ts';
export { getTimeline } from './commands/get-timeline.ts';
export { giveFeedback } from './commands/give-feedback.ts';
export type { IngestedFile, IngestTotals } from './commands/ingest-files.ts';
export { ingestFiles } from './commands/ingest-files.ts';
export type { LeftOut } from './commands/left-out.ts';
export type { ListedDecision } from './commands/list-decisions.ts';
export { listDecisions } from './commands/list-decisions.ts';
export type { ListedDocument } from './commands/list-documents.ts';
export { getDocument, listDocuments } from './commands/list-documents.ts';
export { type ListedFeedback, listFeedback } from './commands/list-feedback.ts';
export { getJob, listJobs } from './commands/list-jobs.ts';
export { listPassages } from './commands/list-passages.ts';
export { getReview, listReviews, type ReviewPlace } from './commands/list-reviews.ts';
export { makeBackup } from './commands/make-backup.ts';
export { makeDecision, undoDecision } from './commands/make-decision.ts';
export type { MigrationProgress } from './commands/migrate-stores.ts';
export { migrateStores, takeMigrationBack } from './commands/migrate-stores.ts';
export { normaliseTextAlone } from './commands/normalise-text.ts';
export { pageRecords } from './commands/page-records.ts';
export type { PlannedFile, PlanProgress } from './commands/plan-ingest.ts';
export { type DecisionEffect, previewDecision } from './commands/preview-decision.ts';
export { type AuditCheck, coverVersions, listAudit, proveAudit, verifyAudit } from './commands/read-audit.ts';
export { readDocumentsAgain } from './commands/read-documents-again.ts';
export { rebuildProjections } from './commands/rebuild-projections.ts';
export type { KeptBytes } from './commands/receive-document.ts';
export { receiveDocument } from './commands/receive-document.ts';
export type { Reconciliation } from './commands/reconcile-stores.ts';
export { reconcileStores } from './commands/reconcile-stores.ts';
export { registerFiles } from './commands/register-files.ts';
export { restoreBackup } from './commands/restore-backup.ts';
export { searchPassages } from './commands/search-passages.ts';
export { setLabels } from './commands/set-labels.ts';
export { showPassage } from './commands/show-passage.ts';
export { cancelJob, retryJob } from './commands/steer-jobs.ts';
export { verifyTextAlone } from './commands/verify-text.ts';
export { withdrawFeedback } from './commands/withdraw-feedback.ts';
export type { WorkProgress } from './commands/work-jobs.ts';
export { workJobs } from './commands/work-jobs.ts';
export type { Config, ConfigArguments } from './config.ts';
export { dataFolder, describeConfig, loadConfig, startedAs, withoutServers, withStoresOf } from './config.ts';
export { configuredCaller } from './configured-caller.ts';
export { checkCallers } from './doctor/check-callers.ts';
export { checkTransport } from './doctor/check-transport.ts';
export { keepEvaluation } from './evaluations/keep-evaluation.ts';
export { keepHeapSmall } from './keep-heap-small.ts';
export type { CitedEvidence, DescribedFact } from './knowledge/describe-facts.ts';
export type { NamedEntity } from './knowledge/named-entity.ts';
export { makeAdviser } from './language-model/make-adviser.ts';
export { makeWriter } from './language-model/make-writer.ts';
export { openAdviser } from './language-model/open-adviser.ts';
export type { ApplicationOptions } from './open-application.ts';
export { openApplication } from './open-application.ts';
export { type Checking, openChecking } from './open-checking.ts';
export { openReadingModels, type ReadingModels } from './open-reading-models.ts';
export { packageFile } from './package-file.ts';
export { PROGRAM_VERSION } from './program-version.ts';
export { converse, streamConversation } from './service/converse.ts';
export { checkAction, guardService } from './service/guard-service.ts';
export { isHeld } from './service/is-held.ts';
export { keyRingOf } from './service/key-ring-of.ts';
export { READ_COMMANDS } from './service/read-commands.ts';
export { runWorker, workUntil } from './service/run-worker.ts';
export { serveThreads } from './service/serve-threads.ts';
export type { Service } from './service/service.ts';
export { serveHere } from './service/service.ts';
export { sessionRingOf } from './service/session-ring-of.ts';
export { checkHome } from './stores/check-home.ts';
export type { SiteServers, SiteSettings } from './stores/with-empty-site.ts';
export { withEmptySite } from './stores/with-empty-site.ts';
export { systemClock } from './system-clock.ts';
export type { Measured } from './telemetry/telemetry.ts';
