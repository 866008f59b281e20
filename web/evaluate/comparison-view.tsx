import { compareEvaluations } from '../client/evaluations.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { figureText, intervalText } from './figure-text.ts';
import { outcomeText } from './outcome-text.ts';

/** A report beside an earlier one: figures with their intervals, and which cases came out otherwise. */
export function ComparisonView({ id, earlier }: { readonly id: string; readonly earlier: string }) {
  const words = useWords();
  const { value, failure } = useLoaded(`${id}\n${earlier}`, compareEvaluations);
  if (failure !== undefined) {
    return (
      <p class="notice warning" role="alert">
        {words('evaluate.failed')}: {failure}
      </p>
    );
  }
  if (value === undefined) return null;
  const isChinese = words('page.code') === 'zh';
  const titles = new Map(value.differences.map(({ suite, title }) => [suite, isChinese ? title.zh : title.en]));
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h3 id="comparison">{words('evaluate.comparison')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard */}
      <section class="table" tabIndex={0} aria-label={words('evaluate.comparison')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('evaluate.metric')}</th>
              <th scope="col">{words('evaluate.earlier')}</th>
              <th scope="col">{words('evaluate.this')}</th>
              <th scope="col">{words('evaluate.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {value.differences.map(({ suite, title, metric, first, second, difference }) => (
              <tr key={`${suite} ${metric.name}`}>
                <th scope="row">
                  {isChinese ? title.zh : title.en}: {isChinese ? metric.title.zh : metric.title.en}
                </th>
                <td>
                  {figureText(metric, first.value)} <span class="aside">{intervalText(metric, first)}</span>
                </td>
                <td>
                  {figureText(metric, second.value)} <span class="aside">{intervalText(metric, second)}</span>
                </td>
                <td>
                  {figureText(metric, difference)}
                  {difference === undefined || difference === 0
                    ? undefined
                    : ` ${words(difference > 0 === (metric.better === 'higher') ? 'evaluate.better' : 'evaluate.worse')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {value.problems.map(({ suite, kind, count = 0 }) => (
        <p key={`${suite} ${kind}`} class="notice">
          {titles.get(suite) ?? suite}: {words(`incomparable.${kind}`, { count })}
        </p>
      ))}
      <h4>{words('evaluate.changed', { count: value.changes.length })}</h4>
      <ul>
        {value.changes.map(({ suite, id: changed, first, second, turned }) => (
          <li key={`${suite} ${changed}`}>
            <strong>{wordsFor(words, 'turned', turned)}</strong> {titles.get(suite) ?? suite} {changed}: {outcomeText(words, first)} →{' '}
            {outcomeText(words, second)}
          </li>
        ))}
      </ul>
    </section>
  );
}
