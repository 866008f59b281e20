import type { WordKey } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';
import { keepPlace } from './kept-place.ts';

/** What the service says in the address when the issuer let nobody in. */
const REFUSALS: Readonly<Record<string, WordKey>> = { refused: 'signIn.issuerRefused', 'no-role': 'signIn.noRole' };

/** Leads to the issuer at which the people of the site sign in, and says why it came to nothing. */
export function IssuerLink() {
  const words = useWords();
  const refusal = REFUSALS[new URLSearchParams(location.search).get('sign-in') ?? ''];
  return (
    <p class="issuer">
      <a class="main" href="/v1/session/issuer" onClick={keepPlace}>
        {words('signIn.byIssuer')}
      </a>
      {refusal === undefined ? undefined : (
        <span class="notice warning" role="alert">
          {words(refusal)}
        </span>
      )}
    </p>
  );
}
