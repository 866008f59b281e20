import { type Access, compareText, type Filter, type RecordKind } from '../../kernel/index.ts';
import { figurePhrase } from '../../ontology/index.ts';
import type { Composition } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { kindsNamed } from './choose-plan.ts';
import { beingReadText, filterText, rowsText } from './figure-text.ts';
import type { FigurePlan, RowPlan } from './plan-figure.ts';

/** Documents told of at most. */
const DOCUMENTS = 5;
const ROWS_LOOKED_AT = 20;
/** Words that a question for a figure may have over. */
const MOST_LEFT = 2;

/** All rows of the kind were looked at. */
export function refuseFigure(missing: string): Composition {
  return { kind: 'refuse', reason: 'absent', isExact: true, missing, claims: [] };
}

/**
 * Says which words of the question no part of a query stands for. A question with many such words that sets rows no condition, or
 * speaks of no rows, may ask for no figure at all: a document may say it.
 */
export function refuseWords(question: Question, plan: RowPlan, words: readonly string[]): Composition {
  const { language } = question;
  const quoted = words.map((word) => `“${word}”`).join(', ');
  const missing = figurePhrase(language, 'left over', { rows: rowsText(language, plan.log), words: quoted });
  const isElsewhere = words.length > MOST_LEFT && (plan.conditions.length === 0 || kindsNamed(question).length === 0);
  return isElsewhere ? { kind: 'refuse', reason: 'absent', missing, claims: [] } : refuseFigure(missing);
}

/**
 * The first condition that no row of the log meets, be it by itself: then no row could have matched, and 0 would say that there was
 * none. Bounds and empty cells are met by no row in a whole log too.
 */
export async function unmetCondition(
  evidence: Evidence,
  access: Access,
  plan: RowPlan & Pick<FigurePlan, 'read'>,
  signal: AbortSignal,
): Promise<Filter | undefined> {
  for (const { filter, negated } of plan.conditions) {
    // Words that a model took for what a text holds may say it in other words.
    const isLookedFor = plan.read !== undefined && holdsText(filter);
    if (negated || (isBound(filter) && !isLookedFor)) continue;
    const rows = await evidence.records.rows(access, { from: plan.log.kind, where: filter, offset: 0, limit: 1 }, signal);
    if (rows.length === 0) return filter;
  }
  return undefined;
}

function holdsText(filter: Filter): boolean {
  return filter.kind === 'contains' || ((filter.kind === 'all' || filter.kind === 'any') && filter.filters.some(holdsText));
}

function isBound(filter: Filter): boolean {
  if (filter.kind === 'all' || filter.kind === 'any') return filter.filters.every(isBound);
  return (
    filter.kind === 'compare' ||
    // Texts were looked through: none holds the words.
    filter.kind === 'contains' ||
    filter.kind === 'null' ||
    filter.kind === 'not' ||
    (filter.kind === 'equals' && typeof filter.value === 'number')
  );
}

/** Says that no row could have matched, and which documents speak of the equipment in rows that are none of the kind. */
export async function refuseUnmet(
  evidence: Evidence,
  access: Access,
  question: Question,
  plan: RowPlan,
  unmet: Filter,
  signal: AbortSignal,
): Promise<Composition> {
  const { language } = question;
  const rows = rowsText(language, plan.log);
  const matched = await evidence.records.count(access, { from: plan.log.kind, where: { kind: 'all', filters: [] } }, signal);
  const condition = filterText(language, plan.log, unmet);
  const said = figurePhrase(language, 'no such rows', { condition, matched, rows });
  const elsewhere = await namedElsewhere(evidence, access, question, plan.log.kind, rows, signal);
  return refuseFigure(`${said}${elsewhere}${beingReadText(language, await evidence.records.beingRead(access))}`);
}

/** Documents whose rows name the equipment asked about, and are not counted. */
export async function namedElsewhere(
  evidence: Evidence,
  access: Access,
  question: Question,
  kind: RecordKind,
  rows: string,
  signal: AbortSignal,
): Promise<string> {
  const asked = question.entities.filter((entity) => entity.role === 'asset' || entity.role === 'alarm');
  if (asked.length === 0) return '';
  const what = asked.map((entity) => entity.text).join(', ');
  const query = {
    text: what,
    keys: [],
    identifiers: asked.map((entity) => entity.folded),
    expansions: [],
    parts: [{ where: { kinds: ['log-entry' as const] }, n: ROWS_LOOKED_AT }],
  };
  const { parts } = await evidence.find(access, query, signal);
  const hits = parts[0] ?? [];
  const named = hits.filter(({ stored }) => asked.some((entity) => stored.passage.text.includes(entity.text)));
  const counted = new Set((await evidence.records.samples(access, kind, 1, signal)).map((row) => row.versionId));
  const titles = [...new Set(named.filter(({ stored }) => !counted.has(stored.passage.versionId)).map(({ stored }) => stored.title))].sort(
    compareText,
  );
  if (titles.length === 0) return '';
  return figurePhrase(question.language, 'named in', { what, documents: titles.slice(0, DOCUMENTS).join(', '), rows });
}
