import type { StoredPassage } from '../../kernel/index.ts';

const PIPES: ReadonlySet<string> = new Set(['feeds', 'fed-by', 'joins']);

/** Whether the files of some labels state every pipe that is drawn at them; with one that is inferred, none is taken for stated. */
export function pipesStated(labels: readonly StoredPassage[]): boolean {
  const pipes = labels.flatMap(({ passage }) => (passage.structure.drawn ?? []).filter(({ kind }) => PIPES.has(kind)));
  return pipes.length > 0 && pipes.every(({ isStated }) => isStated === true);
}
