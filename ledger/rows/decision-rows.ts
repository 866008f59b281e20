import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  assertNever,
  COLUMN_ROLES,
  canonicalJson,
  DECIMAL_MARKS,
  type Decision,
  type DocumentId,
  type FactId,
  type FeedbackId,
  type FormId,
  headerKey,
  type KeyId,
  type MadeDecision,
  sheetKey,
  type VersionId,
} from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import {
  decisionIdShape,
  documentIdShape,
  factIdShape,
  feedbackIdShape,
  formIdShape,
  keyIdShape,
  passageIdShape,
  readJson,
  readShape,
  versionIdShape,
} from './stored-shapes.ts';

/** Of a column: what a person may say of it. */
export const columnMeaningShape = {
  role: z.exactOptional(z.enum(COLUMN_ROLES).nullable()),
  unit: z.exactOptional(z.string()),
  decimal: z.exactOptional(z.enum(DECIMAL_MARKS)),
  codes: z.exactOptional(z.record(z.string(), z.string())),
};

const decisionShape: z.ZodType<Decision> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['must-link', 'cannot-link']), a: keyIdShape, b: keyIdShape }),
  z.object({ kind: z.enum(['accept-fact', 'reject-fact']), fact: factIdShape }),
  z.object({
    kind: z.literal('correct-text'),
    version: versionIdShape,
    passage: passageIdShape,
    start: z.number(),
    end: z.number(),
    read: z.string(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('correct-column'),
    version: versionIdShape,
    table: z.string(),
    column: z.string(),
    document: z.exactOptional(documentIdShape),
    form: z.exactOptional(formIdShape),
    ...columnMeaningShape,
  }),
  z.object({
    kind: z.literal('judge-answer'),
    feedback: feedbackIdShape,
    outcome: z.enum(['confirmed', 'dismissed']),
    expected: z.exactOptional(z.string()),
  }),
  z.object({ kind: z.literal('set-aside'), version: versionIdShape }),
  z.object({ kind: z.literal('undo'), undoes: decisionIdShape }),
]);

export type DecisionRow = Selectable<LedgerSchema['decision']>;

/** A decision with its place among the others: of one matter the later wins. */
export interface LoggedDecision extends Omit<MadeDecision, 'state'> {
  readonly number: number;
  readonly matter: string;
}

export function readDecision(row: DecisionRow): LoggedDecision {
  return {
    number: row.number,
    matter: row.matter,
    id: readShape(decisionIdShape, row.id, 'decision'),
    decision: readJson(decisionShape, row.content_json, 'decision'),
    actor: row.actor,
    at: row.at,
    reason: row.reason,
  };
}

/** What a decision is about: the columns by which it is found. */
export interface Matter {
  readonly matter: string;
  readonly a: KeyId | null;
  readonly b: KeyId | null;
  readonly fact: FactId | null;
  readonly version: VersionId | null;
  readonly document: DocumentId | null;
  readonly form: FormId | null;
  readonly feedback: FeedbackId | null;
}

/** Begins the matter of what could not be read. */
const UNREAD = 'unread';
const NOTHING = { a: null, b: null, fact: null, version: null, document: null, form: null, feedback: null };

export function matterOf(decision: Exclude<Decision, { kind: 'undo' }>): Matter {
  switch (decision.kind) {
    case 'must-link':
    case 'cannot-link': {
      const { a, b } = decision;
      return { ...NOTHING, matter: canonicalJson(['pair', a, b]), a, b };
    }
    case 'accept-fact':
    case 'reject-fact': {
      const { fact } = decision;
      return { ...NOTHING, matter: canonicalJson(['fact', fact]), fact };
    }
    case 'correct-text': {
      const { version, passage } = decision;
      return { ...NOTHING, matter: canonicalJson(['text', passage]), version };
    }
    case 'correct-column': {
      const { version, table, column, document = null, form = null } = decision;
      const whole = form ?? document;
      if (whole === null) return { ...NOTHING, matter: canonicalJson(['column', version, table, column]), version };
      const matter = canonicalJson(['column', whole, sheetKey(table), headerKey(column)]);
      return { ...NOTHING, matter, document, form };
    }
    case 'judge-answer': {
      const { feedback } = decision;
      return { ...NOTHING, matter: canonicalJson(['feedback', feedback]), feedback };
    }
    case 'set-aside': {
      const { version } = decision;
      return { ...NOTHING, matter: canonicalJson([UNREAD, version]), version };
    }
    default:
      return assertNever(decision);
  }
}

/** The version that is read again once its matter is decided, or the decision undone; null where the reading does not depend on it. */
export function versionReadAgain({ version, matter }: Matter): VersionId | null {
  return readJson(z.array(z.string()), matter, 'decision')[0] === UNREAD ? null : version;
}
