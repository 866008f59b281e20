import type { Access, AggregateCell, AggregateQuery, Field, Filter } from '../../kernel/index.ts';
import { figurePhrase } from '../../ontology/index.ts';
import type { DerivedFigure } from '../answer.ts';
import type { AnswerNotes } from '../answer-notes.ts';
import type { Composition, DraftClaim } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { choosePlan } from './choose-plan.ts';
import { deriveFigure } from './derive-figure.ts';
import { citedRows, extremeRows, listedRows, spansOf } from './figure-rows.ts';
import type { FigureShape } from './figure-shape.ts';
import { beingReadText, columnText, differenceText, type FigureFacts, figureText, rowsText } from './figure-text.ts';
import { groupNames } from './group-names.ts';
import type { Logs } from './logs-of.ts';
import { refuseNamedInWords } from './named-in-words.ts';
import { type FigurePlan, planFigure, queryOf, whereOf } from './plan-figure.ts';
import { isOfText } from './reading/conditions-read.ts';
import { readPlan } from './reading/read-plan.ts';
import { namedElsewhere, refuseFigure, refuseUnmet, refuseWords, unmetCondition } from './refuse-figure.ts';
import { sharesOf, wholeConditions, wholeFigure } from './share-of-whole.ts';
import { withoutNoise } from './without-noise.ts';

/**
 * Figures over typed rows, each with its query and proof; for an extreme value also the row that holds it. A question that names
 * several (both years, the first and the last) has one claim each, and their queries together account for its words.
 */
