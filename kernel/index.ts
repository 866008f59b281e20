export type { Access } from './access.ts';
export type { Anchor, BlockAnchor, Box, DrawingAnchor, PicturePlace, RowAnchor } from './anchor.ts';
export { anchorsText } from './anchor.ts';
export { asDocumentText } from './as-document-text.ts';
export { assertNever } from './assert-never.ts';
export { authorityOf } from './authority-of.ts';
export type { Caller } from './caller.ts';
export type { Json } from './canonical-json.ts';
export { canonicalJson, compareText } from './canonical-json.ts';
export type { ColumnAspect, ColumnMeaning, ColumnSaying } from './column-meaning.ts';
export { COLUMN_ASPECTS, DECIMAL_MARKS, onlyAspects, saidAspects } from './column-meaning.ts';
export type { ColumnRole } from './column-role.ts';
export { COLUMN_ROLES } from './column-role.ts';
export { compareKeys } from './compare-keys.ts';
export type { Revision } from './compare-revisions.ts';
export { compareLabels, compareRevisions } from './compare-revisions.ts';
export { asCorrected, asPrinted } from './corrected-passage.ts';
export type { ColumnCorrection, PassageCorrection, VersionCorrections } from './correction.ts';
export { correctionLine, type SaidCorrection } from './correction-line.ts';
export { currentCall, onBehalfOf } from './current-call.ts';
export type {
  ColumnDecision,
  Decision,
  DecisionKind,
  DecisionState,
  FactDecision,
  MadeDecision,
  PairDecision,
  TextDecision,
} from './decision.ts';
export { DECISION_KINDS } from './decision.ts';
export { digestAsyncLines, digestLines } from './digest-lines.ts';
export { distinctScopeNames } from './distinct-scope-names.ts';
export { type DistinctTitle, distinctTitles } from './distinct-titles.ts';
export type {
  DocumentClaims,
  DocumentProperties,
  DocumentRow,
  Format,
  Outcome,
  ShownPicture,
  VersionRow,
  VersionState,
} from './document.ts';
export { FORMATS, isReadOutcome, OUTCOMES, READ_OUTCOMES, VERSION_STATES } from './document.ts';
export type { DrawnRelation } from './drawn-relation.ts';
export { DRAWN_RELATIONS } from './drawn-relation.ts';
export type { ErrorCode } from './errors.ts';
export { ERROR_TABLE, FaultlineError, isStoreDown, toFaultlineError } from './errors.ts';
export type { Evidence, EvidenceStatus, Fact, FactObject, Qualifier, QualifierName } from './fact.ts';
export { makeFact, QUALIFIER_NAMES } from './fact.ts';
export type { Feedback, FeedbackState, FeedbackSubject, FeedbackVerdict } from './feedback.ts';
export { FEEDBACK_STATES, FEEDBACK_SUBJECTS, FEEDBACK_VERDICTS } from './feedback.ts';
export { hashParts, sha256 } from './hash.ts';
export { foldIdentifier } from './identifier/fold-identifier.ts';
export type { Identifier, IdentifierKind, IdentifierMention, IdentifierPattern } from './identifier/identifier.ts';
export { IDENTIFIER_KINDS } from './identifier/identifier.ts';
export { foldLookAlikes } from './identifier/look-alikes.ts';
export { makeTagGrammar } from './identifier/make-tag-grammar.ts';
export type { TagGrammar, TagGrammarData } from './identifier/tag-grammar.ts';
export { readTagPatterns, tagPatternsText } from './identifier/tag-patterns.ts';
export type {
  AccountId,
  ApiKeyId,
  DecisionId,
  DocumentId,
  EntityId,
  FactId,
  FeedbackId,
  FormId,
  JobId,
  KeyId,
  LabelSetId,
  PassageId,
  ReviewId,
  TenantId,
  VersionId,
} from './ids.ts';
export {
  keyOfEntity,
  makeAccountId,
  makeApiKeyId,
  makeDecisionId,
  makeDocumentId,
  makeEntityId,
  makeFactId,
  makeFeedbackId,
  makeJobId,
  makeKeyId,
  makeLabelSetId,
  makePassageId,
  makeReviewId,
  makeVersionId,
  parseAccountId,
  parseApiKeyId,
  parseDecisionId,
  parseDocumentId,
  parseEntityId,
  parseFactId,
  parseFeedbackId,
  parseFormId,
  parseJobId,
  parseKeyId,
  parseLabelSetId,
  parsePassageId,
  parseReviewId,
  parseTenantId,
  parseVersionId,
} from './ids.ts';
export { isIntact } from './is-intact.ts';
export { isWhole, sectionDepth } from './is-whole.ts';
export type { Entity, Key, KeyClass, LinkClass } from './key.ts';
export { KEY_CLASSES, LINK_CLASSES } from './key.ts';
export { holdsLabels, readLabelList, readLabels } from './labels.ts';
export { languageOf } from './language-of.ts';
export type { NodeKind } from './node-kind.ts';
export { NODE_KINDS } from './node-kind.ts';
export type { Observation, ObservationOutcome } from './observation.ts';
export { OBSERVATION_OUTCOMES, observationsHash } from './observation.ts';
export { ordersNear, REACH } from './orders-near.ts';
export { parseJson } from './parse-json.ts';
export type {
  Authority,
  Cell,
  GlyphRun,
  Language,
  Passage,
  PassageKind,
  PassageStructure,
  RankablePassage,
  Recognition,
  RowLabel,
  StoredPassage,
} from './passage.ts';
export { AUTHORITIES, PASSAGE_KINDS, RECOGNITION_FLOOR, spanAnchors } from './passage.ts';
export type { Clock } from './ports/clock.ts';
export { columnName } from './ports/column-name.ts';
export type { ClaimReading, CrossEncoder } from './ports/cross-encoder.ts';
export type { Embedder } from './ports/embedder.ts';
export type { FileBeingRead, FilesBeingRead } from './ports/file-being-read.ts';
export type { EntityPlace, EntitySearch, KeyReader, SupportedFact } from './ports/key-reader.ts';
export type { Adviser, LanguageModel, Prompt, ReplyForm, TokenUsage, Writer, Written } from './ports/language-model.ts';
export type { LogFields, Logger } from './ports/logger.ts';
export type { ElementPlace, PassageReader, Stretch, TermStatistics } from './ports/passage-reader.ts';
export type { Digest, HeldUnit, Projection, Unit } from './ports/projection.ts';
export { parseUnit } from './ports/projection.ts';
export type {
  Aggregate,
  AggregateCell,
  AggregateColumn,
  AggregateQuery,
  ColumnsRow,
  Filter,
  Grouping,
  Having,
  LogReadInPart,
  Measure,
  RecordReader,
  RecordRow,
  TimeUnit,
} from './ports/record-reader.ts';
export { COMPARISONS, FIELD_MEASURES, ORDER_COMPARISONS, TIME_UNITS } from './ports/record-reader.ts';
export {
  ROW_ASKS,
  ROW_GROUPS,
  ROW_OPERATORS,
  type RowAsk,
  type RowGroup,
  type RowOperator,
  type RowQuestionAdviser,
  type RowQuestionReader,
  type RowQuestionReading,
  type ShownColumn,
  type UsedColumn,
  type UsedWords,
  type WordUse,
} from './ports/row-question-reader.ts';
export type { TracedStep, TracePlace, TraceSink } from './ports/traces.ts';
export type { Predicate } from './predicate.ts';
export { PREDICATES } from './predicate.ts';
export { entryBeside, type ProgramEntry, programEntry } from './program-entry.ts';
export type { BadRow, ExcludedRun, ExclusionReason, QualityReport, UnsureRegion } from './quality-report.ts';
export { EXCLUSION_REASONS } from './quality-report.ts';
export { findQuantities } from './quantity/find-quantities.ts';
export { parseNumeral } from './quantity/numerals.ts';
export { relateQuantities } from './quantity/relate-quantities.ts';
export { readAround, type Surroundings } from './read-around.ts';
export { readElement } from './read-element.ts';
export { readScopeNames } from './read-scope-names.ts';
export { RecentLookups } from './recent-lookups.ts';
export { RecentMap } from './recent-map.ts';
export type { SpanRecognition } from './recognition-of-span.ts';
export { recognitionOfSpan } from './recognition-of-span.ts';
export type { Field, RecordKind, TypedRecord } from './record.ts';
export { RECORD_KINDS } from './record.ts';
export { startRecordProof } from './record-proof.ts';
export type { Result } from './result.ts';
export { failed, ok } from './result.ts';
export type { Review, ReviewEvidence, ReviewKind, ReviewSubject } from './review.ts';
export { REVIEW_KINDS } from './review.ts';
export type { Action, Role } from './role.ts';
export { ACTIONS, actionsOf, mayDo, ROLES } from './role.ts';
export {
  SCOPE_NAME_KINDS,
  SCOPE_NAME_SOURCES,
  type ScopeName,
  type ScopeNameKind,
  type ScopeNameSource,
} from './scope-name.ts';
export { sheetOf } from './sheet-of.ts';
export type { SheetStamp, SheetStatus } from './sheet-status.ts';
export { gravestStatus, isOnSheetOutOfUse, isOutOfUse, SHEET_STATUSES } from './sheet-status.ts';
export type { SurveyedTable } from './table-form.ts';
export { formOf, headerKey, sheetKey, tablesOf } from './table-form.ts';
export { codeOf } from './text/code-of.ts';
export { foldWidth } from './text/fold-width.ts';
export type { FoldedText } from './text/folded-text.ts';
export { fold, foldText } from './text/folded-text.ts';
export { maskSpans } from './text/mask-spans.ts';
export { overlaps } from './text/overlaps.ts';
export { replaceEnclosed } from './text/replace-enclosed.ts';
export { titlePath } from './title-path.ts';
export { titlesAbove } from './titles-above.ts';
export { isUnit } from './units/is-unit.ts';
export type { Dimension, Quantity, QuantityMention } from './units/quantity.ts';
export { DIMENSIONS } from './units/quantity.ts';
export { unitFacts } from './units/unit-facts.ts';
export { unitOf } from './units/units.ts';
export { unknownColumns } from './unknown-columns.ts';
export { untilAborted } from './until-aborted.ts';
export { untrustedCertificate } from './untrusted-certificate.ts';
export type { Value } from './value.ts';
export type { Verdict } from './verdict.ts';
export { VERDICTS } from './verdict.ts';
export { csvComment, csvLine } from './write-csv.ts';
export { zoneMinutes } from './zone.ts';
