import type { z } from 'zod';
import type { accountSchema } from '../api/contract/account.ts';
import type { aggregateRequestSchema, figureSchema, rowsPageSchema, rowsRequestSchema } from '../api/contract/aggregate.ts';
import type { answerEventSchemas, answerRequestSchema, answerSchema } from '../api/contract/answer.ts';
import type { answerFileRequestSchema } from '../api/contract/answer-file.ts';
import type { apiKeySchema, createdApiKeySchema } from '../api/contract/api-key.ts';
import type { auditEventSchema, auditPageSchema } from '../api/contract/audit.ts';
import type { decisionListSchema, decisionRequestSchema, shownDecisionSchema } from '../api/contract/decision.ts';
import type { decisionEffectSchema } from '../api/contract/decision-effect.ts';
import type { diagnosisRequestSchema, diagnosisSchema } from '../api/contract/diagnosis.ts';
import type { doctorSchema } from '../api/contract/doctor.ts';
import type {
  documentHistorySchema,
  documentLabelsSchema,
  documentListSchema,
  documentQualitySchema,
  documentSchema,
  uploadAnswerSchema,
} from '../api/contract/document.ts';
import type {
  entityListSchema,
  factSchema,
  neighbourhoodSchema,
  pathsSchema,
  sheetTagsSchema,
  timelineSchema,
} from '../api/contract/entity.ts';
import type {
  evaluatedCaseListSchema,
  evaluationComparisonSchema,
  evaluationListSchema,
  evaluationSchema,
} from '../api/contract/evaluation.ts';
import type { feedbackRequestSchema, feedbackSchema } from '../api/contract/feedback.ts';
import type { jobEventSchema, jobListSchema } from '../api/contract/job.ts';
import type { photoReadingSchema } from '../api/contract/photo.ts';
import type { problemSchema } from '../api/contract/problem.ts';
import type { reviewListSchema, reviewSchema } from '../api/contract/review.ts';
import type { searchAnswerSchema, searchRequestSchema } from '../api/contract/search.ts';
import type { sessionSchema } from '../api/contract/session.ts';

export type Session = z.infer<typeof sessionSchema>;
export type AnswerRequest = z.input<typeof answerRequestSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type AnswerContent = Answer['content'];
export type AnswerFileRequest = z.input<typeof answerFileRequestSchema>;
export type Claim = AnswerContent['claims'][number];
export type Citation = AnswerContent['citations'][number];
export type Anchor = Citation['anchors'][number];
export type Resolution = NonNullable<AnswerContent['resolution']>;
export type PhotoReading = z.infer<typeof photoReadingSchema>;
export type DiagnosisRequest = z.input<typeof diagnosisRequestSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type DiagnosedProcedure = Diagnosis['procedures'][number];
export type FeedbackRequest = z.input<typeof feedbackRequestSchema>;
export type Feedback = z.infer<typeof feedbackSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type ReviewList = z.infer<typeof reviewListSchema>;
/** What a decision would change. */
export type DecisionEffect = z.infer<typeof decisionEffectSchema>;
export type DecisionDraft = z.input<typeof decisionRequestSchema>['decision'];
export type ShownDecision = z.infer<typeof shownDecisionSchema>;
export type MadeDecision = z.infer<typeof decisionListSchema>['decisions'][number];
export type Entity = z.infer<typeof entityListSchema>['entities'][number];
export type Fact = z.infer<typeof factSchema>;
export type Neighbourhood = z.infer<typeof neighbourhoodSchema>;
export type Paths = z.infer<typeof pathsSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type SheetTags = z.infer<typeof sheetTagsSchema>;
export type AggregateRequest = z.input<typeof aggregateRequestSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type RowsRequest = z.input<typeof rowsRequestSchema>;
export type RowsPage = z.infer<typeof rowsPageSchema>;
export type SearchRequest = z.input<typeof searchRequestSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
export type SearchHit = SearchAnswer['hits'][number];
export type EvaluationList = z.infer<typeof evaluationListSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
export type EvaluatedMetric = Evaluation['suites'][number]['metrics'][number];
export type EvaluatedCaseList = z.infer<typeof evaluatedCaseListSchema>;
export type EvaluationComparison = z.infer<typeof evaluationComparisonSchema>;
export type Problem = z.infer<typeof problemSchema>;

export type DocumentList = z.infer<typeof documentListSchema>;
export type Document = z.infer<typeof documentSchema>;
export type DocumentHistory = z.infer<typeof documentHistorySchema>;
export type DocumentLabels = z.infer<typeof documentLabelsSchema>;
export type DocumentQuality = z.infer<typeof documentQualitySchema>;
export type QualityReport = NonNullable<DocumentQuality['report']>;
export type UploadAnswer = z.infer<typeof uploadAnswerSchema>;
export type Account = z.infer<typeof accountSchema>;
export type ApiKey = z.infer<typeof apiKeySchema>;
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;
export type AuditEvent = z.infer<typeof auditEventSchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type Doctor = z.infer<typeof doctorSchema>;
export type JobList = z.infer<typeof jobListSchema>;
export type JobEvent = z.infer<typeof jobEventSchema>;

type EventSchemas = typeof answerEventSchemas;
/** An event of an answer that comes piece by piece: its name with its data. */
export type AnswerEvent = {
  readonly [Name in keyof EventSchemas]: { readonly name: Name; readonly data: z.infer<EventSchemas[Name]> };
}[keyof EventSchemas];
