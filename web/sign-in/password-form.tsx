import { useState } from 'preact/hooks';
import { RequestFailure } from '../client/request-failure.ts';
import { signIn } from '../client/session.ts';
import type { Session } from '../contract.ts';
import type { WordKey } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';

/** Takes name and password of an account. */
export function PasswordForm({ opened }: { readonly opened: (session: Session) => void }) {
  const words = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<WordKey>();
  const submit = () => {
    setIsBusy(true);
    setRefusal(undefined);
    signIn(name.trim(), password)
      .then(opened, (error: unknown) => {
        setPassword('');
        setRefusal(refusalOf(error));
      })
      .finally(() => setIsBusy(false));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) submit();
      }}
    >
      <label for="name">{words('signIn.name')}</label>
      <input
        id="name"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for="password">{words('signIn.password')}</label>
      <input
        id="password"
        type="password"
        autocomplete="current-password"
        value={password}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      {/* A browser keeps the session over TLS alone, and on this machine. */}
      {window.isSecureContext ? undefined : <p class="notice warning">{words('signIn.needsTls')}</p>}
      <button type="submit" class="main" disabled={isBusy || name.trim() === '' || password === ''}>
        {words('signIn.enter')}
      </button>
      {refusal === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {words(refusal)}
        </p>
      )}
    </form>
  );
}

function refusalOf(error: unknown): WordKey {
  if (!(error instanceof RequestFailure)) throw error;
  if (error.code === 'unauthenticated') return 'signIn.wrong';
  return error.code === 'too-many-requests' ? 'signIn.tooOften' : 'signIn.failed';
}
