import type { CitedLinks } from '../ask/source-links.ts';
import { SourceMarks } from '../ask/source-marks.tsx';
import type { Diagnosis } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { nextInWords, type Outcome, type Seen } from './fault-case.ts';

interface NextCheckProps extends CitedLinks {
  readonly diagnosis: Diagnosis;
  readonly isLooking: boolean;
  readonly see: (one: Seen) => void;
}

const OUTCOMES: readonly Outcome[] = ['found', 'not-found', 'unclear'];

/** What to look at next, and three large buttons for what was seen. */
export function NextCheck({ diagnosis, isLooking, see, ...links }: NextCheckProps) {
  const words = useWords();
  const { next, causes } = diagnosis;
  if (next === undefined) return null;
  const { told, causes: named } = nextInWords(diagnosis);
  const asked = told ?? words('diagnose.lookFor', { causes: named.join('; ') });
  const places = next.told?.claim.citations ?? causes.find(({ id }) => next.causes.includes(id))?.claim.citations ?? [];
  return (
    <section class="next-check" aria-labelledby="next-check">
      <h3 id="next-check">
        {words('diagnose.next')} <span class={`badge effort ${next.effort}`}>{words(`effort.${next.effort}`)}</span>
      </h3>
      <p class="what">
        {asked} <SourceMarks places={places} {...links} />
      </p>
      {told === undefined ? undefined : <p class="aside">{words('diagnose.tells', { causes: named.join('; ') })}</p>}
      <div class="outcomes">
        {OUTCOMES.map((outcome) => (
          <button key={outcome} type="button" class={outcome} disabled={isLooking} onClick={() => see({ check: next.id, outcome, asked })}>
            {words(`outcome.${outcome}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
