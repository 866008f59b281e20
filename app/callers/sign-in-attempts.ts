import { isIPv6 } from 'node:net';
import { type Clock, FaultlineError, RecentMap } from '../../kernel/index.ts';

/** A person mistypes now and then; whoever guesses is soon kept to some tries an hour. */
const FREE_OF_ACCOUNT = 5;
const LONGEST_OF_ACCOUNT = 300_000;
/** Several people share an address, so it may fail more often and is kept waiting for less. */
const FREE_OF_ADDRESS = 20;
const LONGEST_OF_ADDRESS = 60_000;
/** A name or address that failed last so long ago starts anew. */
const FORGOTTEN_MILLISECONDS = 3_600_000;
const MOST_KEPT = 10_000;

interface Failures {
  count: number;
  at: number;
}

/** One try, which counts as failed until it is said to be otherwise, so that tries at the same time count too. */
export interface SignInAttempt {
  /** The name starts anew; the address gets this try back. */
  succeeded(): void;
  /** It came to nothing for another reason than the password. */
  withdrawn(): void;
}

/** Slows down whoever tries passwords, by the name that they try and by the address they come from. */
export interface SignInAttempts {
  /**
   * `address` is absent for this machine, where a proxy may stand for everybody.
   * @throws FaultlineError `too-many-requests`, whether there is such an account or not.
   */
  begin(name: string, address: string | undefined): SignInAttempt;
}

export function openSignInAttempts(clock: Clock): SignInAttempts {
  const byName = new RecentMap<string, Failures>(MOST_KEPT);
  const byAddress = new RecentMap<string, Failures>(MOST_KEPT);

  function failuresOf(kept: RecentMap<string, Failures>, key: string): Failures {
    const now = clock.now();
    const known = kept.get(key);
    const failures = known === undefined || now - known.at >= FORGOTTEN_MILLISECONDS ? { count: 0, at: now } : known;
    kept.set(key, failures);
    return failures;
  }

  return {
    begin(name, address) {
      const ofName = failuresOf(byName, name.normalize('NFC').trim());
      const ofAddress = address === undefined ? undefined : failuresOf(byAddress, networkOf(address));
      const now = clock.now();
      refuseEarly(ofName, now, FREE_OF_ACCOUNT, LONGEST_OF_ACCOUNT);
      if (ofAddress !== undefined) refuseEarly(ofAddress, now, FREE_OF_ADDRESS, LONGEST_OF_ADDRESS);
      const counted = [ofName, ...(ofAddress === undefined ? [] : [ofAddress])];
      for (const failures of counted) {
        failures.count += 1;
        failures.at = now;
      }
      const takeBack = (failures: Failures) => {
        failures.count = Math.max(0, failures.count - 1);
      };
      return {
        succeeded() {
          ofName.count = 0;
          if (ofAddress !== undefined) takeBack(ofAddress);
        },
        withdrawn: () => counted.forEach(takeBack),
      };
    },
  };
}

/** After so many failures each further one doubles the wait for the next try, up to the longest. */
function refuseEarly({ count, at }: Failures, now: number, free: number, longest: number): void {
  if (count < free) return;
  const wait = Math.min(longest, 1_000 * 2 ** Math.min(count - free, 20));
  const left = at + wait - now;
  if (left <= 0) return;
  throw new FaultlineError('too-many-requests', `Signing in failed too often: try again in ${Math.ceil(left / 1000)} seconds.`, {
    retryAfterMilliseconds: left,
  });
}

/** Whoever has an address of IPv6 has a whole network of them (64 bits). */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::') ? [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after] : before;
  return groups.slice(0, 4).join(':');
}
