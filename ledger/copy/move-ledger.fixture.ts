import { type LedgerStore, moveLedger } from '../index.ts';

/** Run as a process of its own with two stores as JSON: moves a ledger, and says when it holds the copy and when it is done. */
const [source = '', target = ''] = process.argv.slice(2);
const stores = { source: JSON.parse(source) as LedgerStore, target: JSON.parse(target) as LedgerStore };
let isTold = false;
await moveLedger(
  {
    ...stores,
    clock: { now: () => 1_700_000_000_000 },
    place: 'there',
    onProgress: () => {
      if (isTold) return;
      isTold = true;
      process.send?.('copying');
      // Nothing goes on meanwhile, so that a kill comes amid the copy.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    },
  },
  async () => {
    process.send?.('copied');
    // Time for others to try to write, or to kill this process.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  },
  new AbortController().signal,
);
process.send?.('moved');
process.disconnect?.();
