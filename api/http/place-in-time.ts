import { FaultlineError } from '../../kernel/index.ts';

/** Where a page of a list by time ends: the instant (milliseconds, UTC) and the id of its last one. */
export interface PlaceInTime<Id> {
  readonly at: number;
  readonly id: Id;
}

/**
 * A page of a list by time, out of one entry more than a page holds, which tells whether another page follows; `next` is where it goes on.
 */
export function pageInTime<Entry>(
  found: readonly Entry[],
  limit: number,
  placeOf: (entry: Entry) => PlaceInTime<string>,
): { readonly page: readonly Entry[]; readonly next: { readonly next?: string } } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last !== undefined ? { next: writePlaceInTime(placeOf(last)) } : {} };
}

function writePlaceInTime({ at, id }: PlaceInTime<string>): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** `parseId` knows an id of this list. @throws FaultlineError `invalid-request` for anything that no page gave. */
export function readPlaceInTime<Id>(text: string, parseId: (id: string) => Id | undefined): PlaceInTime<Id> {
  const [time, name] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const at = Number(time);
  const id = parseId(name ?? '');
  if (id === undefined || !Number.isSafeInteger(at))
    throw new FaultlineError('invalid-request', 'query.cursor: is no cursor of this list; give `next` of the page before.');
  return { at, id };
}
