import { setFlagsFromString } from 'node:v8';
import { SMALL_HEAP } from '../ingest/index.ts';

/** Has the heaps of this process and all its threads collected as early as those of the reading process; to be called first. */
export function keepHeapSmall(): void {
  setFlagsFromString(SMALL_HEAP);
}
