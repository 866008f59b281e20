import { useWords } from '../languages/words.ts';
import type { Bar } from './chosen-figure.ts';

interface FigureChartProps {
  readonly bars: readonly Bar[];
  readonly open: Bar | undefined;
  readonly choose: (bar: Bar) => void;
}

const PERCENT = 100;

/** Bars, each a button that opens the rows behind it; of a ranking with the share of all bars down to it (Pareto). */
export function FigureChart({ bars, open, choose }: FigureChartProps) {
  const words = useWords();
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return (
    <ol class="bars">
      {bars.map((bar) => (
        <li key={bar.group.join('\n')}>
          <button type="button" aria-pressed={open?.group.join('\n') === bar.group.join('\n')} onClick={() => choose(bar)}>
            <span class="bar-label">{bar.label}</span>
            <meter min={0} max={most === 0 ? 1 : most} value={bar.value} aria-hidden="true" />
            <span class="bar-value">{Math.round(bar.value * PERCENT) / PERCENT}</span>
            {bar.cumulative === undefined ? undefined : (
              <span class="aside">{words('figures.cumulative', { percent: Math.round(bar.cumulative * PERCENT) })}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
