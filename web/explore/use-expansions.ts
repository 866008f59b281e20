import { useMemo, useState } from 'preact/hooks';
import { getNeighbourhood } from '../client/entities.ts';
import type { Neighbourhood } from '../contract.ts';
import { type Grown, growNeighbourhood } from './grow-neighbourhood.ts';

export interface Expansions {
  /** What is known around the thing, with what is around those that were expanded, in the order they were. */
  readonly grown: Grown | undefined;
  readonly isExpanded: (id: string) => boolean;
  readonly expand: (id: string) => void;
  readonly collapse: (id: string) => void;
  /** Why the last one was not expanded. */
  readonly problem: string | undefined;
}

/** Things of a graph that were expanded in place. */
export function useExpansions(value: Neighbourhood | undefined): Expansions {
  const [around, setAround] = useState<ReadonlyMap<string, Neighbourhood>>(new Map());
  const [problem, setProblem] = useState<string>();
  const grown = useMemo(
    () => (value === undefined ? undefined : [...around].reduce<Grown>((all, [id, one]) => growNeighbourhood(all, id, one), value)),
    [value, around],
  );
  return {
    grown,
    isExpanded: (id) => around.has(id),
    expand: (id) =>
      void getNeighbourhood(id, 1, new AbortController().signal).then(
        (found) => {
          setProblem(undefined);
          setAround((before) => new Map([...before, [id, found]]));
        },
        (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
      ),
    collapse: (id) => setAround((before) => new Map([...before].filter(([one]) => one !== id))),
    problem,
  };
}
