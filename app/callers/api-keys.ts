import { type ApiKeyId, type Caller, FaultlineError, type Role } from '../../kernel/index.ts';
import type { ApiKey } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { hashApiKey, KEY_BYTES, writeApiKey } from './api-key-text.ts';
import { givenLabels } from './given-labels.ts';
import { readCallerName } from './read-caller-name.ts';

const DAY_MILLISECONDS = 86_400_000;

export interface ApiKeyRequest {
  /** Up to 64 letters, digits, blanks and `. _ : @ -`; no other key ever bears it. */
  readonly name: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
  /** From 1; absent: until it is revoked. */
  readonly days?: number;
}

/** `secret` is shown to whoever asked for the key and is kept nowhere. */
export interface CreatedApiKey {
  readonly key: ApiKey;
  readonly secret: string;
}

/**
 * Makes a key of 32 random bytes; nobody gives more than this caller may do and read.
 * @throws FaultlineError `invalid-request`, `forbidden`, `conflict` when the name is or was given.
 */
export async function createApiKey(
  { clock, ledger }: Application,
  caller: Caller,
  { name, role, labels, days, random }: ApiKeyRequest & { readonly random: Uint8Array },
): Promise<CreatedApiKey> {
  const called = readCallerName('A key', name);
  if (random.byteLength !== KEY_BYTES) throw new FaultlineError('internal', `A key is made of ${KEY_BYTES} random bytes.`);
  if (days !== undefined && (!Number.isInteger(days) || days < 1))
    throw new FaultlineError('invalid-request', 'A key lasts a whole number of days, at least one.');
  const held = givenLabels(caller, labels);
  const secret = writeApiKey(random);
  const expiry = days === undefined ? {} : { expiresAt: clock.now() + days * DAY_MILLISECONDS };
  return { secret, key: await ledger.apiKeys.create(caller, { name: called, hash: hashApiKey(secret), role, labels: held, ...expiry }) };
}

/** All that were ever made, by name. */
export function listApiKeys({ ledger }: Application, { tenant }: Caller): Promise<readonly ApiKey[]> {
  return ledger.apiKeys.list(tenant);
}

/** A service that runs refuses it some seconds later at most. @throws FaultlineError `not-found`. */
export function revokeApiKey({ ledger }: Application, caller: Caller, id: ApiKeyId): Promise<ApiKey> {
  return ledger.apiKeys.revoke(caller, id);
}

/** What the service asks before it lets somebody in: whose key this is, and whether anybody can make themselves known now. */
export interface KeyState {
  readonly key?: ApiKey;
  /** A key counts, or somebody can sign in. */
  readonly hasLive: boolean;
  /** Somebody can sign in. */
  readonly hasAccounts: boolean;
}

/** `hash` is that of the key which a request shows, absent where it shows none. */
export async function findApiKey({ ledger }: Application, _: Caller, hash: string | undefined): Promise<KeyState> {
  const key = hash === undefined ? undefined : await ledger.apiKeys.find(hash);
  const hasAccounts = await ledger.accounts.hasLive();
  return { hasLive: hasAccounts || (await ledger.apiKeys.hasLive()), hasAccounts, ...(key === undefined ? {} : { key }) };
}

/** Times in milliseconds, UTC. */
export async function noteKeyUse(
  { ledger }: Application,
  _: Caller,
  uses: readonly { readonly id: ApiKeyId; readonly at: number }[],
): Promise<void> {
  await ledger.apiKeys.noteUse(uses);
}
