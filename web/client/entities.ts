import type { Entity, Neighbourhood } from '../contract.ts';
import { sendRequest } from './send-request.ts';

const FOUND = 30;
/** Facts of one predicate and direction that are shown; the others are counted. */
const GROUP = 12;

/** Things whose tag, code or name holds a text. @throws RequestFailure. */
export async function findEntities(name: string, signal: AbortSignal): Promise<readonly Entity[]> {
  const query = new URLSearchParams({ name, limit: String(FOUND) });
  return (await get<{ readonly entities: readonly Entity[] }>(`/v1/entities?${query}`, signal)).entities;
}

/** What is known around a thing, so many facts away. @throws RequestFailure. */
export function getNeighbourhood(id: string, depth: number, signal: AbortSignal): Promise<Neighbourhood> {
  return get(`/v1/entities/${encodeURIComponent(id)}/neighbourhood?depth=${depth}&group=${GROUP}`, signal);
}

async function get<Out>(path: string, signal: AbortSignal): Promise<Out> {
  return (await (await sendRequest(path, { signal })).json()) as Out;
}
