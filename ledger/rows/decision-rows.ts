import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  assertNever,
  COLUMN_ROLES,
  canonicalJson,
  type Decision,
  type FactId,
  type KeyId,
  type MadeDecision,
  type VersionId,
} from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { decisionIdShape, factIdShape, keyIdShape, passageIdShape, readJson, readShape, versionIdShape } from './stored-shapes.ts';

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
    role: z.enum(COLUMN_ROLES).nullable(),
  }),
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
}

export function matterOf(decision: Exclude<Decision, { kind: 'undo' }>): Matter {
  switch (decision.kind) {
    case 'must-link':
    case 'cannot-link': {
      const { a, b } = decision;
      return { matter: canonicalJson(['pair', a, b]), a, b, fact: null, version: null };
    }
    case 'accept-fact':
    case 'reject-fact': {
      const { fact } = decision;
      return { matter: canonicalJson(['fact', fact]), a: null, b: null, fact, version: null };
    }
    case 'correct-text': {
      const { version, passage } = decision;
      return { matter: canonicalJson(['text', passage]), a: null, b: null, fact: null, version };
    }
    case 'correct-column': {
      const { version, table, column } = decision;
      return { matter: canonicalJson(['column', version, table, column]), a: null, b: null, fact: null, version };
    }
    default:
      return assertNever(decision);
  }
}
