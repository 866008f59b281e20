import { type SkidTruth, skidTruth } from '../../../datasets/index.ts';
import { type DrawnRelation, foldIdentifier, type Passage, type TagGrammar } from '../../../kernel/index.ts';
import type { DrawingScore } from './drawing-plan.ts';
import { makeScore } from './make-score.ts';

/** Holds what was read of the sheets of a skid against what they were drawn from. `sheets`: the passages of each. */
export function scoreSkid(
  skid: Parameters<typeof skidTruth>[0],
  sheets: readonly (readonly Passage[])[],
  grammar: TagGrammar,
): DrawingScore {
  const truth = skidTruth(skid);
  const numbers = new Set(skid.sheets.map(({ number }) => foldIdentifier(number)));
  const labels = sheets.flat().filter(({ kind }) => kind === 'drawing-label');
  const tags = labels
    .flatMap(({ text }) => grammar.find(text))
    .filter(({ identifier: { kind, folded } }) => (kind === 'tag' || kind === 'line') && !numbers.has(folded))
    .map(({ identifier }) => identifier.folded);
  const relations = labels.flatMap(({ structure }) => structure.drawn ?? []);
  const directed = [...relations.flatMap(feeding), ...overSheets(relations)];
  const pairs = [
    ...directed,
    ...relations.flatMap(({ kind, own, other, otherIs }) => (kind === 'joins' && otherIs === 'tag' ? [[own, other] as const] : [])),
  ];
  return {
    tags: makeScore(tagsOf(truth), tags),
    connections: makeScore(
      truth.connections.map(({ from, to }) => unordered([from, to])),
      pairs.map(unordered),
    ),
    directions: makeScore(
      truth.connections.map(({ from, to }) => ordered([from, to])),
      directed.map(ordered),
    ),
    numbers: makeScore(
      truth.numbers.map(([from, to, line]) => numbered([from, to], line)),
      relations.flatMap(({ kind, own, other, otherIs, line }) =>
        ['feeds', 'fed-by', 'joins'].includes(kind) && otherIs === 'tag' && line !== undefined ? [numbered([own, other], line)] : [],
      ),
    ),
    measures: makeScore(
      truth.measures.map(ordered),
      relations.flatMap((one) => linked(one, 'measures')),
    ),
    controls: makeScore(
      truth.controls.map(ordered),
      relations.flatMap((one) => linked(one, 'controls')),
    ),
  };
}

function tagsOf({ machines, valves, instruments, lines }: SkidTruth): readonly string[] {
  return [...machines, ...valves, ...instruments, ...lines].map(foldIdentifier);
}

function feeding({ kind, own, other, otherIs }: DrawnRelation): readonly (readonly [string, string])[] {
  if (otherIs !== 'tag') return [];
  return kind === 'feeds' ? [[own, other]] : kind === 'fed-by' ? [[other, own]] : [];
}

/** What leaves one sheet and goes on at another by one line. */
function overSheets(relations: readonly DrawnRelation[]): readonly (readonly [string, string])[] {
  const over = relations.filter(({ otherIs, line }) => otherIs === 'connector' && line !== undefined);
  return over
    .filter(({ kind }) => kind === 'feeds')
    .flatMap(({ own, line }) => over.filter((one) => one.kind === 'fed-by' && one.line === line).map((one) => [own, one.own] as const));
}

function linked({ kind, own, other }: DrawnRelation, wanted: DrawnRelation['kind']): readonly string[] {
  return kind === wanted ? [ordered([own, other])] : [];
}

function ordered([from, to]: readonly [string, string]): string {
  return `${foldIdentifier(from)} > ${foldIdentifier(to)}`;
}

function numbered(pair: readonly [string, string], line: string): string {
  return `${unordered(pair)}: ${foldIdentifier(line)}`;
}

function unordered(pair: readonly [string, string]): string {
  return pair.map(foldIdentifier).sort().join(' – ');
}
