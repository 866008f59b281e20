import {
  type Access,
  asPrinted,
  compareText,
  isOnSheetOutOfUse,
  recognitionOfSpan,
  type StoredPassage,
  spanAnchors,
  type TagGrammar,
  titlesAbove,
} from '../kernel/index.ts';
import { phrasesOf, stepMarker } from '../ontology/index.ts';
import type { Citation, Claim, Computed } from './answer.ts';
import { assetCodes, assetRelation } from './compose/asset-match.ts';
import { citedCorrections } from './compose/cited-corrections.ts';
import type { DraftClaim, Span } from './compose/composition.ts';
import type { Equipment } from './compose/equipment.ts';
import { evidenceUnits } from './compose/evidence-unit.ts';
import { askedEquipment, type NamedScope, scopeRelation } from './compose/scope-match.ts';
import { citedRow, passageSource } from './compose/source-of.ts';
import { speaksOfSide } from './compose/speaks-of-side.ts';
import type { Evidence } from './dependencies.ts';
import { type Derivation, fieldsDerivedFrom } from './derivation.ts';
import { checkDrawn } from './drawn/check-drawn.ts';
import { accountWords } from './figures/account-words.ts';
import { checkRecomputed, fieldsOf, startRecomputation } from './figures/recompute.ts';
import { recountDerived } from './figures/recount-derived.ts';
import type { Intent, Question } from './question/question.ts';
import { type Check, verdictOf } from './verify/check.ts';
import { checkPolar } from './verify/check-polar.ts';
import { findOpposition, type Opposition } from './verify/find-opposition.ts';
import { isNamedRow } from './verify/verbatim.ts';
import { verifyClaims } from './verify/verify-claims.ts';

/** Claims with their verdicts, numbered against one list of citations; what failed is in `cut`, with the checks that cut it. */
export interface Gated {
  readonly claims: readonly Claim[];
  readonly safety: readonly Claim[];
  readonly citations: readonly Citation[];
  readonly cut: readonly Pick<Claim, 'kind' | 'text' | 'verdict' | 'checks' | 'worded'>[];
  /** What `claims` were made from, in their order. */
  readonly drafts: readonly DraftClaim[];
}

/**
 * Checks every claim of a composition against the passages it cites and cuts what is not supported. Quotations pass here too:
 * a composer that picks wrong cells is found out like any other author. `before` are citations that have their numbers already.
 */
export async function passGate(
  evidence: Evidence,
  access: Access,
  scope: GateScope | undefined,
  claims: readonly DraftClaim[],
  safety: readonly DraftClaim[],
  signal: AbortSignal,
  before: readonly Citation[] = [],
): Promise<Gated> {
  const citations = [...before];
  const kept: { readonly place: number; readonly claim: Claim }[] = [];
  const cut: Gated['cut'][number][] = [];
  const checked = await checkAll(evidence, access, [...claims, ...safety], scope?.question.language ?? 'en', signal);
  checked.forEach((one, place) => {
    const { draft } = one;
    const scoped = scope === undefined ? [] : scopeChecks(scope, draft);
    const intact = [...intactChecks(draft), ...inUseChecks(draft), ...citedCellChecks(draft), ...sideChecks(draft, evidence.grammar)];
    const checks = [...one.checks, ...scoped, ...intact];
    const verdict = [...scoped, ...intact].every((check) => check.outcome === 'passed') ? one.verdict : 'unsupported';
    const said = { text: underName(draft, scope?.question.language ?? 'en'), verdict, checks };
    if (verdict === 'supported') kept.push({ place, claim: { ...said, ...cited(citations, draft) } });
    else cut.push({ kind: draft.kind, ...said, ...wordedBy(draft) });
  });
  return {
    claims: kept.filter(({ place }) => place < claims.length).map(({ claim }) => claim),
    safety: kept.filter(({ place }) => place >= claims.length).map(({ claim }) => claim),
    citations,
    cut,
    drafts: kept.flatMap(({ place }) => claims[place] ?? []),
  };
}

/** What the cited passages have to be about, and of which revision; absent where other equipment is shown on purpose. */
export interface GateScope {
  readonly question: Question;
  readonly equipment: Equipment;
  readonly named: readonly NamedScope[];
}

