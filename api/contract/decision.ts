import { z } from 'zod';
import type { Decision } from '../../kernel/index.ts';
import { factIdSchema, keyIdSchema } from './ids.ts';

const pairKind = z.enum(['must-link', 'cannot-link']);
const factKind = z.enum(['accept-fact', 'reject-fact']);

/** What a person can decide. */
export const decisionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: pairKind, a: keyIdSchema, b: keyIdSchema }),
    z.strictObject({ kind: factKind, fact: factIdSchema }),
  ])
  .meta({
    id: 'Decision',
    description:
      '`must-link` and `cannot-link`: whether two keys name one thing; `accept-fact` and `reject-fact`: whether a fact in quarantine counts',
  }) satisfies z.ZodType<Exclude<Decision, { kind: 'undo' }>>;

export const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .meta({ description: 'Why, in words that others understand later; kept with the decision' });

export const decisionRequestSchema = z.strictObject({ decision: decisionSchema, reason: reasonSchema }).meta({ id: 'DecisionRequest' });
export const undoRequestSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'UndoRequest' });

/** A decision as it is shown: as made, an undoing too. */
export const shownDecisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: pairKind, a: z.string(), b: z.string() }),
  z.object({ kind: factKind, fact: z.string() }),
  z.object({ kind: z.literal('undo'), undoes: z.string() }),
]);

const madeShape = {
  id: z.string(),
  decision: shownDecisionSchema,
  actor: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  state: z.enum(['in-force', 'superseded', 'undone']).meta({ description: '`superseded`: a later decision on the same matter holds' }),
};

export const decidedSchema = z.object(madeShape).meta({ id: 'DecidedBy' });

export const madeDecisionSchema = z
  .object({
    ...madeShape,
    dormant: z.boolean().meta({ description: 'What it is about is not there; it holds again when that is back' }),
  })
  .meta({ id: 'MadeDecision' });

export const decisionListSchema = z
  .object({ decisions: z.array(madeDecisionSchema).readonly() })
  .meta({ id: 'DecisionList', description: 'Newest first' });
