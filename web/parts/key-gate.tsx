import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { keepKey, keptKey } from '../client/kept-key.ts';
import { RequestFailure } from '../client/request-failure.ts';
import { sendRequest } from '../client/send-request.ts';
import type { Session } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { AllowedContext } from './allowed.ts';

type Entry =
  | { readonly kind: 'unknown' | 'key-needed' | 'key-refused' }
  /** `may` is absent where the service did not say. */
  | { readonly kind: 'open'; readonly may?: Session['may'] };

/** Lets in whom the service knows: asks for a key where it wants one and this tab has none, or one that counts no more. */
export function KeyGate({ children }: { readonly children: ComponentChildren }) {
  const words = useWords();
  const [entry, setEntry] = useState<Entry>({ kind: 'unknown' });
  const [key, setKey] = useState('');
  const enter = (signal?: AbortSignal) => void findEntry(signal).then(setEntry);
  useEffect(() => {
    const abort = new AbortController();
    enter(abort.signal);
    return () => abort.abort();
  }, []);
  if (entry.kind === 'unknown') return null;
  if (entry.kind === 'open') return <AllowedContext.Provider value={entry.may}>{children}</AllowedContext.Provider>;
  return (
    <main id="content" tabIndex={-1} class="key-gate">
      <h1>{words('key.heading')}</h1>
      <p>{words('key.why')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keepKey(key.trim());
          enter();
        }}
      >
        <label for="key">{words('key.label')}</label>
        <input id="key" type="password" autocomplete="off" value={key} onInput={(event) => setKey(event.currentTarget.value)} />
        <button type="submit" class="main" disabled={key.trim() === ''}>
          {words('key.enter')}
        </button>
      </form>
      {entry.kind === 'key-refused' ? (
        <p class="notice warning" role="alert">
          {words('key.refused')}
        </p>
      ) : undefined}
    </main>
  );
}

/** A service that is away lets in too: what stands on the page is shown, and asking tells that the connection is lost. */
async function findEntry(signal: AbortSignal | undefined): Promise<Entry> {
  try {
    const session = (await (await sendRequest('/v1/session', signal === undefined ? {} : { signal })).json()) as Session;
    if (session.kind !== 'nobody') return { kind: 'open', may: session.may };
    // What has not even the form of a key is passed over by the service.
    return { kind: keptKey() === undefined ? 'key-needed' : 'key-refused' };
  } catch (error) {
    const isRefused = error instanceof RequestFailure && error.code === 'unauthenticated';
    return { kind: isRefused && keptKey() !== undefined ? 'key-refused' : 'open' };
  }
}
