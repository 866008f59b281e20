import type { EvaluationList as Listed } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';

interface EvaluationListProps {
  readonly evaluations: Listed['evaluations'];
  readonly open: string | undefined;
}

/** Reports, newest first; one that is damaged with what is wrong with it. */
export function EvaluationList({ evaluations, open }: EvaluationListProps) {
  const words = useWords();
  const when = useWhen();
  if (evaluations.length === 0) return null;
  return (
    <ul class="evaluations" aria-label={words('evaluate.runs')}>
      {evaluations.map((one) =>
        one.kind === 'damaged' ? (
          <li key={one.id}>
            <strong>{one.id}</strong>
            <span class="notice warning">{one.fault}</span>
          </li>
        ) : (
          <li key={one.id}>
            <a href={`#/evaluate/${encodeURIComponent(one.id)}`} aria-current={open === one.id ? 'true' : undefined}>
              <time dateTime={one.at}>{when(one.at)}</time>
            </a>
            <span class="aside">
              {words('evaluate.run', {
                version: one.version,
                seed: one.seed,
                good: one.suites.reduce((sum, { good }) => sum + good, 0),
                cases: one.suites.reduce((sum, { cases }) => sum + cases, 0),
              })}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
