import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDocumentReader, readDelimited } from '../../../ingest/index.ts';
import { type DrawnRelation, foldIdentifier, type IdentifierPattern, type Passage, type TagGrammar } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { makeScore, type Score } from './make-score.ts';
import { readPictured } from './read-pictured.ts';

/** What was read of the sheet of `pid-raster` that a person read. */
export interface HandReadScore {
  readonly tags: Score;
  /** Whichever way. */
  readonly edges: Score;
  /** Tags that stand on words below the floor of confidence: read, but nothing is said to be so. */
  readonly unsure: readonly string[];
  /** Whether the picture was taken for a drawing. */
  readonly isSheet: boolean;
}

const SET = 'pid-raster';
const SHEET = 'anti-surge-sheet';
/** Codes of this plant begin with the number of the unit, which only a site can say. */
const UNIT_FIRST: readonly IdentifierPattern[] = [
  { kind: 'tag', source: '\\d{2}[A-Z]{2,5}-?\\d{3,5}[A-Z]?' },
  { kind: 'tag', source: '\\d[A-Z]{1,2}-\\d{3}[A-Z]?' },
];

/** Reads the sheet as ingestion does and holds it against what a person read. Undefined where the set is not in `dataFolder`. */
export async function runHandReadSheet(dataFolder: string, signal: AbortSignal): Promise<HandReadScore | undefined> {
  const file = (ending: string): string => join(dataFolder, SET, `${SHEET}.${ending}`);
  if (!existsSync(file('png'))) return undefined;
  const rowsOf = async (ending: string): Promise<readonly (readonly string[])[]> =>
    (await readDelimited(file(ending))).slice(1).map(({ cells }) => cells);
  const [tags, edges] = [await rowsOf('tags.csv'), await rowsOf('edges.csv')];
  const reader = openDocumentReader();
  try {
    const passages = await readPictured(reader, file('png'), UNIT_FIRST, signal);
    return scoreHandRead(
      tags.map(([tag = '']) => tag),
      edges.map(([from = '', to = '']) => [from, to] as const),
      passages,
      siteGrammar(UNIT_FIRST),
    );
  } finally {
    await reader.close();
  }
}

/** `tags`: some are words that the grammar takes for none, as `TURBINE`; such a one is found where a passage says nothing else. */
export function scoreHandRead(
  tags: readonly string[],
  edges: readonly (readonly [string, string])[],
  passages: readonly Passage[],
  grammar: TagGrammar,
): HandReadScore {
  const labels = passages.filter(({ kind }) => kind === 'drawing-label');
  const isSheet = labels.length > 0;
  const words = new Set(tags.map(foldIdentifier));
  const unsure = new Set<string>();
  const found = (isSheet ? labels : passages).flatMap(({ text, recognition }) => {
    const whole = foldIdentifier(text);
    const mentions = grammar.find(text).filter(({ identifier: { kind } }) => kind === 'tag');
    for (const { identifier, start, end } of mentions)
      if (recognition?.unsure.some((one) => one.start < end && one.end > start) === true) unsure.add(identifier.folded);
    return mentions.length === 0 && words.has(whole) ? [whole] : mentions.map(({ identifier }) => identifier.folded);
  });
  const relations = passages.flatMap(({ structure }) => structure.drawn ?? []);
  return {
    tags: makeScore([...words], found),
    edges: makeScore(
      edges.map(([from, to]) => unordered(from, to)),
      relations.flatMap(pairOf),
    ),
    unsure: [...unsure].sort(),
    isSheet,
  };
}

function pairOf({ own, other, otherIs }: DrawnRelation): readonly string[] {
  return otherIs === 'tag' ? [unordered(own, other)] : [];
}

function unordered(one: string, other: string): string {
  return [one, other].map(foldIdentifier).sort().join(' – ');
}
