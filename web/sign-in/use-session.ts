import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { keptKey } from '../client/kept-key.ts';
import { pictures } from '../client/pictures.ts';
import { RequestFailure } from '../client/request-failure.ts';
import { loadSession } from '../client/session.ts';
import { UNKNOWN_CALLER } from '../client/who-asks.ts';
import type { Session } from '../contract.ts';
import { keepForPerson } from '../kept/forget-person.ts';
import { returnToPlace } from './kept-place.ts';

/** Whether whoever uses this page is let in. */
export type Entry =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed'; readonly ways: NonNullable<Session['ways']>; readonly isKeyRefused: boolean }
  /** `session` is absent where the service did not say, since it is away. */
  | { readonly kind: 'open'; readonly session?: Session };

export interface PageSession {
  readonly entry: Entry;
  /** Asks the service anew who uses this page. */
  readonly enter: () => void;
  /** Somebody signed in. */
  readonly opened: (session: Session) => void;
}

/** Who uses this page, asked when it opens, when somebody comes back to it, and when the service no longer knows who asks. */
export function useSession(): PageSession {
  const [entry, setEntry] = useState<Entry>({ kind: 'unknown' });
  const asked = useRef(0);
  const opened = useCallback((session: Session) => {
    asked.current += 1;
    if (session.actor !== undefined && session.kind !== 'anyone' && keepForPerson(localStorage, session.actor)) pictures.forget();
    returnToPlace();
    setEntry((before) => (isSame(before, session) ? before : { kind: 'open', session }));
  }, []);
  const enter = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    void findEntry().then((found) => {
      // Somebody who signed in meanwhile is not sent away by an answer from before.
      if (mine !== asked.current) return;
      if (found.kind === 'open' && found.session !== undefined) opened(found.session);
      else {
        if (found.kind === 'closed') pictures.forget();
        // A service that is away takes nothing off the page.
        setEntry((before) => (found.kind === 'open' && before.kind === 'open' ? before : found));
      }
    });
  }, [opened]);
  useEffect(() => {
    enter();
    addEventListener(UNKNOWN_CALLER, enter);
    addEventListener('focus', enter);
    return () => {
      removeEventListener(UNKNOWN_CALLER, enter);
      removeEventListener('focus', enter);
    };
  }, [enter]);
  return { entry, enter, opened };
}

function isSame(entry: Entry, session: Session): boolean {
  return entry.kind === 'open' && JSON.stringify(entry.session) === JSON.stringify(session);
}

/** A service that is away lets in too: what stands on the page is shown, and asking tells that the connection is lost. */
async function findEntry(): Promise<Entry> {
  try {
    const session = await loadSession();
    if (session.kind !== 'nobody') return { kind: 'open', session };
    // What has not even the form of a key is passed over by the service.
    return { kind: 'closed', ways: session.ways ?? ['key'], isKeyRefused: keptKey() !== undefined };
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.code !== 'unauthenticated' || keptKey() === undefined) return { kind: 'open' };
    return { kind: 'closed', ways: ['key', 'password'], isKeyRefused: true };
  }
}