/** A passage about other equipment, or of a superseded revision, supports nothing here, however well its words fit. */
function scopeChecks({ question, equipment, named }: GateScope, draft: DraftClaim): Check[] {
  if (draft.kind === 'computed') return [];
  const asked = assetCodes(askedEquipment(question, named));
  return draft.spans.flatMap(({ stored, isLabel }): Check[] => {
    const units = evidenceUnits(stored, question.grammar);
    const foreign = isLabel !== true && units.length > 0 && units.every((unit) => assetRelation(unit, asked, equipment) === 'foreign');
    const opposed = findOpposition(question.text, statedLevels(question, draft.text, stored), question.grammar);
    const elsewhere = isLabel !== true && scopeRelation(stored, named, equipment) === 'foreign';
    // Of what changed, both revisions are evidence.
    const old = question.scope.revision === undefined && stored.age > 0 && draft.drawn?.kind !== 'changed';
    return [
      ...(foreign ? [{ name: 'asset-scope', outcome: 'failed', detail: 'the passage is about other equipment' } as const] : []),
      ...(elsewhere
        ? [{ name: 'asset-scope', outcome: 'failed', detail: 'the document is about another product or version' } as const]
        : []),
      ...(opposed === undefined ? [] : [{ name: 'polarity', outcome: 'failed', detail: opposedText(question, opposed) } as const]),
      ...(old ? [{ name: 'revision', outcome: 'failed', detail: 'a newer revision is valid' } as const] : []),
    ];
  });
}

/**
 * Words that a claim stands under, the nearest first, that must not say the other member of a pair than the question. A step or a
 * point of isolation is part of a whole that undoes what it does later: only what the whole is called tells its direction.
 */
function statedLevels({ intent }: Question, claim: string, { passage }: StoredPassage): readonly string[] {
  const titles = titlesAbove(passage);
  return WHOLES.has(intent) ? titles : [claim, ...titles];
}

const WHOLES: ReadonlySet<Intent> = new Set(['procedure', 'safety-isolation']);

function opposedText({ text }: Question, { asked, found }: Opposition): string {
  return `“${text.slice(asked.start, asked.end)}” is asked, the source says ${found.member}`;
}

/** What was changed where it is kept is evidence of nothing. */
function intactChecks({ spans }: DraftClaim): Check[] {
  if (spans.every(({ stored }) => stored.damaged !== true)) return [];
  return [{ name: 'intact', outcome: 'failed', detail: 'the passage is not what was read: it was changed where it is kept' }];
}

/** A sheet that is stamped as void or superseded is evidence of nothing. */
function inUseChecks({ spans }: DraftClaim): Check[] {
  const out = spans.find(({ stored }) => isOnSheetOutOfUse(stored.passage));
  if (out === undefined) return [];
  return [{ name: 'revision', outcome: 'failed', detail: `the sheet is stamped ${out.stored.passage.structure.stamp}` }];
}

/** What is said of a row is whole cells that the claim cites, under names of their columns: a cell beside them lends nothing. */
function citedCellChecks(draft: DraftClaim): Check[] {
  // What a model says of a row was held against its cited cells before.
  if (draft.kind === 'computed' || draft.drawn !== undefined || isWorded(draft)) return [];
  const [{ stored }] = draft.spans;
  if (stored.passage.cells === undefined) return [];
  const spans = draft.spans.filter((span) => span.stored.passage.id === stored.passage.id);
  if (isNamedRow(draft.text, citedRow(stored, spans))) return [];
  return [{ name: 'citation', outcome: 'failed', detail: 'not all that is said of the row stands in the cited cells' }];
}

/** What stands under the name of one of two compared things is said in a place that speaks of it. */
function sideChecks(draft: DraftClaim, grammar: TagGrammar): Check[] {
  if (draft.kind === 'computed' || draft.under === undefined) return [];
  const { side, rival } = draft.under;
  if (speaksOfSide({ grammar }, side, rival, [draft]))
    return [{ name: 'alignment', outcome: 'passed', detail: `the place speaks of “${side.name}”` }];
  return [{ name: 'alignment', outcome: 'failed', detail: `the place does not speak of “${side.name}”` }];
}

function underName(draft: DraftClaim, language: Question['language']): string {
  if (draft.kind === 'computed' || draft.under === undefined) return draft.text;
  return phrasesOf(language).about(draft.under.side.name, draft.text);
}

interface CheckedDraft {
  readonly draft: DraftClaim;
  readonly verdict: Claim['verdict'];
  readonly checks: readonly Check[];
}

