import { type Access, compareText, type RecordRow, type StoredPassage, spanAnchors } from '../../kernel/index.ts';
import type { Check } from '../verify/check.ts';
import { checkRecomputed } from '../verify/recompute.ts';
import { verifyClaims } from '../verify/verify-claims.ts';
import type { Citation, Claim } from './answer.ts';
import type { DraftClaim, Span } from './composition.ts';
import type { Evidence } from './dependencies.ts';
import { passageSource } from './source-of.ts';

/** Claims with their verdicts, numbered against one list of citations; what failed is in `cut`. */
export interface Gated {
  readonly claims: readonly Claim[];
  readonly safety: readonly Claim[];
  readonly citations: readonly Citation[];
  readonly cut: readonly Claim[];
}

/** Rows read for a second computation at a time, and in all: beyond, a figure is not checked and not said. */
const PAGE = 1000;
const MOST_ROWS = 50_000;

/**
 * Checks every claim of a composition against the passages it cites and cuts what is not supported. Quotations pass here too:
 * a composer that picks wrong cells is found out like any other author.
 */
export async function passGate(
  evidence: Evidence,
  access: Access,
  claims: readonly DraftClaim[],
  safety: readonly DraftClaim[],
  signal: AbortSignal,
): Promise<Gated> {
  const citations: Citation[] = [];
  const kept: Claim[] = [];
  const cut: Claim[] = [];
  const checked = await checkAll(evidence, access, [...claims, ...safety], signal);
  checked.forEach(({ draft, verdict, checks }) => {
    const passed = verdict === 'supported';
    const claim: Claim = {
      kind: draft.kind,
      text: draft.text,
      citations: passed ? draft.spans.map((span) => cite(citations, span)) : [],
      verdict,
      checks,
      ...(draft.computed === undefined ? {} : { computed: draft.computed }),
    };
    (passed ? kept : cut).push(claim);
  });
  const shown = new Set(safety.map((draft) => draft.text));
  const count = checked.slice(0, claims.length).filter(({ verdict }) => verdict === 'supported').length;
  return { claims: kept.slice(0, count), safety: kept.slice(count).filter((claim) => shown.has(claim.text)), citations, cut };
}

interface CheckedDraft {
  readonly draft: DraftClaim;
  readonly verdict: Claim['verdict'];
  readonly checks: readonly Check[];
}

async function checkAll(evidence: Evidence, access: Access, drafts: readonly DraftClaim[], signal: AbortSignal): Promise<CheckedDraft[]> {
  const passages = new Map<string, StoredPassage>();
  for (const draft of drafts) for (const { stored } of draft.spans) passages.set(stored.passage.id, stored);
  const sources = [...passages.values()]
    .sort((a, b) => compareText(a.passage.versionId, b.passage.versionId) || a.passage.order - b.passage.order)
    .map(passageSource);
  const quoted = drafts.filter((draft) => draft.kind !== 'computed');
  const verified = verifyClaims({
    claims: quoted.map((draft) => ({ text: draft.text, citations: draft.spans.map(({ stored }) => stored.passage.id) })),
    sources,
  });
  const result: CheckedDraft[] = [];
  let next = 0;
  for (const draft of drafts) {
    if (draft.kind === 'computed') {
      const check = await recomputed(evidence, access, draft, signal);
      result.push({ draft, verdict: check.outcome === 'passed' ? 'supported' : 'unsupported', checks: [check] });
      continue;
    }
    const claim = verified.claims[next];
    next += 1;
    if (claim !== undefined) result.push({ draft, verdict: claim.verdict, checks: claim.checks });
  }
  return result;
}

async function recomputed(evidence: Evidence, access: Access, draft: DraftClaim, signal: AbortSignal): Promise<Check> {
  const { computed } = draft;
  if (computed === undefined) return { name: 'recomputed', outcome: 'failed', detail: 'a figure without its query' };
  const { query } = computed;
  const rows: RecordRow[] = [];
  for (let offset = 0; offset < MOST_ROWS; offset += PAGE) {
    const page = await evidence.records.rows(
      access,
      { from: query.from, where: { kind: 'all', filters: [] }, offset, limit: PAGE },
      signal,
    );
    rows.push(...page);
    if (page.length < PAGE)
      return checkRecomputed(query, { rows: computed.rows, matched: computed.matched, nulls: computed.nulls, proof: computed.proof }, rows);
  }
  return { name: 'recomputed', outcome: 'failed', detail: `more than ${MOST_ROWS} rows` };
}

/** The index of a span's citation, which is made when it is the first of its kind. */
function cite(citations: Citation[], { stored, start, end }: Span): number {
  const { passage } = stored;
  const known = citations.findIndex((citation) => citation.passageId === passage.id && citation.start === start && citation.end === end);
  if (known >= 0) return known;
  citations.push({
    documentId: stored.documentId,
    versionId: passage.versionId,
    title: stored.title,
    ...(stored.documentNumber === undefined ? {} : { documentNumber: stored.documentNumber }),
    ...(stored.revision === undefined ? {} : { revision: stored.revision }),
    passageId: passage.id,
    start,
    end,
    quote: passage.text.slice(start, end),
    anchors: spanAnchors(passage, start, end),
  });
  return citations.length - 1;
}
