import { z } from 'zod';
import { type EntityPlace, FaultlineError, parseJson, parseKeyId } from '../../kernel/index.ts';

const placeSchema = z.tuple([z.int().min(0).max(2), z.string(), z.string()]);

/** The place where a page of entities ends, as a caller gives it back. */
export function writeCursor({ rank, folded, key }: EntityPlace): string {
  return Buffer.from(JSON.stringify([rank, folded, key])).toString('base64url');
}

/** @throws FaultlineError `invalid-request` for anything that no page gave. */
export function readCursor(text: string): EntityPlace {
  const decoded = Buffer.from(text, 'base64url').toString('utf8');
  const place = placeSchema.safeParse(parseJson(decoded));
  const key = parseKeyId(place.data?.[2] ?? '');
  if (!place.success || key === undefined)
    throw new FaultlineError('invalid-request', '`cursor` is the `next` of a page that was given before.');
  return { rank: place.data[0], folded: place.data[1], key };
}