async function checkAll(
  evidence: Evidence,
  access: Access,
  drafts: readonly DraftClaim[],
  language: Question['language'],
  signal: AbortSignal,
): Promise<CheckedDraft[]> {
  const passages = new Map<string, StoredPassage>();
  for (const draft of drafts) for (const { stored } of draft.spans) passages.set(stored.passage.id, stored);
  const sources = [...passages.values()]
    .sort((a, b) => compareText(a.passage.versionId, b.passage.versionId) || a.passage.order - b.passage.order)
    .map(passageSource);
  const quoted = drafts.filter((draft) => draft.kind !== 'computed');
  const verified = verifyClaims(
    {
      claims: quoted.map(({ text, spans }) => ({ text, citations: spans.map(({ stored }) => stored.passage.id), asserts: true })),
      sources,
    },
    evidence.grammar,
  );
  const result: CheckedDraft[] = [];
  let next = 0;
  for (const draft of drafts) {
    if (draft.kind === 'computed') {
      const { question, names, now, called, together, derivation, read } = draft.asked;
      const queries = [draft.computed.query, ...together];
      const words = accountWords(
        question,
        queries,
        { names, called, ...(read === undefined ? {} : { read }) },
        now,
        evidence.grammar,
        derivation,
      );
      const checks = [words, ...(await recomputed(evidence, access, draft.computed, derivation, signal))];
      result.push({ draft, verdict: verdictOf(checks), checks });
      continue;
    }
    const claim = verified.claims[next];
    next += 1;
    const [{ stored, start, end }] = draft.spans;
    if (draft.drawn !== undefined) {
      const checks = [await checkDrawn(evidence, access, draft, draft.drawn, language)];
      result.push({ draft, verdict: verdictOf(checks), checks });
    } else if (draft.polar !== undefined) {
      const sentence = { id: stored.passage.id, text: stored.passage.text.slice(start, end), context: passageSource(stored).context ?? '' };
      const checks = [checkPolar(draft.polar, sentence, evidence.grammar)];
      result.push({ draft, verdict: verdictOf(checks), checks });
    } else if (claim !== undefined) result.push({ draft, verdict: claim.verdict, checks: claim.checks });
  }
  return result;
}

/** Goes through every row of the kind once more, whatever the store's query took for matching. */
async function recomputed(
  evidence: Evidence,
  access: Access,
  computed: Computed,
  derivation: Derivation | undefined,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { query, derived = [] } = computed;
  const recount = derivation === undefined ? undefined : recountDerived(derivation);
  const recomputation = startRecomputation(query, recount?.add);
  const fields = [...new Set([...fieldsOf(query), ...fieldsDerivedFrom(derivation)])].sort();
  for await (const page of evidence.records.scanColumns(access, { from: query.from, fields }, signal)) {
    signal.throwIfAborted();
    recomputation.add(page);
  }
  return [checkRecomputed(query, computed, recomputation.end()), ...(recount === undefined ? [] : [recount.check(derived)])];
}

function cited(citations: Citation[], draft: DraftClaim) {
  if (draft.kind === 'computed')
    return { kind: draft.kind, citations: draft.spans.map((span) => cite(citations, span)), computed: draft.computed };
  const [first, ...others] = draft.spans;
  const kind = draft.under === undefined ? draft.kind : 'composed';
  const places = [cite(citations, first), ...others.map((span) => cite(citations, span))] as const;
  const drawn = draft.drawn === undefined ? {} : { drawn: draft.drawn };
  return { kind, citations: places, ...drawn, ...wordedBy(draft), ...markerOf(draft) } as const;
}

function markerOf({ kind, text, spans: [span] }: DraftClaim): Pick<Claim, 'marker'> {
  const { kind: of, marker } = span?.stored.passage ?? {};
  if (kind !== 'quote' || of !== 'step' || marker === undefined || span?.start !== 0 || stepMarker(text) !== undefined) return {};
  return { marker };
}

function isWorded(draft: DraftClaim): boolean {
  return draft.kind !== 'computed' && draft.worded === true;
}

function wordedBy(draft: DraftClaim): Pick<Claim, 'worded'> {
  return isWorded(draft) ? { worded: true } : {};
}

function sectionOf({ title, passage: { headings } }: Span['stored']): Pick<Citation, 'section'> {
  const section = headings.at(-1);
  return section === undefined || section === '' || section === title ? {} : { section };
}

/** The index of a span's citation, which is made when it is the first of its kind. */
function cite(citations: Citation[], span: Span): number {
  const { stored } = span;
  const { passage, start, end, ...place } = asPrinted(stored.passage, span);
  const corrections = citedCorrections(stored, passage, { start, end, corrections: place.corrections });
  const recognition = recognitionOfSpan(passage, { start, end }, place.corrections);
  const known = citations.findIndex((citation) => citation.passageId === passage.id && citation.start === start && citation.end === end);
  if (known >= 0) return known;
  citations.push({
    documentId: stored.documentId,
    versionId: passage.versionId,
    title: stored.title,
    ...(stored.documentNumber === undefined ? {} : { documentNumber: stored.documentNumber }),
    ...(stored.revision === undefined ? {} : { revision: stored.revision }),
    ...sectionOf(stored),
    passageId: passage.id,
    start,
    end,
    quote: passage.text.slice(start, end),
    anchors: spanAnchors(passage, start, end),
    ...(corrections.length === 0 ? {} : { corrections }),
    ...(recognition === undefined ? {} : { recognition }),
  });
  return citations.length - 1;
}
