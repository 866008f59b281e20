import type { SearchAnswer, SearchRequest } from '../contract.ts';
import { postJson } from './post-json.ts';

/** Passages that match best. @throws RequestFailure. */
export function searchPassages(request: SearchRequest, signal: AbortSignal): Promise<SearchAnswer> {
  return postJson('/v1/search', request, signal);
}
