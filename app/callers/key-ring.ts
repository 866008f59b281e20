import { type ApiKeyId, type Caller, type Clock, FaultlineError, RecentMap } from '../../kernel/index.ts';
import type { ApiKey } from '../../ledger/index.ts';
import type { Config } from '../config.ts';
import { admitsAnyone } from './admits-anyone.ts';
import { hashApiKey, isApiKey } from './api-key-text.ts';
import type { KeyState } from './api-keys.ts';
import type { Identity } from './identity.ts';

/** What was found out is asked for again beside the requests after the first time, and not relied on after the second. */
const FRESH_MILLISECONDS = 1_000;
const KEPT_MILLISECONDS = 5_000;
/** Of keys that were shown, right or wrong. */
const MOST_KEPT = 1_000;
/** How exactly it is told when a key was used last. */
const NOTE_MILLISECONDS = 60_000;

export interface KeyRingOptions {
  readonly config: Pick<Config, 'allowAnyone' | 'host'>;
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
}

interface Found {
  readonly state: Promise<KeyState>;
  readonly at: number;
}

export function openKeyRing({ config, clock, anyone, find, noteUse, onFault }: KeyRingOptions): KeyRing {
  const found = new RecentMap<string, Found>(MOST_KEPT);
  const noted = new RecentMap<ApiKeyId, number>(MOST_KEPT);
  const asking = new Set<string>();

  function ask(hash: string | undefined): Promise<KeyState> {
    const name = hash ?? '';
    const at = clock.now();
    asking.add(name);
    const state = find(hash);
    state
      .then(
        () => void found.set(name, { state, at }),
        () => undefined,
      )
      .finally(() => asking.delete(name));
    return state;
  }

  function stateOf(hash: string | undefined): Promise<KeyState> {
    const name = hash ?? '';
    const kept = found.get(name);
    const age = kept === undefined ? Number.POSITIVE_INFINITY : clock.now() - kept.at;
    if (kept === undefined || age < 0 || age >= KEPT_MILLISECONDS) return ask(hash);
    if (age >= FRESH_MILLISECONDS && !asking.has(name)) ask(hash).catch(onFault);
    return kept.state;
  }

  function note(id: ApiKeyId): void {
    const at = clock.now();
    if (at - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < NOTE_MILLISECONDS) return;
    noted.set(id, at);
    noteUse([{ id, at }]).catch(onFault);
  }

  return {
    async identify(shown) {
      if (shown === undefined || !isApiKey(shown)) {
        if (config.allowAnyone === true) return { kind: 'anyone', caller: anyone };
        return admitsAnyone(config, (await stateOf(undefined)).hasLive) ? { kind: 'anyone', caller: anyone } : { kind: 'nobody' };
      }
      const { key } = await stateOf(hashApiKey(shown));
      if (key === undefined || !isLive(key, clock.now()))
        throw new FaultlineError(
          'unauthenticated',
          'The key is unknown, was revoked or has expired; ask who runs the service for another.',
        );
      note(key.id);
      const { tenant, labels, role, name, expiresAt } = key;
      return { kind: 'key', caller: { tenant, labels, role, actor: `key:${name}` }, ...(expiresAt === undefined ? {} : { expiresAt }) };
    },
  };
}

function isLive({ revokedAt, expiresAt }: ApiKey, now: number): boolean {
  return revokedAt === undefined && (expiresAt === undefined || expiresAt > now);
}
