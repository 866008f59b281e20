import { useState } from 'preact/hooks';
import { signOut } from '../client/session.ts';
import type { Session } from '../contract.ts';
import { forgetPerson } from '../kept/forget-person.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';

/** Who uses the page, with what role, and the way out. */
export function WhoMenu({ session }: { readonly session: Session }) {
  const words = useWords();
  const [problem, setProblem] = useState<string>();
  const name = session.actor?.replace(/^\w+:/, '') ?? '';
  const leave = () => {
    signOut().then(
      () => {
        forgetPerson(localStorage);
        location.reload();
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <button type="button" class="quiet who" popovertarget="who" aria-label={words('who.signedIn', { name })} title={name}>
        <Icon name="person" />
        <span class="who-name">{name}</span>
      </button>
      <div id="who" popover="auto" class="who-menu">
        <p>
          <strong>{name}</strong>
        </p>
        <p class="aside">{wordsFor(words, 'callerRole', session.role ?? '')}</p>
        <button type="button" onClick={leave}>
          {words('who.signOut')}
        </button>
        {problem === undefined ? undefined : (
          <p class="notice warning" role="alert">
            {problem}
          </p>
        )}
      </div>
    </>
  );
}
