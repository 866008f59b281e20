import { useCallback, useState } from 'preact/hooks';
import { keepState, keptState } from '../kept/kept-state.ts';

/** A choice out of few that stays over a reload. */
export function useKept<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  first: () => Choice,
): readonly [Choice, (choice: Choice) => void] {
  const [chosen, setChosen] = useState<Choice>(() => choices.find((choice) => choice === keptState(localStorage, name)) ?? first());
  const choose = useCallback(
    (choice: Choice) => {
      keepState(localStorage, name, choice);
      setChosen(choice);
    },
    [name],
  );
  return [chosen, choose];
}
