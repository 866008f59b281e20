import { z } from 'zod';
import type { IdentifierPattern, Json, Passage, TenantId, TypedRecord } from '../../kernel/index.ts';
import type { ExtractedChunk } from '../../ledger/index.ts';
import type { SentDocument } from '../scope-names-of.ts';

/** Passages of one step of extraction, whatever the chunks of the parser: keys are counted by step, so the number is part of the result. */
export const PASSAGES_A_STEP = 400;

/** Where extraction goes on: the next step, and the passages before the next chunk that no step has taken. */
export interface ExtractionPoint {
  readonly ordinal: number;
  readonly carry: Json | undefined;
  /** Fewer than a step holds. */
  readonly passages: readonly Passage[];
  /** Those of the passages. */
  readonly records: readonly TypedRecord[];
}

/** What the process is to make of the chunks of a version besides parsing them. */
export interface Refinement {
  readonly tenant: TenantId;
  readonly site: string;
  readonly title: string;
  /** By whom it was sent, for the names of what it is about. */
  readonly sent: SentDocument;
  /** Shapes of codes that the site adds to those that the product knows. */
  readonly patterns: readonly IdentifierPattern[];
  readonly from: ExtractionPoint;
}

/** What was made of one chunk: the tokens of its passages in their order, and the steps of extraction that it completed. */
export interface Refined {
  readonly tokens: readonly (readonly string[])[];
  readonly steps: readonly ExtractedChunk[];
}

export const START_OF_EXTRACTION: ExtractionPoint = { ordinal: 0, carry: undefined, passages: [], records: [] };

const list = z.array(z.unknown());
/** Form of what a process sends: the ledger checks quotes and ids of its own when it writes. */
export const REFINED = z.custom<Refined>(
  (value) =>
    z
      .object({
        tokens: z.array(z.array(z.string())),
        steps: z.array(
          z.object({
            ordinal: z.int(),
            inputHash: z.string(),
            keys: list,
            uses: list,
            links: list,
            facts: list,
            scopes: list,
            coded: list,
            quarantine: list,
          }),
        ),
      })
      .safeParse(value).success,
);
