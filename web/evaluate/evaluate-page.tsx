import { useCallback } from 'preact/hooks';
import { listEvaluations } from '../client/evaluations.ts';
import { useWords } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { EvaluationList } from './evaluation-list.tsx';
import { EvaluationView } from './evaluation-view.tsx';

/** Reports of what was measured, one of them open, down to a case. */
export function EvaluatePage({ open }: { readonly open: string | undefined }) {
  const words = useWords();
  const list = useCallback((_: string, signal: AbortSignal) => listEvaluations(signal), []);
  const { value, failure } = useLoaded('evaluations', list);
  const evaluations = value?.evaluations ?? [];
  return (
    <main id="content" tabIndex={-1} class="ask evaluate">
      <div class="conversation">
        <h1>{words('evaluate.heading')}</h1>
        {failure === undefined ? undefined : (
          <p class="notice warning" role="alert">
            {words('evaluate.failed')}: {failure}
          </p>
        )}
        {value !== undefined && evaluations.length === 0 ? <p class="notice">{words('evaluate.none')}</p> : undefined}
        <EvaluationList evaluations={evaluations} open={open} />
        {open === undefined ? undefined : <EvaluationView key={open} id={open} evaluations={evaluations} />}
      </div>
    </main>
  );
}
