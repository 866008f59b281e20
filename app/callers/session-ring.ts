import type { Clock } from '../../kernel/index.ts';
import type { Session } from '../../ledger/index.ts';
import type { Config } from '../config.ts';
import type { Identity } from './identity.ts';
import { noteOnceAMinute } from './note-once-a-minute.ts';
import { remember } from './remember.ts';
import { csrfTokenOf, hashSessionSecret, isSessionSecret } from './session-text.ts';

const MINUTE_MILLISECONDS = 60_000;

export interface SessionRingOptions {
  readonly config: Pick<Config, 'sessionIdleMinutes'>;
  readonly clock: Clock;
  readonly find: (hash: string) => Promise<Session | undefined>;
  readonly noteUse: (uses: readonly { readonly hash: string; readonly at: number }[]) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Tells who is signed in, mostly from memory. */
export interface SessionRing {
  /** Undefined for what is no session, and for one that was ended, has expired or was not used for too long. */
  identify(secret: string): Promise<Extract<Identity, { kind: 'person' }> | undefined>;
  /** Sessions or accounts were changed here: the next request sees it; other processes see it some seconds later at most. */
  forget(): void;
}

export function openSessionRing({ config, clock, find, noteUse, onFault }: SessionRingOptions): SessionRing {
  const sessions = remember({ clock, find, onFault });
  const note = noteOnceAMinute<string>(clock, (hash, at) => noteUse([{ hash, at }]), onFault);

  return {
    async identify(secret) {
      if (!isSessionSecret(secret)) return undefined;
      const hash = hashSessionSecret(secret);
      const session = await sessions.of(hash);
      const now = clock.now();
      if (session === undefined || session.expiresAt <= now) return undefined;
      if (now - session.usedAt >= config.sessionIdleMinutes * MINUTE_MILLISECONDS) return undefined;
      note(hash);
      const { tenant, labels, role, actor, expiresAt } = session;
      return { kind: 'person', caller: { tenant, labels, role, actor }, expiresAt, session: { hash, csrfToken: csrfTokenOf(secret) } };
    },
    forget: () => sessions.forget(),
  };
}
