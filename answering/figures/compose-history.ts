import { type Access, type Filter, fold, type RecordRow } from '../../kernel/index.ts';
import { figurePhrase, recordPhrases } from '../../ontology/index.ts';
import type { Composition } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { choosePlan } from './choose-plan.ts';
import { beingReadText } from './figure-text.ts';
import type { Logs } from './logs-of.ts';
import { planRows, whereOf } from './plan-figure.ts';
import { quoteRows } from './quote-rows.ts';
import { namedElsewhere, refuseFigure, refuseUnmet, refuseWords, unmetCondition } from './refuse-figure.ts';

/** Rows shown of a history; a log has more than anyone reads. */
const HISTORY = 15;

/** Rows of the log about the asked equipment, newest first; the newest alone, with others of its day where no time is given, where the last one is asked for. */
export async function composeHistory(
  evidence: Evidence,
  access: Access,
  question: Question,
  logs: Logs,
  signal: AbortSignal,
): Promise<Composition> {
  const { language } = question;
  const plan = await choosePlan(logs, question, (log) => planRows(question, log));
  if (plan === undefined) {
    const elsewhere = await namedElsewhere(evidence, access, question, 'work-order', figurePhrase(language, 'rows work-order'), signal);
    const reading = beingReadText(language, await evidence.records.beingRead(access));
    return refuseFigure(`${figurePhrase(language, 'no log')}${elsewhere}${reading}`);
  }
  if (plan.left.length > 0) return refuseWords(question, plan, plan.left);
  const documents = question.scope.documents.map((id): Filter => ({ kind: 'document', id }));
  const where = whereOf(plan, [notCancelled(), ...(documents.length > 0 ? documents : [{ kind: 'unrepeated' } as const])]);
  const newest = await evidence.records.rows(access, { from: plan.log.kind, where, offset: 0, limit: HISTORY }, signal);
  const rows = asksForLast(fold(question.text)) ? newest.filter((row) => momentOf(row) === momentOf(newest[0] ?? row)) : newest;
  if (rows.length > 0) return { kind: 'answer', claims: await quoteRows(evidence, access, rows) };
  const unmet = await unmetCondition(evidence, access, plan, signal);
  return unmet === undefined
    ? refuseFigure(figurePhrase(language, 'no rows'))
    : refuseUnmet(evidence, access, question, plan, unmet, signal);
}

/** A row with a time is alone, one with a day is of that day; a row without either comes last and is alone. */
function momentOf({ record }: RecordRow): string {
  const { date } = record.columns;
  return date?.kind === 'date' && date.precision === 'day' ? String(date.time) : record.passageId;
}

function asksForLast(text: string): boolean {
  return recordPhrases('last').some((phrase) => text.includes(phrase));
}

function notCancelled(): Filter {
  return {
    kind: 'not',
    filter: { kind: 'any', filters: recordPhrases('cancelled').map((text): Filter => ({ kind: 'contains', field: 'status', text })) },
  };
}
