import type { TenantId } from '../../kernel/index.ts';
import type { LedgerStore } from '../connection/open-connections.ts';
import { openLedger } from '../open-ledger.ts';

/** Run as a process of its own with a ledger's store, as JSON, and a name: writes thirty events and is killed before it could seal any. */
const [store = '', name = ''] = process.argv.slice(2);
const ledger = await openLedger({ store: JSON.parse(store) as LedgerStore, clock: { now: () => 1_700_000_000_000 } });
for (let count = 0; count < 30; count++) {
  await ledger.audit.record([
    { tenant: 'plant' as TenantId, actor: name, action: 'knowledge-exported', subject: `${name} ${count}`, detail: {} },
  ]);
}
process.kill(process.pid, 'SIGKILL');
