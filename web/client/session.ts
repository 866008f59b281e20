import type { Session } from '../contract.ts';
import { keepCsrfToken } from './csrf-token.ts';
import { keepKey, keptKey } from './kept-key.ts';
import { postJson } from './post-json.ts';
import { sendRequest } from './send-request.ts';

/** Who this page asks as. @throws RequestFailure. */
export async function loadSession(signal?: AbortSignal): Promise<Session> {
  return kept((await (await sendRequest('/v1/session', signal === undefined ? {} : { signal })).json()) as Session);
}

/** Signs a person in by name and password; a key of this tab is dropped, since it would count instead. @throws RequestFailure. */
export async function signIn(name: string, password: string): Promise<Session> {
  keepKey('');
  return kept(await postJson<Session>('/v1/session', { name, password }));
}

/** @throws RequestFailure, but not where the session has ended already. */
export async function signOut(): Promise<void> {
  if (keptKey() === undefined) await sendRequest('/v1/session', { method: 'DELETE' });
  keepKey('');
}

function kept(session: Session): Session {
  keepCsrfToken(session.csrfToken);
  return session;
}
