import { printTable } from '../print-table.ts';
import type { StoreForm } from './measure-store-forms.ts';

/** Least rates on servers. */
const BUDGETS: Readonly<Record<string, number>> = { 'edges/s': 10_000, 'passages/s, with vectors': 1_500 };

/** Files and servers side by side: rates, then milliseconds a question. */
export function tabulateStores(forms: readonly StoreForm[]): string {
  const names = (of: (form: StoreForm) => object) => [...new Set(forms.flatMap((form) => Object.keys(of(form))))];
  const servers = forms.find(({ form }) => form === 'servers');
  const rates = names(({ rates }) => rates).map((name) => {
    const least = BUDGETS[name];
    const held = servers?.rates[name];
    const verdict = least === undefined || held === undefined ? '' : `≥ ${least} on servers: ${held >= least ? 'met' : 'missed'}`;
    return [name, ...forms.map(({ rates }) => shown(rates[name])), verdict];
  });
  const latencies = names(({ latencies }) => latencies).map((name) => [
    `${name}, p50 / p95 ms`,
    ...forms.map(({ latencies }) => (latencies[name] === undefined ? '' : `${shown(latencies[name].p50)} / ${shown(latencies[name].p95)}`)),
    '',
  ]);
  return printTable(['stores', ...forms.map(({ form }) => form), ''], [...rates, ...latencies]);
}

function shown(figure: number | undefined): string {
  return figure === undefined ? '' : figure >= 100 ? String(Math.round(figure)) : figure.toFixed(1);
}
