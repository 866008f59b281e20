import type { CitedLinks } from '../ask/source-links.ts';
import { SourceMarks } from '../ask/source-marks.tsx';
import type { Diagnosis } from '../contract.ts';
import { useWords } from '../languages/words.ts';

const PERCENT = 100;

/** The documented causes, the likeliest first: where each stands, how likely it is, what helps, which orders told of it. */
export function CauseList({ causes, ...links }: CitedLinks & Pick<Diagnosis, 'causes'>) {
  const words = useWords();
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="causes">
      <h3 id="causes">{words('diagnose.causes')}</h3>
      <ol class="causes">
        {causes.map(({ id, text, claim, standing, chance, remedies, earlier }) => (
          <li key={id} class={standing}>
            <p class="cause">
              <span class="cause-text">{text}</span> <SourceMarks places={claim.citations} {...links} />
              <span class="badge">{words(`standing.${standing}`)}</span>
              {standing === 'ruled-out' ? undefined : <span class="chance">{`${Math.round(chance * PERCENT)} %`}</span>}
            </p>
            {standing === 'ruled-out' ? undefined : <meter min={0} max={1} value={chance} aria-label={words('diagnose.chance')} />}
            {standing === 'ruled-out' || earlier.atLeast === 0 ? undefined : (
              <p class="aside">
                {words('diagnose.earlier', { count: earlier.atLeast })}{' '}
                <SourceMarks places={[...new Set(earlier.claims.flatMap(({ citations }) => citations))]} {...links} />
              </p>
            )}
            {standing === 'ruled-out' || remedies.length === 0 ? undefined : (
              <dl>
                <dt>{words('diagnose.remedy')}</dt>
                {remedies.map((remedy) => (
                  <dd key={remedy.text}>
                    {remedy.text} <SourceMarks places={remedy.claim.citations} {...links} />
                  </dd>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
