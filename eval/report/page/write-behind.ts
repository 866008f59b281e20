import type { CaseRecord, MetricDefinition, SuiteRecord } from '../run-record.ts';
import { casesOf } from '../statistic-of.ts';
import { htmlText, inBoth } from './html-text.ts';
import { numberText } from './number-text.ts';
import { WORDS } from './report-words.ts';

/** Of a number of the page: where the cases behind it are listed. */
export function anchorOf(suite: number, metric: number, by: string, group: number): string {
  return `s${suite}m${metric}${by === 'all' ? '' : `${by[0]}${group}`}`;
}

/** For each metric the cases it applies to, worst first, by form and by language, each a link to the case. */
export function writeBehind(suite: SuiteRecord, at: number, linkOf: (one: CaseRecord) => string | undefined): string {
  const link = (metric: MetricDefinition) => (one: CaseRecord) => {
    const label = `${htmlText(one.id)}&nbsp;${said(metric, one)}`;
    const anchor = linkOf(one);
    return `<span class="${one.isGood ? '' : 'bad'}">${anchor === undefined ? label : `<a href="#${anchor}">${label}</a>`}</span>`;
  };
  const lists = suite.metrics.map((metric, index) => {
    const own = worstFirst(metric, casesOf(metric, suite.cases));
    const groups = (['form', 'language'] as const).flatMap((by) => {
      const names = suite.measures.filter((one) => one.metric === metric.name && one.by === by).map(({ group }) => group);
      return names.map((name, group) => {
        const members = own.filter((one) => one[by] === name);
        return `<div id="${anchorOf(at, index, by, group)}"><h4>${htmlText(name)} <span class="dim">(${members.length})</span></h4><div class="links">${members.map(link(metric)).join('')}</div></div>`;
      });
    });
    const all = groups.length > 0 ? groups.join('') : `<div class="links">${own.map(link(metric)).join('')}</div>`;
    return `<details><summary>${inBoth(metric.title)} <span class="dim">(${own.length})</span></summary><div id="${anchorOf(at, index, 'all', 0)}">${all}</div></details>`;
  });
  return `<h3>${inBoth(WORDS.behind)}</h3>${lists.join('')}`;
}

/** What a case adds to a metric, as people read it. */
function said(metric: MetricDefinition, { values, scored, refusal }: CaseRecord): string {
  const value = values[metric.name];
  if (value !== undefined) return numberText(metric, value);
  if (scored !== undefined && metric.statistic !== 'mean') return `${scored.score.toFixed(2)}${scored.isSupported ? '' : '&nbsp;✗'}`;
  return refusal === undefined ? '' : inBoth(refusal.isAnswered ? WORDS.answered : WORDS.refused);
}

function worstFirst(metric: MetricDefinition, cases: readonly CaseRecord[]): readonly CaseRecord[] {
  const sign = metric.better === 'higher' ? 1 : -1;
  const badness = ({ values, scored, refusal }: CaseRecord): number => {
    const value = values[metric.name];
    if (value !== undefined) return -sign * value;
    if (refusal !== undefined && scored === undefined) return Number(refusal.isAnswered !== refusal.isAnswerable);
    return scored === undefined ? 0 : Math.abs(scored.score - Number(scored.isSupported));
  };
  return [...cases].sort((a, b) => badness(b) - badness(a));
}
