import type { Progress, ReadRequest } from '../../ingest/index.ts';
import {
  asCorrected,
  asPrinted,
  type Evidence,
  type Passage,
  type PassageId,
  type ScopeName,
  sha256,
  spanAnchors,
  type TagGrammar,
  type TypedRecord,
  type VersionId,
} from '../../kernel/index.ts';
import type { ExtractedChunk } from '../../ledger/index.ts';
import { extractChunk, siteGrammar } from '../../ontology/index.ts';
import { passageTokens } from '../../retrieval/index.ts';
import { scopeNamesOf } from '../scope-names-of.ts';
import { type ExtractionPoint, PASSAGES_A_STEP, type Refined, type Refinement } from './refinement.ts';

/** Adds to each chunk of a reading what its request's refinement asks for; without one the chunks stay as they are. */
export async function* refineChunks(progress: AsyncGenerator<Progress>, request: ReadRequest): AsyncGenerator<Progress> {
  // Comes from the program that started this process.
  const refinement = request.refinement as Refinement | undefined;
  if (refinement === undefined) return yield* progress;
  const extraction = new Extraction(request.versionId, refinement);
  let names: readonly ScopeName[] = [];
  for await (const step of progress) {
    if (step.kind === 'survey') {
      names = scopeNamesOf(refinement.sent, step.survey.properties);
      yield step;
    } else if (step.kind === 'chunk') {
      const { passages, records } = step.chunk;
      yield {
        ...step,
        refined: {
          tokens: passages.map((passage) => passageTokens(passage, extraction.grammar, names)),
          steps: extraction.take(passages, records),
        } satisfies Refined,
      };
    } else yield { ...step, refined: { tokens: [], steps: extraction.end() } satisfies Refined };
  }
}

/** Gathers passages until a step of extraction is full. */
class Extraction {
  readonly #versionId: VersionId;
  readonly #refinement: Refinement;
  readonly grammar: TagGrammar;
  #point: ExtractionPoint;

  constructor(versionId: VersionId, refinement: Refinement) {
    this.#versionId = versionId;
    this.#refinement = refinement;
    this.grammar = siteGrammar(refinement.patterns);
    this.#point = refinement.from;
  }

  take(passages: readonly Passage[], records: readonly TypedRecord[]): readonly ExtractedChunk[] {
    this.#point = { ...this.#point, passages: [...this.#point.passages, ...passages], records: [...this.#point.records, ...records] };
    const steps: ExtractedChunk[] = [];
    while (this.#point.passages.length >= PASSAGES_A_STEP) steps.push(this.#step());
    return steps;
  }

  /** The last step, which may hold fewer passages. */
  end(): readonly ExtractedChunk[] {
    return this.#point.passages.length === 0 ? [] : [this.#step()];
  }

  #step(): ExtractedChunk {
    const { ordinal, carry, passages, records } = this.#point;
    const taken = passages.slice(0, PASSAGES_A_STEP);
    const ids = new Set(taken.map((passage) => passage.id));
    const step = extractStep(
      this.#versionId,
      { ...this.#refinement, grammar: this.grammar },
      {
        ordinal,
        carry,
        passages: taken,
        records: records.filter((record) => ids.has(record.passageId)),
      },
    );
    this.#point = {
      ordinal: ordinal + 1,
      carry: step.carry,
      passages: passages.slice(PASSAGES_A_STEP),
      records: records.filter((record) => !ids.has(record.passageId)),
    };
    return step;
  }
}

/** Finds keys, links and facts in the passages of one step. */
export function extractStep(
  versionId: VersionId,
  { tenant, site, title, grammar }: Omit<Refinement, 'from' | 'patterns' | 'sent'> & { readonly grammar: TagGrammar },
  { ordinal, carry, passages, records }: ExtractionPoint,
): ExtractedChunk {
  const corrected = passages.map(asCorrected);
  const found = extractChunk({ tenant, versionId, site, title, passages: corrected, records, carry, grammar });
  const read = new Map(corrected.map((passage) => [passage.id, passage]));
  const quoted = <Item extends { readonly evidence: Evidence }>(item: Item): Item => ({ ...item, evidence: asQuoted(item.evidence, read) });
  return {
    ordinal,
    // The ids say all of the passages' content but the corrections, which are part of what made the chunk.
    inputHash: sha256(passages.map((passage) => passage.id).join('\n')),
    ...found,
    facts: found.facts.map(quoted),
    quarantine: found.quarantine.map(quoted),
  };
}

/** Evidence in the document's own words, naming the decisions by which they mean what was read. */
function asQuoted(evidence: Evidence, read: ReadonlyMap<PassageId, Passage>): Evidence {
  const passage = read.get(evidence.passageId);
  if (passage === undefined) return evidence;
  const { passage: printed, start, end, decisions } = asPrinted(passage, evidence);
  if (printed === passage && decisions.length === 0) return evidence;
  const quote = printed.text.slice(start, end);
  return { ...evidence, start, end, quote, anchors: spanAnchors(printed, start, end), ...(decisions.length === 0 ? {} : { decisions }) };
}
