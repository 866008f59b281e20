import type { Account, ApiKey, AuditPage, CreatedApiKey, Doctor, JobList } from '../contract.ts';
import { postJson } from './post-json.ts';
import { sendRequest } from './send-request.ts';

/** Rights as they are given: labels held, or `all`. */
export interface GivenRights {
  readonly role: Account['role'];
  readonly labels: Account['labels'];
}

async function load<Out>(path: string, signal: AbortSignal): Promise<Out> {
  return (await (await sendRequest(path, { signal })).json()) as Out;
}

async function put(path: string, body: unknown): Promise<void> {
  await sendRequest(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

const pathOf = (list: 'accounts' | 'keys' | 'jobs', id: string) => `/v1/${list}/${encodeURIComponent(id)}`;

/** All that were ever made, by name. @throws RequestFailure. */
export async function allAccounts(signal: AbortSignal): Promise<readonly Account[]> {
  return (await load<{ readonly accounts: readonly Account[] }>('/v1/accounts', signal)).accounts;
}

/** @throws RequestFailure. */
export async function addAccount(account: GivenRights & { readonly name: string; readonly password: string }): Promise<void> {
  await postJson('/v1/accounts', account);
}

/** @throws RequestFailure. */
export const setPassword = (id: string, password: string) => put(`${pathOf('accounts', id)}/password`, { password });

/** @throws RequestFailure. */
export const setRights = (id: string, rights: GivenRights) => put(`${pathOf('accounts', id)}/rights`, rights);

/** @throws RequestFailure. */
export async function removeAccount(id: string): Promise<void> {
  await sendRequest(pathOf('accounts', id), { method: 'DELETE' });
}

/** All that were ever made, by name. @throws RequestFailure. */
export async function allKeys(signal: AbortSignal): Promise<readonly ApiKey[]> {
  return (await load<{ readonly keys: readonly ApiKey[] }>('/v1/keys', signal)).keys;
}

/** @param key `days` is null for a key that counts until it is revoked. @throws RequestFailure. */
export const addKey = (key: GivenRights & { readonly name: string; readonly days: number | null }) =>
  postJson<CreatedApiKey>('/v1/keys', key);

/** @throws RequestFailure. */
export async function revokeKey(id: string): Promise<void> {
  await sendRequest(pathOf('keys', id), { method: 'DELETE' });
}

/** Newest first. @throws RequestFailure. */
export const latestJobs = (signal: AbortSignal) => load<JobList>('/v1/jobs?limit=100', signal);

/** @throws RequestFailure. */
export async function steerJob(id: string, to: 'cancel' | 'retry'): Promise<void> {
  await sendRequest(`${pathOf('jobs', id)}/${to}`, { method: 'POST' });
}

/** @throws RequestFailure. */
export const examineStores = (signal: AbortSignal) => load<Doctor>('/v1/doctor', signal);

/** A page of the audit trail, newest first. @param filter names and values of the query, those that are empty left out. @throws RequestFailure. */
export function auditPage(filter: Readonly<Record<string, string>>, signal: AbortSignal): Promise<AuditPage> {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  return load<AuditPage>(`/v1/audit?${query}`, signal);
}
