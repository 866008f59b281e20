import type { CaseRecord, Measure, MetricDefinition, SuiteRecord } from '../run-record.ts';
import { htmlText, inBoth } from './html-text.ts';
import { numberText } from './number-text.ts';
import { plotGroups } from './plot-groups.ts';
import { plotReliability, plotRiskCoverage } from './plot-scores.ts';
import { WORDS } from './report-words.ts';
import { anchorOf, writeBehind } from './write-behind.ts';
import { writeCase } from './write-case.ts';

/** Good cases beyond so many are left to the JSON report. */
const MOST_CASES = 2_000;

/** A suite of the page: its numbers, each a link to the cases behind it; plots; tables by form and language; the cases. */
export function writeSuite(suite: SuiteRecord, at: number): string {
  const head = `<h2>${inBoth(suite.title)} <span class="dim">${htmlText(suite.suite)}</span></h2>`;
  if (suite.skipped !== undefined)
    return `<section id="s${at}">${head}<p>${inBoth(WORDS.skipped)}: ${htmlText(suite.skipped)}</p></section>`;
  const ordered = [...suite.cases].sort((a, b) => Number(a.isGood) - Number(b.isGood));
  const shown = ordered.slice(0, Math.max(MOST_CASES, ordered.filter(({ isGood }) => !isGood).length));
  const anchors = new Map(shown.map((one, index) => [one, `s${at}c${index}`]));
  const first = suite.metrics[0];
  const bars = (by: Measure['by']) =>
    first === undefined
      ? ''
      : plotGroups(
          first,
          suite.measures.filter((one) => one.metric === first.name && one.by === by),
        );
  const unlisted = ordered.length - shown.length;
  return `<section id="s${at}">${[
    head,
    `<p class="dim">${suite.cases.length} ${inBoth(WORDS.cases)} · ${inBoth(WORDS.corpus)} <code>${htmlText(suite.corpus.slice(0, 16))}</code></p>`,
    ...(suite.facts ?? []).map(({ name, value }) => `<p class="dim">${inBoth(name)}: ${inBoth(value)}</p>`),
    summary(suite, at),
    `<div class="plots">${plotRiskCoverage(suite)}${plotReliability(suite)}${bars('form')}${bars('language')}</div>`,
    table(suite, at, 'form'),
    table(suite, at, 'language'),
    problems(suite),
    writeBehind(suite, at, (one: CaseRecord) => anchors.get(one)),
    `<h3>${inBoth(WORDS.cases)}</h3>`,
    ...shown.map((one) => writeCase(one, anchors.get(one) ?? '', suite.scoresAre)),
    unlisted === 0 ? '' : `<p class="dim">${unlisted} ${inBoth(WORDS.unlisted)}</p>`,
  ].join('')}</section>`;
}

function summary(suite: SuiteRecord, at: number): string {
  const rows = suite.metrics.map((metric, index) => {
    const measure = suite.measures.find((one) => one.metric === metric.name && one.by === 'all');
    const better = metric.better === 'lower' ? ` <span class="dim">(${inBoth(WORDS.lower)})</span>` : '';
    return `<tr><th scope="row">${inBoth(metric.title)}${better}</th>${number(metric, measure, anchorOf(at, index, 'all', 0))}<td class="number">${interval(metric, measure)}</td><td class="number">${measure?.cases ?? 0}</td></tr>`;
  });
  const names = [WORDS.value, WORDS.interval, WORDS.applies].map((words) => `<th scope="col" class="number">${inBoth(words)}</th>`);
  return scrolled(
    `<thead><tr><th scope="col">${inBoth(WORDS.metric)}</th>${names.join('')}</tr></thead><tbody>${rows.join('')}</tbody>`,
    suite.title.en,
  );
}

function table(suite: SuiteRecord, at: number, by: 'form' | 'language'): string {
  const groups = [...new Set(suite.measures.filter((one) => one.by === by).map(({ group }) => group))];
  if (groups.length === 0) return '';
  const rows = groups.map((group, place) => {
    const cells = suite.metrics.map((metric, index) =>
      number(
        metric,
        suite.measures.find((one) => one.metric === metric.name && one.by === by && one.group === group),
        anchorOf(at, index, by, place),
      ),
    );
    return `<tr><th scope="row">${htmlText(group)}</th>${cells.join('')}</tr>`;
  });
  const names = suite.metrics.map(({ title }) => `<th scope="col" class="number">${inBoth(title)}</th>`);
  const title = by === 'form' ? WORDS.form : WORDS.byLanguage;
  const head = `<thead><tr><th scope="col">${inBoth(title)}</th>${names.join('')}</tr></thead>`;
  return `<h3>${inBoth(title)}</h3>${scrolled(`${head}<tbody>${rows.join('')}</tbody>`, `${suite.title.en}: ${title.en}`)}`;
}

/** A table that is wider than a phone scrolls by itself, by keyboard too. */
function scrolled(table: string, name: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${htmlText(name)}"><table>${table}</table></div>`;
}

function number(metric: MetricDefinition, measure: Measure | undefined, anchor: string): string {
  if (measure?.value === undefined) return `<td class="number dim">${inBoth(WORDS.notApplicable)}</td>`;
  return `<td class="number"><a href="#${anchor}">${numberText(metric, measure.value)}</a></td>`;
}

function interval(metric: MetricDefinition, measure: Measure | undefined): string {
  if (measure?.low === undefined || measure.high === undefined) return '';
  return `${numberText(metric, measure.low)} – ${numberText(metric, measure.high)}`;
}

function problems({ problems: all }: SuiteRecord): string {
  if (all.length === 0) return '';
  const items = all.map((problem) => `<li>${htmlText(problem)}</li>`).join('');
  return `<details open><summary class="bad">${inBoth(WORDS.problems)} (${all.length})</summary><div><ul>${items}</ul></div></details>`;
}
