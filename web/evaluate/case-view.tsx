import type { ComponentChildren } from 'preact';
import type { EvaluatedCaseList } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { outcomeText } from './outcome-text.ts';

type Evaluated = EvaluatedCaseList['cases'][number];

/** One case: what was asked, what was answered with its verdicts, and what should have been. */
export function CaseView({ evaluated }: { readonly evaluated: Evaluated }) {
  const words = useWords();
  const { id, form, language, outcome, isGood, shown } = evaluated;
  return (
    <details class={`case${isGood ? '' : ' bad'}`}>
      <summary>
        <span class="case-outcome">{words(isGood ? 'evaluate.well' : 'evaluate.badly', { outcome: outcomeText(words, outcome) })}</span>{' '}
        {shown?.question ?? id}
      </summary>
      <dl>
        <Row name={words('evaluate.case')}>
          {id} · {form} · {wordsFor(words, 'passageLanguage', language)}
        </Row>
        {shown === undefined ? undefined : (
          <>
            <Row name={words('evaluate.answer')}>{shown.answer}</Row>
            {shown.expected === undefined ? undefined : <Row name={words('evaluate.expected')}>{shown.expected}</Row>}
            {shown.claims.length === 0 ? undefined : (
              <Row name={words('evaluate.claims')}>
                <ul>
                  {shown.claims.map((claim, index) => (
                    <li key={index}>
                      <strong>{wordsFor(words, 'verdict', claim.verdict)}</strong>: {claim.text}
                      {claim.reasons.length === 0 ? undefined : <span class="aside"> ({claim.reasons.join('; ')})</span>}
                    </li>
                  ))}
                </ul>
              </Row>
            )}
            {shown.evidence.length === 0 ? undefined : (
              <Row name={words('evaluate.evidence')}>
                <ul>
                  {shown.evidence.map(({ source, text }, index) => (
                    <li key={index}>
                      <cite>{source}</cite>: {text}
                    </li>
                  ))}
                </ul>
              </Row>
            )}
            {shown.notes.length === 0 ? undefined : <Row name={words('evaluate.notes')}>{shown.notes.join('; ')}</Row>}
          </>
        )}
      </dl>
    </details>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
