import type { LabelledEvent, LabelledRow } from './read-labelled-rows.ts';

/** A stretch that extraction takes for something that happened (`state`) or was done (`activity`). */
export interface FoundEvent {
  readonly kind: 'state' | 'activity';
  readonly start: number;
  readonly end: number;
}

export interface EventScore {
  /** Events that people marked, stretches that were found, and of both those that go together. */
  readonly marked: number;
  readonly found: number;
  readonly right: number;
  /** A row for a person: what was missed, and what was found where nothing was marked. */
  readonly wrong: readonly { readonly id: string; readonly missed: readonly string[]; readonly invented: readonly string[] }[];
}

/**
 * Events found against those that people marked. One goes with one: it is of the same kind (failures and conditions are states) and
 * shares a word with it, the longest share first, so that a verb found without its particle still counts.
 */
export function scoreEvents(rows: readonly { readonly row: LabelledRow; readonly found: readonly FoundEvent[] }[]): EventScore {
  const total = { marked: 0, found: 0, right: 0 };
  const wrong: EventScore['wrong'][number][] = [];
  for (const { row, found } of rows) {
    const pairs = row.events
      .flatMap((event, at) => found.map((one, place) => ({ at, place, shared: sharedOf(event, one) })))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || a.at - b.at || a.place - b.place);
    const [events, places] = [new Set<number>(), new Set<number>()];
    for (const { at, place } of pairs)
      if (!events.has(at) && !places.has(place)) {
        events.add(at);
        places.add(place);
      }
    total.marked += row.events.length;
    total.found += found.length;
    total.right += events.size;
    const said = ({ start, end }: { readonly start: number; readonly end: number }) => row.text.slice(start, end);
    const missed = row.events.filter((_, at) => !events.has(at)).map(said);
    const invented = found.filter((_, place) => !places.has(place)).map(said);
    if (missed.length + invented.length > 0) wrong.push({ id: row.id, missed, invented });
  }
  return { ...total, wrong };
}

function sharedOf(event: LabelledEvent, found: FoundEvent): number {
  if ((event.kind === 'activity') !== (found.kind === 'activity')) return 0;
  return Math.max(0, Math.min(event.end, found.end) - Math.max(event.start, found.start));
}
