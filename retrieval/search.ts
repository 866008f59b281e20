import type { Access, Anchor, CrossEncoder, DocumentId, PassageId, SheetStatus, VersionId } from '../kernel/index.ts';
import type { LegRank } from './leg-ranks.ts';
import { type ExplainedHit, explainHit } from './recall/explain-hit.ts';
import { linkCodes } from './recall/link-codes.ts';
import { recall } from './recall/recall.ts';
import type { RecallFault } from './recall/recall-fault.ts';
import type { RecallDependencies } from './recall/recall-query.ts';
import { RERANKED_HITS, rerankHits } from './rerank-hits.ts';
import type { Scope } from './search-index.ts';
import { WEIGHTS } from './weights.ts';

export interface SearchHit {
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  /** Told apart from equal titles that the reader may read. */
  readonly title: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Comparable within one answer only; never a probability. */
  readonly score: number;
  /** Titles of the sections it stands in, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  readonly anchors: readonly Anchor[];
  readonly legs: readonly LegRank[];
  /** What the sheet of a drawing that it stands on is stamped with: one that is void or superseded answers no question. */
  readonly stamp?: SheetStatus;
  /** Where an explanation is asked for. */
  readonly explained?: ExplainedHit;
}

export interface SearchRequest {
  readonly query: string;
  /** Hits at most. */
  readonly k: number;
  readonly where?: Scope;
  /** Say of each hit why it stands where it stands. */
  readonly explain?: boolean;
}

/**
 * Search as a building block of its own: codes of the query are linked to keys, then all legs of recall are asked, and the first hits
 * read by the cross-encoder where there is one.
 */
export async function search(
  { crossEncoder, ...dependencies }: RecallDependencies & { readonly crossEncoder?: CrossEncoder },
  access: Access,
  { query, k, where, explain = false }: SearchRequest,
  signal: AbortSignal,
): Promise<{ readonly hits: readonly SearchHit[]; readonly degraded: readonly RecallFault[] }> {
  const n = crossEncoder === undefined ? k : Math.max(k, RERANKED_HITS);
  const asked = { ...(await linkCodes(dependencies, access, query)), n };
  const { hits: found, weights, degraded } = await recall(dependencies, access, where === undefined ? asked : { ...asked, where }, signal);
  const hits = crossEncoder === undefined ? found : (await rerankHits(crossEncoder, query, found, signal)).slice(0, k);
  return {
    hits: hits.map(({ stored: { passage, documentId, title, documentNumber, revision }, score, legs, ...ranked }) => ({
      passageId: passage.id,
      documentId,
      versionId: passage.versionId,
      title,
      ...(documentNumber === undefined ? {} : { documentNumber }),
      ...(revision === undefined ? {} : { revision }),
      score,
      headings: passage.headings,
      text: passage.text,
      anchors: passage.anchors,
      legs,
      ...(passage.structure.stamp === undefined ? {} : { stamp: passage.structure.stamp }),
      ...(explain ? { explained: explainHit(ranked, { ...weights, reading: WEIGHTS.reading }) } : {}),
    })),
    degraded,
  };
}
