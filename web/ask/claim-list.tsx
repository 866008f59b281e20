import type { Claim } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { plainLine } from './plain-line.ts';
import { saidText } from './said-text.ts';
import type { CitedLinks } from './source-links.ts';
import { SourceMarks } from './source-marks.tsx';
import { VerdictSign } from './verdict-sign.tsx';

interface ClaimListProps extends CitedLinks {
  readonly claims: readonly Claim[];
  /** What is quoted beside a refusal answers nothing: no verdict stands beside it. */
  readonly isSure: boolean;
}

/** So many numbers stand on one line with the verdict, even on a phone. */
const FEW = 4;

/** The sentences of an answer, each with its verdict and the numbers of its sources. */
export function ClaimList({ claims, isSure, ...links }: ClaimListProps) {
  const words = useWords();
  if (claims.length === 0) return null;
  return (
    <ul class={`claims${isSure ? '' : ' unsure'}`}>
      {claims.map((claim, index) => (
        <li key={`${index} ${claim.text}`} class={claim.kind}>
          <p>
            {plainLine(saidText(claim))}{' '}
            <span class={claim.citations.length <= FEW ? 'tail' : undefined}>
              <SourceMarks places={claim.citations} {...links} />
              {isSure ? <VerdictSign claim={claim} id={`verdict-${links.turn}-${index}`} /> : undefined}
            </span>
          </p>
          {claim.worded === true ? <p class="aside">{words('answer.generated')}</p> : undefined}
          {claim.kind === 'computed' ? <p class="aside">{words('answer.computed', { count: claim.computed.matched })}</p> : undefined}
        </li>
      ))}
    </ul>
  );
}