export async function composeFigure(
  evidence: Evidence,
  access: Access,
  question: Question,
  logs: Logs,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Composition> {
  const { language } = question;
  const plan = await choosePlan(logs, question, (log) => planFigure(question, log));
  if (plan === undefined) {
    const elsewhere = await namedElsewhere(evidence, access, question, 'work-order', figurePhrase(language, 'rows work-order'), signal);
    const reading = beingReadText(language, await evidence.records.beingRead(access));
    return refuseFigure(`${figurePhrase(language, 'no log')}${elsewhere}${reading}`);
  }
  if (plan.left.length > 0 || plan.shapes.length === 0) {
    const read = await composeRead(evidence, access, question, logs, notes, signal);
    if (read !== undefined) return read;
  }
  if (plan.left.length > 0) return refuseWords(question, plan, plan.left);
  if (plan.shapes.length === 0) return refuseFigure(figurePhrase(language, 'no measure', { rows: rowsText(language, plan.log) }));
  return composePlanned(evidence, access, question, plan, signal);
}

/** The figures of a plan that a model reads in the question; undefined where it is not sure of it, or no rows are asked for. */
export async function composeRead(
  evidence: Evidence,
  access: Access,
  question: Question,
  logs: Logs,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const read = await readPlan(evidence, access, question, logs, notes, signal);
  if (read === undefined) return undefined;
  if (await deniesNothing(evidence, access, read.plan, signal)) return undefined;
  const composed = await composePlanned(evidence, access, question, read.plan, signal);
  return composed.kind === 'answer' ? composed : undefined;
}

/**
 * No text holds the words that are denied (没有记录时间 is hardly about texts that speak of the time), or no cell is empty (`nothing
 * booked against it`: zeros, rather).
 */
async function deniesNothing(evidence: Evidence, access: Access, plan: FigurePlan, signal: AbortSignal): Promise<boolean> {
  for (const { filter } of plan.conditions) {
    const denied = filter.kind === 'null' ? filter : filter.kind === 'not' && isOfText(filter.filter) ? filter.filter : undefined;
    if (denied === undefined) continue;
    const found = await evidence.records.count(access, { from: plan.log.kind, where: denied }, signal);
    if (found === 0) return true;
  }
  return false;
}

/** The figures of a plan that has taken up each word of its question. */
export async function composePlanned(
  evidence: Evidence,
  access: Access,
  question: Question,
  plan: FigurePlan,
  signal: AbortSignal,
): Promise<Composition> {
  const claims: DraftClaim[] = [];
  for (const part of partsOf(plan)) {
    for (const shape of plan.shapes) {
      const figure = await oneFigure(evidence, access, question, part, shape, signal);
      if (figure.kind !== 'answer') return figure;
      claims.push(...figure.claims);
    }
  }
  const [first, second] = claims;
  if (plan.sided?.sides?.length === 2 && claims.length === 2 && first !== undefined && second !== undefined)
    claims[1] = withDifference(question.language, plan, first, second);
  const queries = claims.flatMap((claim) => (claim.kind === 'computed' ? [claim.computed.query] : []));
  const together = (claim: DraftClaim): DraftClaim =>
    claim.kind === 'computed'
      ? { ...claim, asked: { ...claim.asked, together: queries.filter((query) => query !== claim.computed.query) } }
      : claim;
  // Rows without their count, or one side of two, would answer past a condition that got lost.
  return {
    kind: 'answer',
    claims: claims.map(together),
    ...(queries.length > 1 || plan.shapes.some(tellsRows) ? { whole: true } : {}),
  };
}

function tellsRows({ isList, ranked, group }: FigureShape): boolean {
  return isList === true || (ranked !== undefined && group === undefined);
}

/** The second of two figures side by side, with what it has more or less than the first. */
function withDifference(language: Question['language'], plan: FigurePlan, first: DraftClaim, second: DraftClaim): DraftClaim {
  if (first.kind !== 'computed' || second.kind !== 'computed') return second;
  const [shape] = plan.shapes;
  const [one, other] = [first, second].map(({ computed }) =>
    computed.rows.length === 1 && computed.query.groupBy.length === 0 ? computed.rows[0]?.[0] : null,
  );
  if (shape === undefined || shape.derivation !== undefined || typeof one !== 'number' || typeof other !== 'number') return second;
  const { measure } = shape;
  const unit = measure.kind === 'count' || measure.kind === 'distinct' ? '' : (columnUnit(plan, measure.field) ?? '');
  const areTimes = plan.sided?.sides?.[0]?.kind === 'between';
  const text = `${second.text}${differenceText(language, [one, other], areTimes, unit)}`;
  return {
    ...second,
    text,
    computed: { ...second.computed, derived: [{ kind: 'difference', value: withoutNoise(Math.abs(one - other)) }] },
  };
}

/** The plan as it is, or once for each side that is asked about by itself. */
function partsOf(plan: FigurePlan): readonly FigurePlan[] {
  const { sided } = plan;
  if (sided?.sides === undefined) return [plan];
  return sided.sides.map((filter) => ({
    ...plan,
    conditions: plan.conditions.map((condition) => (condition === sided ? { ...condition, filter } : condition)),
  }));
}

async function oneFigure(
  evidence: Evidence,
  access: Access,
  question: Question,
  plan: FigurePlan,
  shape: FigureShape,
  signal: AbortSignal,
): Promise<Composition> {
  const { language } = question;
  const { filter: called } = plan.collection ?? {};
  const scope = [...scopeFilters(question), ...(called === undefined ? [] : [called])];
  const repeated = scope.length > 0 ? 0 : await count(evidence, access, plan, [{ kind: 'not', filter: { kind: 'unrepeated' } }], signal);
  const query = queryOf(plan, shape, repeated === 0 ? scope : [{ kind: 'unrepeated' }]);
  const all = await evidence.records.aggregate(access, query, signal);
  if (all.matched === 0) {
    const unmet = await unmetCondition(evidence, access, plan, signal);
    if (unmet !== undefined) return refuseUnmet(evidence, access, question, plan, unmet, signal);
    const named = await refuseNamedInWords(evidence, access, question, plan, scope, signal);
    if (named !== undefined) return named;
    if (shape.measure.kind !== 'count' || shape.group !== undefined) return refuseFigure(figurePhrase(language, 'no rows'));
  }
  const units = all.columns.at(-1)?.units ?? [];
  if (units.length > 1 && shape.measure.kind !== 'distinct' && shape.measure.kind !== 'count')
    return refuseFigure(
      figurePhrase(language, 'units', { column: columnText(language, plan.log, shape.measure.field), units: units.join(', ') }),
    );
  const aggregate = { ...all, rows: leading(query, all.rows, shape.ranked?.wanted ?? 1) };
  const whole = shape.isShare === true ? await wholeFigure(evidence, access, plan, shape, query, signal) : undefined;
  const shares = whole === undefined ? undefined : sharesOf(shape, aggregate, whole);
  if (whole !== undefined && shares === undefined) return refuseFigure(figurePhrase(language, 'no rows'));
  const { derivation } = shape;
  const follows = derivation === undefined ? undefined : await deriveFigure(evidence, access, query, derivation, all, signal);
  if (derivation !== undefined && follows === undefined) return refuseFigure(figurePhrase(language, 'no rows'));
  const cited = await citedRows(evidence, access, query, aggregate.rows, signal);
  const facts: FigureFacts = {
    rows: aggregate.rows,
    matched: aggregate.matched,
    empty: aggregate.nulls[0] ?? 0,
    names: await groupNames(evidence, access, plan.log, query, signal),
    ungrouped: shape.group === undefined ? 0 : await count(evidence, access, plan, [{ kind: 'null', field: shape.group.field }], signal),
    repeated,
    beingRead: await evidence.records.beingRead(access),
    readInPart: (await evidence.records.readInPart(access, plan.log.kind)).filter(
      ({ documentId }) => question.scope.documents.length === 0 || question.scope.documents.includes(documentId),
    ),
    undated: await countUndated(evidence, access, plan, signal),
    ...shares,
    ...(follows === undefined ? {} : { derived: follows }),
    unit: shape.measure.kind === 'count' || shape.measure.kind === 'distinct' ? '' : (columnUnit(plan, shape.measure.field) ?? ''),
  };
  const { rows, matched, nulls, proof } = aggregate;
  const derived: readonly DerivedFigure[] = [
    ...(shares?.shares ?? []).map((value) => ({ kind: 'share', value }) as const),
    ...(derivation === undefined || follows === undefined ? [] : [{ kind: derivation.kind, value: follows }]),
  ];
  const computed = { query, rows, matched, nulls, proof, ...(derived.length === 0 ? {} : { derived }) };
  const asked = {
    question: question.text,
    now: evidence.clock.now(),
    names: namesOf(plan, shape),
    called: plan.collection?.words ?? [],
    together: [],
    ...(derivation === undefined ? {} : { derivation }),
    ...(plan.read === undefined ? {} : { read: plan.read }),
  };
  const spans = await spansOf(evidence, access, cited);
  const claims: DraftClaim[] = [{ kind: 'computed', text: figureText(language, plan, shape, facts), spans, computed, asked }];
  claims.push(...(await extremeRows(evidence, access, query, shape, aggregate.rows, signal)));
  if (shape.isList === true) claims.push(...(await listedRows(evidence, access, query, signal)));
  if (whole !== undefined) {
    const { whole: _, shares: __, ...counted } = facts;
    const ofWhole = { ...counted, rows: whole.rows, matched: whole.matched, ungrouped: 0, empty: whole.nulls[0] ?? 0 };
    const { measure } = shape;
    const text = figureText(language, { ...plan, conditions: wholeConditions(plan, shape) }, { measure }, ofWhole);
    claims.push({ kind: 'computed', text, spans: [], computed: whole, asked });
  }
  return { kind: 'answer', claims };
}

/** What columns are called, with the words for their unit and for how many groups are wanted. */
function namesOf(plan: FigurePlan, { measure, group, ranked }: FigureShape): ReadonlyMap<Field, readonly string[]> {
  const more = (field: Field) => [
    ...(measure.kind !== 'count' && measure.field === field ? plan.unitWords : []),
    ...((group ?? (measure.kind === 'count' ? undefined : measure))?.field === field && ranked !== undefined ? [ranked.word] : []),
  ];
  return new Map(plan.log.columns.map(({ field, names }) => [field, [...names, ...more(field)]]));
}

function columnUnit(plan: FigurePlan, field: string): string | undefined {
  return plan.log.columns.find((column) => column.field === field)?.unit;
}

function scopeFilters(question: Question): Filter[] {
  return question.scope.documents.map((id) => ({ kind: 'document', id }));
}

/** Rows that meet the conditions of the plan and some more. */
async function count(evidence: Evidence, access: Access, plan: FigurePlan, more: readonly Filter[], signal: AbortSignal): Promise<number> {
  return evidence.records.count(access, { from: plan.log.kind, where: whereOf(plan, more) }, signal);
}

/** Rows that would be of the asked time for all one knows: they meet the other conditions, and no date of theirs was read. */
async function countUndated(evidence: Evidence, access: Access, plan: FigurePlan, signal: AbortSignal): Promise<number> {
  const timed = plan.conditions.find(
    ({ filter }) => filter.kind === 'between' || (filter.kind === 'not' && filter.filter.kind === 'between'),
  );
  const time = timed?.filter.kind === 'not' ? timed.filter.filter : timed?.filter;
  if (timed === undefined || time?.kind !== 'between') return 0;
  const others = { ...plan, conditions: plan.conditions.filter((one) => one !== timed) };
  // A text in place of a date is not known to be of any time either.
  const dated: Filter = { kind: 'between', field: time.field };
  return count(evidence, access, others, [{ kind: 'not', filter: dated }], signal);
}

/** The first groups of a ranking, with all that tie with the last of them. */
function leading(
  query: AggregateQuery,
  rows: readonly (readonly AggregateCell[])[],
  wanted: number,
): readonly (readonly AggregateCell[])[] {
  if (query.orderBy[0]?.by !== 'measure') return rows;
  const last = rows[wanted - 1]?.at(-1);
  return last === undefined ? rows : rows.filter((row, index) => index < wanted || row.at(-1) === last);
}
