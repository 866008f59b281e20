import { mean } from './mean.ts';

/** A sentence of an answer with the sources it cites. */
export interface CitedSentence<Source> {
  readonly cited: readonly Source[];
  /** False when it cites a source that does not exist. */
  readonly isInRange: boolean;
  /** Whether some sources, taken together, entail the sentence. */
  readonly entails: (sources: readonly Source[]) => Promise<boolean>;
}

/** From 0 to 1. */
export interface CitationScores {
  /** Share of the sentences that all they cite entails. */
  readonly recall: number | undefined;
  /** Share of the citations that their sentence needs. */
  readonly precision: number | undefined;
}

/**
 * Citation recall and precision of one answer (Gao et al., 2023, ALCE). A citation is precise when its sentence is entailed by all it
 * cites, and it entails the sentence alone or the others do not without it. Undefined: no sentence, no citation.
 */
export async function citationScores<Source>(sentences: readonly CitedSentence<Source>[]): Promise<CitationScores> {
  const recalls: number[] = [];
  const precisions: number[] = [];
  for (const { cited, isInRange, entails } of sentences) {
    const isRecalled = cited.length > 0 && isInRange && (await entails(cited));
    recalls.push(Number(isRecalled));
    for (const source of cited) precisions.push(Number(isRecalled && (await isNeeded(source, cited, entails))));
  }
  return { recall: mean(recalls), precision: mean(precisions) };
}

async function isNeeded<Source>(
  source: Source,
  cited: readonly Source[],
  entails: (sources: readonly Source[]) => Promise<boolean>,
): Promise<boolean> {
  if (cited.length === 1 || (await entails([source]))) return true;
  return !(await entails(cited.filter((other) => other !== source)));
}
