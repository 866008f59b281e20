import type { CitedLinks } from '../ask/source-links.ts';
import { SourceMarks } from '../ask/source-marks.tsx';
import type { Diagnosis } from '../contract.ts';
import { useWords } from '../languages/words.ts';

const PERCENT = 100;

/**
 * The documented causes: where each stands, what helps, which orders told of it, and how likely it is where something tells them apart;
 * else that they stand as the document lists them.
 */
export function CauseList({ causes, order, ...links }: CitedLinks & Pick<Diagnosis, 'causes' | 'order'>) {
  const words = useWords();
  if (causes.length === 0) return null;
  const isLeft = ({ standing }: Diagnosis['causes'][number]) => standing === 'open' || standing === 'found';
  const isAsListed = order === 'document' && causes.filter(isLeft).length > 1;
  return (
    <section aria-labelledby="causes">
      <h3 id="causes">{words('diagnose.causes')}</h3>
      {isAsListed ? <p class="aside">{words('diagnose.asListed')}</p> : undefined}
      <ol class="causes">
        {causes.map((cause) => (
          <CauseItem key={cause.id} cause={cause} isLeft={isLeft(cause)} isWeighed={order === 'earlier'} {...links} />
        ))}
      </ol>
    </section>
  );
}

interface CauseItemProps extends CitedLinks {
  readonly cause: Diagnosis['causes'][number];
  readonly isLeft: boolean;
  readonly isWeighed: boolean;
}

function CauseItem({ cause, isLeft, isWeighed, ...links }: CauseItemProps) {
  const words = useWords();
  const { text, claim, standing, chance, remedies, earlier } = cause;
  return (
    <li class={standing}>
      <p class="cause">
        <span class="cause-text">{text}</span> <SourceMarks places={claim.citations} {...links} />
        <span class="badge">{words(`standing.${standing}`)}</span>
        {isLeft && isWeighed ? <span class="chance">{`${Math.round(chance * PERCENT)} %`}</span> : undefined}
      </p>
      {isLeft && isWeighed ? <meter min={0} max={1} value={chance} aria-label={words('diagnose.chance')} /> : undefined}
      {isLeft && earlier.atLeast > 0 ? (
        <p class="aside">
          {words('diagnose.earlier', { count: earlier.atLeast })}{' '}
          <SourceMarks places={[...new Set(earlier.claims.flatMap(({ citations }) => citations))]} {...links} />
        </p>
      ) : undefined}
      {isLeft && remedies.length > 0 ? (
        <dl>
          <dt>{words('diagnose.remedy')}</dt>
          {remedies.map((remedy) => (
            <dd key={remedy.text}>
              {remedy.text} <SourceMarks places={remedy.claim.citations} {...links} />
            </dd>
          ))}
        </dl>
      ) : undefined}
    </li>
  );
}
