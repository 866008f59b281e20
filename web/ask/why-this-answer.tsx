import { useContext } from 'preact/hooks';
import type { Answer, Citation } from '../contract.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { checkDetail } from './check-detail.ts';
import { plainLine } from './plain-line.ts';

/** How an answer came about: how the question was read, the steps with their times, what was checked of each sentence. */
export function WhyThisAnswer({ answer }: { readonly answer: Answer }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const { content, envelope, digest } = answer;
  const { found = [] } = envelope;
  const said = [...content.safety, ...content.claims];
  return (
    <details class="why">
      <summary>{words('answer.why')}</summary>
      <dl>
        {content.resolution === undefined ? undefined : (
          <>
            <dt>{words('why.understood')}</dt>
            <dd>{content.resolution.question}</dd>
          </>
        )}
        <dt>{words('why.intent')}</dt>
        <dd>{wordsFor(words, 'intent', content.intent)}</dd>
        <dt>{words('why.plan')}</dt>
        <dd>
          <ol class="steps">
            {Object.entries(envelope.timings).map(([step, milliseconds]) => (
              <li key={step}>
                {wordsFor(words, 'step', step)} <span class="figure">{words('why.milliseconds', { count: Math.round(milliseconds) })}</span>
              </li>
            ))}
          </ol>
        </dd>
        {found.length === 0 ? undefined : (
          <>
            <dt>{words('why.found')}</dt>
            <dd>
              <ul class="found">
                {found.map(({ passageId, legs }) => (
                  <li key={passageId}>
                    {placesOf(content.citations, passageId)
                      .map((place) => `[${place + 1}]`)
                      .join(' ')}{' '}
                    {legs.length === 0
                      ? words('why.noLeg')
                      : legs.map(({ leg, rank }) => (
                          <span key={leg} class="leg">
                            {words('why.leg', { leg: wordsFor(words, 'foundBy', leg), rank })}
                          </span>
                        ))}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {said.length === 0 ? undefined : (
          <>
            <dt>{words('why.checks')}</dt>
            <dd>
              <ul class="checks">
                {said.map(({ text, verdict, checks }, index) => (
                  <li key={`${index} ${text}`}>
                    <span class="checked">{plainLine(text)}</span>
                    <span class={`badge ${verdict}`}>{words(`verdict.${verdict}`)}</span>
                    <ul>
                      {checks.map(({ name, outcome, detail }) => (
                        <li key={name}>
                          {wordsFor(words, 'check', name)}: {words(`outcome.${outcome}`)} – {checkDetail(language, detail)}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{words('why.digest')}</dt>
        <dd class="digest">{digest}</dd>
      </dl>
    </details>
  );
}

function placesOf(citations: readonly Citation[], passage: string): readonly number[] {
  return citations.flatMap(({ passageId }, place) => (passageId === passage ? [place] : []));
}
