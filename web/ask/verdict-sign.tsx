import { useContext } from 'preact/hooks';
import type { Claim } from '../contract.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { checkDetail } from './check-detail.ts';

interface VerdictSignProps {
  readonly claim: Claim;
  /** Names the sign on the page. */
  readonly id: string;
}

/** The verdict of a sentence; what was checked shows when it is pointed at, tapped or reached by keyboard. */
export function VerdictSign({ claim, id }: VerdictSignProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const { verdict, checks } = claim;
  return (
    <span class={`verdict ${verdict}`}>
      <button type="button" class="verdict-sign" aria-label={words(`verdict.${verdict}`)} aria-describedby={id}>
        <Icon name={verdict === 'supported' ? 'check' : verdict === 'not-checked' ? 'dot' : 'cross'} />
      </button>
      <span class="tip" role="tooltip" id={id}>
        <strong>{words(`verdict.${verdict}`)}</strong>
        {checks.map(({ name, outcome, detail }) => (
          <span key={name} class="tip-line">
            {wordsFor(words, 'check', name)}: {wordsFor(words, 'outcome', outcome)} – {checkDetail(language, detail)}
          </span>
        ))}
      </span>
    </span>
  );
}
