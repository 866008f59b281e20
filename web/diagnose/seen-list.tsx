import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import type { Seen } from './fault-case.ts';

interface SeenListProps {
  readonly seen: readonly Seen[];
  readonly takeBack: (check: string) => void;
}

/** The path so far; each step can be taken back. */
export function SeenList({ seen, takeBack }: SeenListProps) {
  const words = useWords();
  if (seen.length === 0) return null;
  return (
    <section aria-labelledby="seen">
      <h3 id="seen">{words('diagnose.seen')}</h3>
      <ol class="seen">
        {seen.map(({ check, outcome, asked }) => (
          <li key={check}>
            <span class="badge">{words(`outcome.${outcome}`)}</span> {asked}
            <button
              type="button"
              class="quiet sign"
              aria-label={words('diagnose.takeBack', { check: asked })}
              onClick={() => takeBack(check)}
            >
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
