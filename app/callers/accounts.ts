import { type AccountId, type Caller, FaultlineError, type Role } from '../../kernel/index.ts';
import type { Account } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { accountActor } from './account-actor.ts';
import { givenLabels } from './given-labels.ts';
import { hashPassword } from './password.ts';
import { readCallerName } from './read-caller-name.ts';

export interface AccountRequest {
  /** Up to 64 letters, digits, blanks and `. _ : @ -`; no other account ever bears it. */
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
  /** `SALT_BYTES` random bytes. */
  readonly salt: Uint8Array;
}

/** @throws FaultlineError `invalid-request`, `forbidden`, `conflict` when the name is or was given. */
export async function createAccount({ ledger }: Application, caller: Caller, request: AccountRequest): Promise<Account> {
  const name = readCallerName('An account', request.name);
  const labels = givenLabels(caller, request.labels);
  const passwordHash = await hashPassword(request.password, { name, salt: request.salt });
  return ledger.accounts.create(caller, { name, passwordHash, role: request.role, labels });
}

/** All that were ever made, by name. */
export function listAccounts({ ledger }: Application, { tenant }: Caller): Promise<readonly Account[]> {
  return ledger.accounts.list(tenant);
}

/**
 * Sets another password, which ends all sessions of the account; a service that runs refuses them within seconds.
 * @throws FaultlineError `invalid-request`, `not-found`, `forbidden` for an account that reads more than this caller.
 */
export async function setPassword(
  application: Application,
  caller: Caller,
  { id, password, salt }: { readonly id: AccountId; readonly password: string; readonly salt: Uint8Array },
): Promise<Account> {
  const { name } = await mayChange(application, caller, id);
  return application.ledger.accounts.setPassword(caller, id, await hashPassword(password, { name, salt }));
}

/** @throws FaultlineError `not-found`, `forbidden` for labels that this caller does not hold, `conflict` for the caller's own account. */
export async function setRights(
  application: Application,
  caller: Caller,
  { id, role, labels }: { readonly id: AccountId; readonly role: Role; readonly labels: Caller['labels'] },
): Promise<Account> {
  refuseOwn(caller, await mayChange(application, caller, id));
  return application.ledger.accounts.setRights(caller, id, { role, labels: givenLabels(caller, labels) });
}

/** @throws FaultlineError `not-found`, `conflict` for the caller's own account. */
export async function removeAccount(application: Application, caller: Caller, id: AccountId): Promise<Account> {
  refuseOwn(caller, await found(application, caller, id));
  return application.ledger.accounts.remove(caller, id);
}

async function found({ ledger }: Application, { tenant }: Caller, id: AccountId): Promise<Account> {
  const account = (await ledger.accounts.list(tenant)).find((listed) => listed.id === id);
  if (account !== undefined) return account;
  throw new FaultlineError('not-found', 'There is no such account; `faultline accounts list` names them.');
}

/** Who could set the password of somebody who reads more would read that much. */
async function mayChange(application: Application, caller: Caller, id: AccountId): Promise<Account> {
  const account = await found(application, caller, id);
  givenLabels(caller, account.labels);
  return account;
}

/** An admin who takes the own rights away has nobody to take that back. */
function refuseOwn({ actor }: Caller, { name }: Account): void {
  if (actor === accountActor(name)) throw new FaultlineError('conflict', 'That is your own account: have another admin do it.');
}
