import type { Evaluation } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { figureText, intervalText } from './figure-text.ts';
import type { OpenedFigure } from './opened-figure.ts';

type Suite = Evaluation['suites'][number];

interface SuiteFiguresProps {
  readonly suite: Suite;
  readonly open: OpenedFigure | undefined;
  readonly choose: (figure: OpenedFigure) => void;
}

/** Figures of a suite over all cases, by form and language, each a button that opens its cases. */
export function SuiteFigures({ suite, open, choose }: SuiteFiguresProps) {
  const words = useWords();
  const title = words('page.code') === 'zh' ? suite.title.zh : suite.title.en;
  if (suite.skipped !== undefined) {
    return (
      <p class="notice">
        {words('evaluate.skipped', { title })}: {suite.skipped}
      </p>
    );
  }
  return (
    <section class="suite" aria-label={title}>
      <h3>
        {title} <span class="aside">{words('evaluate.good', { good: suite.good, cases: suite.cases })}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard */}
      <section class="table" tabIndex={0} aria-label={words('evaluate.figures', { title })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('evaluate.metric')}</th>
              <th scope="col">{words('evaluate.of')}</th>
              <th scope="col">{words('evaluate.value')}</th>
              <th scope="col">{words('evaluate.interval')}</th>
              <th scope="col">{words('evaluate.cases')}</th>
            </tr>
          </thead>
          <tbody>
            {suite.metrics.flatMap((metric) => {
              const name = words('page.code') === 'zh' ? metric.title.zh : metric.title.en;
              return suite.measures
                .filter((one) => one.metric === metric.name)
                .map(({ by, group, ...measure }) => {
                  const of = by === 'all' ? words('evaluate.all') : by === 'language' ? wordsFor(words, 'passageLanguage', group) : group;
                  return (
                    <tr key={`${metric.name} ${by} ${group}`} class={by === 'all' ? 'over-all' : undefined}>
                      <th scope="row">{name}</th>
                      <td>{of}</td>
                      <td>
                        <button
                          type="button"
                          class="quiet"
                          aria-pressed={open?.metric === metric.name && open.by === by && open.group === group}
                          aria-label={words('evaluate.open', { metric: name, of, value: figureText(metric, measure.value) })}
                          onClick={() => choose({ suite: suite.suite, metric: metric.name, by, group })}
                        >
                          {figureText(metric, measure.value)}
                        </button>
                      </td>
                      <td>{intervalText(metric, measure)}</td>
                      <td>{measure.cases}</td>
                    </tr>
                  );
                });
            })}
          </tbody>
        </table>
      </section>
      {suite.problems.length === 0 ? undefined : (
        <details>
          <summary>{words('evaluate.problems', { count: suite.problems.length })}</summary>
          <ul>
            {suite.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
