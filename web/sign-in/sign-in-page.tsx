import { useWords } from '../languages/words.ts';
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
  const key = <KeyForm enter={enter} isRefused={isKeyRefused} />;
  return (
    <main id="content" tabIndex={-1} class="sign-in">
      <h1>{words(hasPasswords ? 'signIn.heading' : 'key.heading')}</h1>
      <p>{words(hasPasswords ? 'signIn.why' : 'key.why')}</p>
      {hasPasswords ? <PasswordForm opened={opened} /> : undefined}
      {hasPasswords ? (
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
