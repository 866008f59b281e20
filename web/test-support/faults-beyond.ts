/** What a browser's console says of a request that got no answer or a bad one. */
const UNANSWERED =
  /^console: Failed to load resource: (?:net::ERR_(?:CONNECTION_\w+|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)|the server responded with a status of (\d+))/u;

/**
 * The faults of a page beyond those that belong to what is tried on it: requests while the service is away (`away`), or that it refuses
 * with one of these statuses. Scripts that fail, what the policy of the page forbids and requests to others stay.
 */
export function faultsBeyond(faults: readonly string[], ...told: readonly ('away' | number)[]): readonly string[] {
  return faults.filter((fault) => {
    const found = UNANSWERED.exec(fault);
    return found === null || !told.includes(found[1] === undefined ? 'away' : Number(found[1]));
  });
}
