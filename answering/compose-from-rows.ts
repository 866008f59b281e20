import type { Access } from '../kernel/index.ts';
import type { AnswerNotes } from './answer-notes.ts';
import type { Composition } from './compose/composition.ts';
import { NOTHING_GATHERED } from './compose/gather-evidence.ts';
import { refuseUnknownCodes } from './compose/refuse-unknown-codes.ts';
import type { Evidence } from './dependencies.ts';
import { choosePlan } from './figures/choose-plan.ts';
import { composeFigure, composePlanned, composeRead } from './figures/compose-figure.ts';
import { composeHistory } from './figures/compose-history.ts';
import { type Logs, logsOf } from './figures/logs-of.ts';
import { mayAskFigure } from './figures/may-ask-figure.ts';
import { planFigure } from './figures/plan-figure.ts';
import type { Question } from './question/question.ts';

/**
 * What typed rows alone say, for which no passage has to be found; undefined where something else is asked. In whatever form it is
 * asked: a question of which each word is a part of a query over the rows of a log asks for that figure.
 */
export async function composeFromRows(
  evidence: Evidence,
  access: Access,
  question: Question,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const logs = logsOf(evidence, access, question, signal);
  if (question.intent !== 'aggregate' && question.intent !== 'asset-history')
    return composeUnasked(evidence, access, question, logs, notes, signal);
  const unknown = await refuseUnknownCodes(evidence, access, question, NOTHING_GATHERED, signal);
  if (unknown !== undefined) return unknown;
  if (question.intent === 'aggregate') return composeFigure(evidence, access, question, logs, notes, signal);
  const history = await composeHistory(evidence, access, question, logs, signal);
  return history.kind === 'answer' ? history : ((await composeRead(evidence, access, question, logs, notes, signal)) ?? history);
}

/** Intents whose words tell them less surely than a plan that leaves no word over. */
const OPEN: ReadonlySet<Question['intent']> = new Set([
  'unknown',
  'specification',
  'part-or-tool',
  'cause-of-symptom',
  'find-document',
  'definition',
]);

async function composeUnasked(
  evidence: Evidence,
  access: Access,
  question: Question,
  logs: Logs,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  if (!OPEN.has(question.intent)) return undefined;
  const planned = mayAskFigure(question) ? await composeWhole(evidence, access, question, logs, signal) : undefined;
  return planned ?? composeRead(evidence, access, question, logs, notes, signal);
}

/** A figure whose plan has taken up each word of the question by rule. */
async function composeWhole(
  evidence: Evidence,
  access: Access,
  question: Question,
  logs: Logs,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const plan = await choosePlan(logs, question, (log) => planFigure(question, log));
  if (plan === undefined || plan.left.length > 0 || plan.shapes.length === 0) return undefined;
  // Tables of any kind hold columns of any name; only rows that are named are meant there, or dated ones of which a condition holds.
  const isDated = plan.log.columns.some(({ field, holds }) => field === 'date' && holds === 'dates');
  const isLog = plan.log.kind !== 'other' || (isDated && plan.conditions.length > 0);
  const isMeasured = plan.shapes.some(
    ({ measure, group, isList, derivation }) =>
      measure.kind !== 'count' || group !== undefined || isList === true || derivation !== undefined,
  );
  if (!plan.namesRows && !(isLog && isMeasured)) return undefined;
  const composed = await composePlanned(evidence, access, question, plan, signal);
  return composed.kind === 'answer' ? composed : undefined;
}
