/** Where a token is held, by ascending place, and how often there. */
export interface Postings {
  readonly places: Uint32Array;
  readonly counts: Uint16Array;
}

const MOST_COUNTED = 0xffff;
/** What a token takes beside its entries, in entries: words that nothing holds would else be kept without end. */
const OF_TOKEN = 64;

/**
 * Postings of the tokens asked last, up to so many entries in all, each token counted as some of its own. Places are never given twice and grow, so that postings are
 * brought up to date by what was added; places that are gone are left in and skipped by the table of passages.
 */
export class PostingCache {
  readonly #read: (token: string) => Postings;
  readonly #most: number;
  readonly #held = new Map<string, Postings>();
  #entries = 0;

  constructor(read: (token: string) => Postings, most: number) {
    this.#read = read;
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#held.size === 0;
  }

  get(token: string): Postings {
    const held = this.#held.get(token);
    this.#held.delete(token);
    const postings = held ?? this.#read(token);
    this.#held.set(token, postings);
    if (held === undefined) this.#entries += postings.places.length + OF_TOKEN;
    for (const [oldest, { places }] of this.#held) {
      if (this.#entries <= this.#most || oldest === token) break;
      this.#held.delete(oldest);
      this.#entries -= places.length + OF_TOKEN;
    }
    return postings;
  }

  /** Takes over the tokens of passages that were added, in order of place, all of them above the places held. */
  add(passages: Iterable<{ readonly place: number; readonly tokens: readonly string[] }>): void {
    const added = new Map<string, number[]>();
    for (const { place, tokens } of passages) {
      for (const token of tokens) {
        if (!this.#held.has(token)) continue;
        const places = added.get(token);
        if (places === undefined) added.set(token, [place]);
        else places.push(place);
      }
    }
    for (const [token, repeated] of added) {
      const before = this.#held.get(token);
      if (before === undefined) continue;
      const more = countPlaces(repeated);
      const places = new Uint32Array(before.places.length + more.places.length);
      places.set(before.places);
      places.set(more.places, before.places.length);
      const counts = new Uint16Array(places.length);
      counts.set(before.counts);
      counts.set(more.counts, before.counts.length);
      this.#held.set(token, { places, counts });
      this.#entries += more.places.length;
    }
  }

  clear(): void {
    this.#held.clear();
    this.#entries = 0;
  }
}

/** `repeated` names each place as often as it holds the token, equal ones next to each other. */
export function countPlaces(repeated: readonly number[]): Postings {
  const places = new Uint32Array(repeated.length);
  const counts = new Uint16Array(repeated.length);
  let last = -1;
  for (const place of repeated) {
    if (last < 0 || places[last] !== place) {
      last += 1;
      places[last] = place;
    }
    counts[last] = Math.min(MOST_COUNTED, (counts[last] ?? 0) + 1);
  }
  return { places: places.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}
