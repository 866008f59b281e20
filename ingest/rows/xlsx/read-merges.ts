import type { Readable } from 'node:stream';

/** A merged range over several rows: the value of its first cell holds for all of them. Rows and columns from 1. */
export interface VerticalMerge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;
const MAX_MERGES = 100_000;
/** Longest piece of a tag that may be cut by the border of two chunks. */
const OVERLAP = 200;

/** Merged ranges of a sheet that span rows. They stand behind the rows in the file, so this is a pass of its own. */
export async function readMerges(stream: Readable): Promise<readonly VerticalMerge[]> {
  const merges: VerticalMerge[] = [];
  let tail = '';
  for await (const chunk of stream.setEncoding('latin1')) {
    const text = tail + (chunk as string);
    let end = 0;
    for (const match of text.matchAll(MERGE)) {
      const merge = { column: columnNumber(match[1] ?? ''), first: Number(match[2]), last: Number(match[3]) };
      if (merge.last > merge.first && merges.length < MAX_MERGES) merges.push(merge);
      end = match.index + match[0].length;
    }
    tail = text.slice(Math.max(end, text.length - OVERLAP));
  }
  return merges;
}

/** Number of a column from 1 by its letters: A is 1, AA is 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number;
}
