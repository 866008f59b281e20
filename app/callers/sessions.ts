import type { Caller } from '../../kernel/index.ts';
import type { Account, NewSession, Session } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { isPassword } from './password.ts';

const HOUR_MILLISECONDS = 3_600_000;

/**
 * The account of that name and password, none where either is wrong; that takes as long whether there is such an account or not.
 * A wrong password of an account stands in the audit trail.
 */
export async function checkPassword(
  { audit, ledger }: Application,
  { tenant }: Caller,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Account | undefined> {
  const found = await ledger.accounts.find(tenant, name.normalize('NFC').trim());
  if (await isPassword(password, found?.passwordHash)) return found?.account;
  if (found !== undefined) audit.note({ tenant, actor: 'nobody', action: 'sign-in-refused', subject: found.account.id, detail: {} });
  return undefined;
}

/** Opens a session for as long as the configuration says. @throws FaultlineError `unauthenticated` when the account changed meanwhile. */
export async function openSession(
  { clock, config, ledger }: Application,
  { tenant }: Caller,
  session: Pick<NewSession, 'actor' | 'hash' | 'of'>,
): Promise<{ readonly expiresAt: number }> {
  const expiresAt = clock.now() + config.sessionHours * HOUR_MILLISECONDS;
  await ledger.sessions.open({ ...session, tenant, expiresAt });
  return { expiresAt };
}

/** Also one that has expired. */
export function findSession({ ledger }: Application, _: Caller, hash: string): Promise<Session | undefined> {
  return ledger.sessions.find(hash);
}

/** Does nothing where there is none. */
export function endSession({ ledger }: Application, _: Caller, hash: string): Promise<void> {
  return ledger.sessions.end(hash);
}

/** Times in milliseconds, UTC. */
export async function noteSessionUse(
  { ledger }: Application,
  _: Caller,
  uses: readonly { readonly hash: string; readonly at: number }[],
): Promise<void> {
  await ledger.sessions.noteUse(uses);
}
