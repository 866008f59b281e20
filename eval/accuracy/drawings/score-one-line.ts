import { type OneLine, type OneLineTruth, oneLineTruth } from '../../../datasets/index.ts';
import { type DrawnRelation, foldIdentifier, type Passage, type TagGrammar } from '../../../kernel/index.ts';
import type { DrawingScore } from './drawing-plan.ts';
import { makeScore } from './make-score.ts';

/** Holds what was read of the sheet of a one-line diagram against what it was drawn from. `passages`: all of it. */
export function scoreOneLine(oneLine: OneLine, passages: readonly Passage[], grammar: TagGrammar): DrawingScore {
  const truth = oneLineTruth(oneLine);
  const number = foldIdentifier(oneLine.number);
  const labels = passages.filter(({ kind }) => kind === 'drawing-label');
  const tags = labels
    .flatMap(({ text }) => grammar.find(text))
    .filter(({ identifier: { kind, folded } }) => (kind === 'tag' || kind === 'line') && folded !== number)
    .map(({ identifier }) => identifier.folded);
  const relations = labels.flatMap(({ structure }) => structure.drawn ?? []);
  const between = (kind: DrawnRelation['kind']): readonly DrawnRelation[] => relations.filter((one) => one.kind === kind);
  const fed = between('feeds');
  // A pipe between things of a one-line diagram is no conductor, whatever it joins.
  const conductors = [...fed, ...between('joins')].map((one) =>
    one.isElectrical === true ? unordered(one.own, one.other) : `pipe ${one.own} ${one.other}`,
  );
  return {
    tags: makeScore(tagsOf(truth).map(foldIdentifier), tags),
    connections: makeScore(
      truth.conductors.map(({ from, to }) => unordered(from, to)),
      conductors,
    ),
    directions: makeScore(
      truth.conductors.filter(({ isDirected }) => isDirected).map(({ from, to }) => ordered(from, to)),
      fed.map(({ own, other }) => ordered(own, other)),
    ),
    cables: makeScore(
      truth.conductors.flatMap(({ from, to, cable }) => (cable === undefined ? [] : [`${ordered(from, to)} ${foldIdentifier(cable)}`])),
      fed.flatMap(({ own, other, line }) => (line === undefined ? [] : [`${ordered(own, other)} ${foldIdentifier(line)}`])),
    ),
    drives: makeScore(
      truth.drives.map(([from, to]) => ordered(from, to)),
      between('drives').map(({ own, other }) => ordered(own, other)),
    ),
  };
}

function tagsOf({ breakers, motors, boards, buses, devices, cables, machines }: OneLineTruth): readonly string[] {
  return [...breakers, ...motors, ...boards, ...buses, ...devices, ...cables, ...machines];
}

function ordered(from: string, to: string): string {
  return `${foldIdentifier(from)} > ${foldIdentifier(to)}`;
}

function unordered(from: string, to: string): string {
  return [from, to].map(foldIdentifier).sort().join(' – ');
}
