import type { MetricDifference, RunComparison } from '../compare-runs.ts';
import { htmlText, inBoth } from './html-text.ts';
import { numberText } from './number-text.ts';
import { WORDS } from './report-words.ts';

const ORDER = { worse: 0, better: 1, otherwise: 2 };

/** How a run differs from an earlier one: each figure over the cases that both have, and the cases that changed, worse ones first. */
export function writeComparison({ differences, changes, problems }: RunComparison): string {
  const names = [WORDS.earlier, WORDS.now, WORDS.difference, WORDS.interval, WORDS.applies];
  const head = names.map((words) => `<th scope="col" class="number">${inBoth(words)}</th>`).join('');
  const rows = differences.map((one) => row(one)).join('');
  const changed = [...changes]
    .sort((a, b) => ORDER[a.turned] - ORDER[b.turned])
    .map(
      ({ suite, id, first, second, turned }) =>
        `<li${turned === 'worse' ? ' class="bad"' : ''}>${inBoth(WORDS[turned])}: ${htmlText(`${suite} ${id}: ${first} → ${second}`)}</li>`,
    );
  return `<section id="comparison"><h2>${inBoth(WORDS.comparison)}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${WORDS.comparison.en}"><table><thead><tr><th scope="col">${inBoth(WORDS.metric)}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>
${list(WORDS.changed, changed)}${list(
  WORDS.incomparable,
  problems.map((problem) => `<li>${htmlText(problem)}</li>`),
)}</section>`;
}

function row({ suite, metric, cases, first, second, difference, low, high }: MetricDifference): string {
  const text = (value: number | undefined) => (value === undefined ? inBoth(WORDS.notApplicable) : numberText(metric, value));
  const interval = low === undefined || high === undefined ? '' : `${text(low)} – ${text(high)}`;
  const cells = [text(first), text(second), text(difference), interval, String(cases)].map((cell) => `<td class="number">${cell}</td>`);
  return `<tr><th scope="row"><span class="dim">${htmlText(suite)}</span> ${inBoth(metric.title)}</th>${cells.join('')}</tr>`;
}

function list(title: (typeof WORDS)[keyof typeof WORDS], items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<details open><summary>${inBoth(title)} (${items.length})</summary><div><ul>${items.join('')}</ul></div></details>`;
}
