import { type LedgerStore, moveLedger } from '../index.ts';

/**
 * Run as a process of its own with two stores as JSON: moves a ledger, and says when it copies, when it holds the copy and when it is
 * done. At `halt` it goes no further until it is killed; with the copy in hand it waits for a word.
 */
const [source = '', target = '', halt = ''] = process.argv.slice(2);
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
      // Nothing goes on meanwhile, so that the kill comes amid the copy.
      if (halt === 'copying') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  },
  async () => {
    const word = new Promise((resolve) => process.once('message', resolve));
    process.send?.('copied');
    await word;
  },
  new AbortController().signal,
);
process.send?.('moved');
process.disconnect?.();
