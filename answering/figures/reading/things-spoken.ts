import type { Access, RecordReader } from '../../../kernel/index.ts';
import type { Log } from '../log-columns.ts';
import { SPOKEN } from '../read-text-conditions.ts';
import { thingsNamed } from './things-named.ts';

/** Concepts of one kind that are looked at. */
const MOST_CONCEPTS = 2000;

/**
 * Whether rows of a log speak of a thing of the vocabulary, in their texts or as a value: a word of a question that may also mean a thing
 * (`split by site`, `write-ups`) means none where no row does. Machines are always spoken of, since a log may be of one without a row
 * that names it.
 */
export async function thingsSpoken(
  { records }: { readonly records: RecordReader },
  access: Access,
  { kind, columns }: Log,
): Promise<(id: string) => boolean> {
  const coded = await records.values(access, kind, Object.values(SPOKEN), MOST_CONCEPTS);
  const inTexts = [...coded.values()].flatMap((values) => values.map(({ text }) => text));
  const inValues = columns.flatMap(({ values, names }) => [...values, ...names].flatMap(thingsNamed));
  const spoken = new Set([...inTexts, ...inValues]);
  return (id) => id.startsWith('equipment/') || spoken.has(id);
}
