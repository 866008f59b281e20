import type { RunComparison } from '../compare-runs.ts';
import { REPORT_NOTICE } from '../report-notice.ts';
import type { RunRecord } from '../run-record.ts';
import { htmlText, inBoth } from './html-text.ts';
import { PAGE_STYLE } from './page-style.ts';
import { WORDS } from './report-words.ts';
import { writeComparison } from './write-comparison.ts';
import { writeSuite } from './write-suite.ts';

/** A run as one HTML file that loads nothing and runs no script; words in Chinese and English, of which the reader chooses. @param comparison with an earlier run. */
export function writeRunPage(run: RunRecord, comparison?: RunComparison): string {
  const facts = [
    [WORDS.version, run.version],
    [WORDS.at, run.at],
    [WORDS.seed, String(run.seed)],
    [WORDS.configuration, run.configuration.slice(0, 16)],
  ] as const;
  const choice = ['en', 'zh'].map(
    (language) =>
      `<label><input type="radio" name="language" id="in-${language}"${language === 'en' ? ' checked' : ''}> ${language === 'en' ? 'English' : '中文'}</label>`,
  );
  const list = run.suites.map(
    (suite, at) =>
      `<li><a href="#s${at}">${inBoth(suite.title)}</a>${suite.skipped === undefined ? '' : ` <span class="dim">(${inBoth(WORDS.skipped)})</span>`}</li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Faultline · ${WORDS.title.en} · ${WORDS.title.zh}</title><style>${PAGE_STYLE}</style></head>
<body><header><h1 id="top">Faultline · ${inBoth(WORDS.title)}</h1>
<fieldset aria-label="${WORDS.language.en} · ${WORDS.language.zh}">${choice.join('')}</fieldset>
<p class="dim">${facts.map(([name, value]) => `${inBoth(name)} <code>${htmlText(value)}</code>`).join(' · ')}</p></header>
<main><nav aria-label="Suites"><ul>${list.join('')}</ul></nav>
${comparison === undefined ? '' : writeComparison(comparison)}
${run.suites.map(writeSuite).join('\n')}
<p><a href="#top">${inBoth(WORDS.top)}</a></p>
<p class="dim">${inBoth(REPORT_NOTICE)}</p></main></body></html>
`;
}
