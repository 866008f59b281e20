import type { Entity, Neighbourhood, Paths, Timeline } from '../contract.ts';
import { getJson } from './get-json.ts';

const FOUND = 30;
/** Facts of one predicate and direction that are shown; the others are counted. */
const GROUP = 12;
/** Steps of a path, and paths. */
export const LONGEST = 5;
const WAYS = 3;

/** Things whose tag, code or name holds a text. @throws RequestFailure. */
export async function findEntities(name: string, signal: AbortSignal): Promise<readonly Entity[]> {
  const query = new URLSearchParams({ name, limit: String(FOUND) });
  return (await getJson<{ readonly entities: readonly Entity[] }>(`/v1/entities?${query}`, signal)).entities;
}

/** What is known around a thing, so many facts away. @throws RequestFailure. */
export function getNeighbourhood(id: string, depth: number, signal: AbortSignal): Promise<Neighbourhood> {
  return getJson(`/v1/entities/${encodeURIComponent(id)}/neighbourhood?depth=${depth}&group=${GROUP}`, signal);
}

/** How two things are connected, shortest first. @throws RequestFailure. */
export function findPaths(from: string, to: string, signal: AbortSignal): Promise<Paths> {
  return getJson(`/v1/paths?${new URLSearchParams({ from, to, maxLength: String(LONGEST), limit: String(WAYS) })}`, signal);
}

/** What happened to a thing, newest first. @throws RequestFailure. */
export function getTimeline(id: string, limit: number, signal: AbortSignal): Promise<Timeline> {
  return getJson(`/v1/entities/${encodeURIComponent(id)}/timeline?limit=${limit}`, signal);
}
