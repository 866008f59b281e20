import { useCallback, useState } from 'preact/hooks';
import { aggregateRecords, pageRecords } from '../client/records.ts';
import { useWords } from '../languages/words.ts';
import { BeingReadNote } from '../parts/being-read-note.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { type Bar, barsOf, type ChosenFigure, FIRST_FIGURE, figureRequest, rowsRequest, wholeRequest } from './chosen-figure.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureChoice } from './figure-choice.tsx';
import { RowList } from './row-list.tsx';

/** Rows of logs counted by choice, as bars; a bar opens the rows behind it. */
export function FiguresPage() {
  const words = useWords();
  const [chosen, setChosen] = useState<ChosenFigure>(FIRST_FIGURE);
  const [bar, setBar] = useState<Bar | undefined>(undefined);
  const count = useCallback((text: string, signal: AbortSignal) => aggregateRecords(JSON.parse(text), signal), []);
  const list = useCallback((text: string, signal: AbortSignal) => pageRecords(JSON.parse(text), signal), []);
  const figure = useLoaded(JSON.stringify(figureRequest(chosen)), count);
  const rows = useLoaded(bar === undefined ? undefined : JSON.stringify(rowsRequest(chosen, bar.group)), list);
  const { aggregate, beingRead } = figure.value ?? {};
  const wanted = aggregate === undefined ? undefined : wholeRequest(chosen, aggregate);
  const whole = useLoaded(wanted === undefined ? undefined : JSON.stringify(wanted), count);
  const failure = figure.failure ?? rows.failure ?? whole.failure;
  const bars = aggregate === undefined ? [] : barsOf(chosen, aggregate, words('figures.without'), whole.value?.aggregate);
  const units = aggregate?.columns.at(-1)?.units ?? [];
  return (
    <main id="content" tabIndex={-1} class="ask figures">
      <div class="conversation">
        <h1>{words('figures.heading')}</h1>
        <FigureChoice
          chosen={chosen}
          choose={(next) => {
            setChosen(next);
            setBar(undefined);
          }}
        />
        {failure === undefined ? undefined : (
          <p class="notice warning" role="alert">
            {words('figures.failed')}: {failure}
          </p>
        )}
        {aggregate === undefined ? undefined : (
          <p role="status">
            {words('figures.matched', { count: aggregate.matched, groups: aggregate.groups })}
            {units.length > 0 ? words('figures.units', { units: units.join(', ') }) : ''}
            {aggregate.groups > aggregate.rows.length ? ` ${words('figures.largest', { count: aggregate.rows.length })}` : ''}
            {(aggregate.nulls[0] ?? 0) > 0 ? words('figures.nulls', { count: aggregate.nulls[0] ?? 0 }) : ''}
          </p>
        )}
        {beingRead === undefined ? undefined : <BeingReadNote of="figures" named={beingRead} count={beingRead.length} />}
        <FigureChart bars={bars} open={bar} choose={setBar} />
        {bar === undefined || rows.value === undefined ? undefined : <RowList page={rows.value} label={bar.label} />}
      </div>
    </main>
  );
}
