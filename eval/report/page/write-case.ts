import type { CaseRecord, SuiteRecord } from '../run-record.ts';
import { htmlText, inBoth, type Words } from './html-text.ts';
import { outcomeWords } from './outcome-words.ts';
import { reasonWords } from './reason-words.ts';
import { WORDS } from './report-words.ts';

/** A long source would make the page as long as all of them. */
const MOST_CHARACTERS = 1_500;

/** A case that opens: what was asked, answered and expected, and what it stands on. `anchor` stands inside, so that a link to it opens it. */
export function writeCase(
  { id, language, form, outcome, isGood, shown }: CaseRecord,
  anchor: string,
  scoresAre: SuiteRecord['scoresAre'],
): string {
  const head = `<span class="outcome ${isGood ? 'good' : 'bad'}">${inBoth(outcomeWords(outcome))}</span>${htmlText(id)} <span class="dim">${htmlText(form)} · ${htmlText(language)}</span>`;
  const asked = shown?.question === undefined ? '' : ` ${htmlText(shown.question)}`;
  const parts =
    shown === undefined
      ? []
      : [
          part(WORDS.question, shown.question === undefined ? [] : [text(shown.question)]),
          part(WORDS.answer, [text(shown.answer)]),
          part(WORDS.expected, shown.expected === undefined ? [] : [text(shown.expected)]),
          part(
            WORDS.claims,
            shown.claims.map((one) => claim(one, scoresAre)),
          ),
          part(
            WORDS.evidence,
            shown.evidence.map(
              ({ source, text: words }) => `<blockquote><span class="dim">${htmlText(source)}</span>${text(words)}</blockquote>`,
            ),
          ),
          part(WORDS.notes, shown.notes.map(text)),
        ];
  return `<details class="case"><summary>${head}${asked}</summary><div id="${anchor}"><dl>${parts.join('')}</dl></div></details>`;
}

function part(name: Words, bodies: readonly string[]): string {
  return bodies.length === 0 ? '' : `<dt>${inBoth(name)}</dt>${bodies.map((body) => `<dd>${body}</dd>`).join('')}`;
}

function text(words: string): string {
  if (words.length <= MOST_CHARACTERS) return `<p class="text">${htmlText(words)}</p>`;
  const rest = words.length - MOST_CHARACTERS;
  return `<p class="text">${htmlText(words.slice(0, MOST_CHARACTERS))}… <span class="dim">(${rest} ${inBoth(WORDS.cut)})</span></p>`;
}

type Claim = NonNullable<CaseRecord['shown']>['claims'][number];

function claim({ text: words, verdict, score, reasons }: Claim, scoresAre: SuiteRecord['scoresAre']): string {
  const isGood = verdict === 'supported' || verdict === 'not-checked';
  // Beside "contradicted" a bare number reads as how sure that is.
  const meant = inBoth(scoresAre === 'chances' ? WORDS.chance : WORDS.promised);
  const sure = score === undefined ? '' : ` <span class="dim">${meant} ${score.toFixed(2)}</span>`;
  const why =
    reasons.length === 0 ? '' : `<ul>${reasons.map((reason) => `<li class="dim">${inBoth(reasonWords(reason))}</li>`).join('')}</ul>`;
  return `<p class="text"><span class="outcome ${isGood ? 'good' : 'bad'}">${inBoth(outcomeWords(verdict))}${sure}</span>${htmlText(words)}</p>${why}`;
}
