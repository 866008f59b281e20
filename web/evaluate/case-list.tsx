import { useState } from 'preact/hooks';
import { listEvaluatedCases } from '../client/evaluations.ts';
import { useWords } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { CaseView } from './case-view.tsx';
import { casesAddress, type OpenedFigure } from './opened-figure.ts';

/** The cases of a figure, page by page; those that did not come out well alone where that is chosen. */
export function CaseList({ id, figure }: { readonly id: string; readonly figure: OpenedFigure }) {
  const words = useWords();
  const [isBad, setIsBad] = useState(false);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { value, failure } = useLoaded(casesAddress(id, figure, isBad, cursors.at(-1)), listEvaluatedCases);
  return (
    <section class="cases" aria-labelledby="cases">
      <h4 id="cases">{words('evaluate.casesOf', { count: value?.total ?? 0 })}</h4>
      <label class="only-bad">
        <input
          type="checkbox"
          checked={isBad}
          onChange={({ currentTarget }) => {
            setIsBad(currentTarget.checked);
            setCursors([]);
          }}
        />
        {words('evaluate.onlyBad')}
      </label>
      {failure === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words('evaluate.failed')}: {failure}
        </p>
      )}
      {(value?.cases ?? []).map((one) => (
        <CaseView key={one.id} evaluated={one} />
      ))}
      <p class="pages">
        {cursors.length === 0 ? undefined : (
          <button type="button" onClick={() => setCursors(cursors.slice(0, -1))}>
            {words('evaluate.before')}
          </button>
        )}
        {value?.next === undefined ? undefined : (
          <button type="button" onClick={() => setCursors([...cursors, value.next ?? ''])}>
            {words('evaluate.after')}
          </button>
        )}
      </p>
    </section>
  );
}
