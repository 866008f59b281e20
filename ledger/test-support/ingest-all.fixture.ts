import type { LedgerStore } from '../connection/open-connections.ts';
import { openLedger } from '../open-ledger.ts';
import { ingest, type Sample } from './sample-documents.fixture.ts';

/** Run as a process of its own with a ledger's store and some samples, as JSON: ingests them from the beginning, as a worker that resumes. */
const [store = '', samples = ''] = process.argv.slice(2);
const ledger = await openLedger({ store: JSON.parse(store) as LedgerStore, clock: { now: () => 1_700_000_000_000 } });
process.send?.('ready');
for (const sample of JSON.parse(samples) as readonly Sample[]) await ingest(ledger, sample);
await ledger.close();
process.disconnect?.();
