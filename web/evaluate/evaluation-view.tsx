import { useState } from 'preact/hooks';
import { getEvaluation } from '../client/evaluations.ts';
import type { EvaluationList } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { useWhen } from '../parts/use-when.ts';
import { CaseList } from './case-list.tsx';
import { ComparisonView } from './comparison-view.tsx';
import type { OpenedFigure } from './opened-figure.ts';
import { SuiteFigures } from './suite-figures.tsx';

interface EvaluationViewProps {
  readonly id: string;
  readonly evaluations: EvaluationList['evaluations'];
}

/** One report: its suites with their figures, another one beside it, and the cases of the figure that is open. */
export function EvaluationView({ id, evaluations }: EvaluationViewProps) {
  const words = useWords();
  const when = useWhen();
  const { value, failure } = useLoaded(id, getEvaluation);
  const [figure, setFigure] = useState<OpenedFigure | undefined>(undefined);
  const [other, setOther] = useState('');
  const others = evaluations.flatMap((one) => (one.kind === 'read' && one.id !== id ? [one] : []));
  if (failure !== undefined) {
    return (
      <p class="notice warning" role="alert">
        {words('evaluate.failed')}: {failure}
      </p>
    );
  }
  if (value === undefined) return null;
  return (
    <section aria-labelledby="evaluation">
      <h2 id="evaluation">{words('evaluate.opened', { time: when(value.at), version: value.version })}</h2>
      {others.length === 0 ? undefined : (
        <p class="compare">
          <label for="compare-with">{words('evaluate.compareWith')}</label>
          <select id="compare-with" value={other} onChange={({ currentTarget }) => setOther(currentTarget.value)}>
            <option value="">{words('evaluate.nothing')}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {when(one.at)} ({one.version})
              </option>
            ))}
          </select>
        </p>
      )}
      {other === '' ? undefined : <ComparisonView id={id} earlier={other} />}
      {value.suites.map((suite) => (
        <div key={suite.suite}>
          <SuiteFigures suite={suite} open={figure?.suite === suite.suite ? figure : undefined} choose={setFigure} />
          {figure?.suite === suite.suite ? <CaseList key={JSON.stringify(figure)} id={id} figure={figure} /> : undefined}
        </div>
      ))}
    </section>
  );
}
