import { type ApiKeyId, type Caller, type Clock, FaultlineError } from '../../kernel/index.ts';
import type { ApiKey } from '../../ledger/index.ts';
import type { Config } from '../config.ts';
import { admitsAnyone } from './admits-anyone.ts';
import { hashApiKey, isApiKey } from './api-key-text.ts';
import type { KeyState } from './api-keys.ts';
import type { Identity, SignInWay } from './identity.ts';
import { noteOnceAMinute } from './note-once-a-minute.ts';
import { remember } from './remember.ts';

export interface KeyRingOptions {
  readonly config: Pick<Config, 'allowAnyone' | 'host' | 'oidcIssuer'>;
  readonly clock: Clock;
  /** The caller that anyone is, where anyone is let in. */
  readonly anyone: Caller;
  readonly find: (hash: string | undefined) => Promise<KeyState>;
  readonly noteUse: (uses: readonly { readonly id: ApiKeyId; readonly at: number }[]) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Tells who asks, mostly from memory: a request that shows a key costs a hash and a look into a map. */
export interface KeyRing {
  /**
   * `shown` is what the request gives as its key. What is no key of this program says nothing, since programs that ask for one
   * send whatever they have.
   * @throws FaultlineError `unauthenticated` for a key that is unknown, revoked or has expired.
   */
  identify(shown: string | undefined): Promise<Identity>;
  /** Keys or accounts were changed here. */
  forget(): void;
}

export function openKeyRing({ config, clock, anyone, find, noteUse, onFault }: KeyRingOptions): KeyRing {
  // A key hashes to something, so nothing is no hash.
  const states = remember({ clock, find: (hash) => find(hash === '' ? undefined : hash), onFault });
  const note = noteOnceAMinute<ApiKeyId>(clock, (id, at) => noteUse([{ id, at }]), onFault);

  return {
    async identify(shown) {
      if (shown === undefined || !isApiKey(shown)) {
        if (config.allowAnyone === true) return { kind: 'anyone', caller: anyone };
        const { hasLive, hasAccounts } = await states.of('');
        if (admitsAnyone(config, hasLive)) return { kind: 'anyone', caller: anyone };
        const ways: readonly SignInWay[] = [
          'key',
          ...(hasAccounts ? (['password'] as const) : []),
          ...(config.oidcIssuer === undefined ? [] : (['issuer'] as const)),
        ];
        return { kind: 'nobody', ways };
      }
      const { key } = await states.of(hashApiKey(shown));
      if (key === undefined || !isLive(key, clock.now()))
        throw new FaultlineError(
          'unauthenticated',
          'The key is unknown, was revoked or has expired; ask who runs the service for another.',
        );
      note(key.id);
      const { tenant, labels, role, name, expiresAt } = key;
      return { kind: 'key', caller: { tenant, labels, role, actor: `key:${name}` }, ...(expiresAt === undefined ? {} : { expiresAt }) };
    },
    forget: () => states.forget(),
  };
}

function isLive({ revokedAt, expiresAt }: ApiKey, now: number): boolean {
  return revokedAt === undefined && (expiresAt === undefined || expiresAt > now);
}
