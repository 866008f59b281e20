import type { Claim } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { plainLine } from './plain-line.ts';
import type { CitedLinks } from './source-links.ts';
import { SourceMarks } from './source-marks.tsx';

/** Warnings that go with an answer: above its sentences, and in view as long as any of them is. */
export function SafetyNotices({ claims, ...links }: CitedLinks & { readonly claims: readonly Claim[] }) {
  const words = useWords();
  if (claims.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where many warnings scroll, a keyboard has to be able to scroll them
    <section class="safety" aria-label={words('answer.safety')} tabIndex={0}>
      <h3>
        <Icon name="warning" />
        {words('answer.safety')}
        {claims.length > 1 ? <span class="count">{words('answer.safety.count', { count: claims.length })}</span> : undefined}
      </h3>
      <ul>
        {claims.map((claim, index) => (
          <li key={`${index} ${claim.text}`}>
            {plainLine(claim.text)} <SourceMarks places={claim.citations} {...links} />
          </li>
        ))}
      </ul>
    </section>
  );
}
