/** Rows of one statement or one batch handed out: databases limit the parameters of a statement. */
export const BATCH_ROWS = 500;

/** Consecutive slices of at most `size`. */
export function* batches<Item>(items: readonly Item[], size: number = BATCH_ROWS): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
