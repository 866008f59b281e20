import { useWords } from '../languages/words.ts';
import { IssuerLink } from './issuer-link.tsx';
import { KeyForm } from './key-form.tsx';
import { PasswordForm } from './password-form.tsx';
import type { Entry, PageSession } from './use-session.ts';

interface SignInPageProps {
  readonly entry: Extract<Entry, { kind: 'closed' }>;
  readonly session: PageSession;
}

/** Asks who is there, in the ways that the service knows people by. */
export function SignInPage({ entry: { ways, isKeyRefused }, session: { enter, opened } }: SignInPageProps) {
  const words = useWords();
  const hasPasswords = ways.includes('password');
  const isForPeople = hasPasswords || ways.includes('issuer');
  const key = <KeyForm enter={enter} isRefused={isKeyRefused} />;
  return (
    <main id="content" tabIndex={-1} class="sign-in">
      <h1>{words(isForPeople ? 'signIn.heading' : 'key.heading')}</h1>
      <p>{words(isForPeople ? 'signIn.why' : 'key.why')}</p>
      {ways.includes('issuer') ? <IssuerLink /> : undefined}
      {hasPasswords ? <PasswordForm opened={opened} /> : undefined}
      {isForPeople ? (
        <details class="other-way" open={isKeyRefused}>
          <summary>{words('signIn.byKey')}</summary>
          <p class="aside">{words('key.why')}</p>
          {key}
        </details>
      ) : (
        key
      )}
    </main>
  );
}
