import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexedPassage, SearchIndex } from '../../retrieval/index.ts';
import type { Application } from '../application.ts';
import { reconcileStores } from '../commands/reconcile-stores.ts';
import { CALLER, ingest, NEVER, openHome, withFolder } from '../test-support/workspace.ts';
import { project } from './projector.ts';

const NOTES = [
  { uri: '巡检.txt', text: '泵 P-101 的轴承过热，原因是干运转。\n' },
  { uri: 'note.txt', text: 'Seal leakage of P-102 is caused by a worn bearing.\n' },
];

/** The application with an index that waits before each replacement, and tells that it does. */
function withSlowIndex(application: Application, before: () => Promise<void>): Application {
  const replace: SearchIndex['replace'] = async (unit, generation, batches: AsyncIterable<IndexedPassage>) => {
    await before();
    return application.index.replace(unit, generation, batches);
  };
  return { ...application, index: { ...application.index, replace } };
}

/** All units of a folder, to be projected anew. */
async function renewAll({ ledger }: Application): Promise<void> {
  for (const target of ['search', 'graph'] as const) {
    for await (const unit of ledger.outbox.told(target)) await ledger.outbox.renew(target, [unit]);
  }
}

describe('of two processes on one ledger', () => {
  it('one projects while the other waits until all is projected', async () => {
    await withFolder(async (folder) => {
      const one = await openHome(join(folder, 'home'));
      const other = await openHome(join(folder, 'home'));
      try {
        for (const note of NOTES) await ingest(one, note);
        await renewAll(one);
        const order: string[] = [];
        let begin: () => void = () => undefined;
        const begun = new Promise<void>((resolve) => {
          begin = resolve;
        });
        const slow = withSlowIndex(one, async () => {
          order.push('one projects');
          begin();
          await new Promise((resolve) => setTimeout(resolve, 100));
        });
        const first = project(slow, NEVER);
        await begun;
        await project(
          withSlowIndex(other, async () => {
            order.push('the other projects');
          }),
          NEVER,
        );
        expect(await one.ledger.outbox.isWaiting()).toBe(false);
        await first;
        expect(order).toEqual(['one projects', 'one projects']);
      } finally {
        await one.close();
        await other.close();
      }
    });
  });

  it('the one that lost its turn tells of nothing, and the other does it all', async () => {
    await withFolder(async (folder) => {
      const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
      const one = await openHome(join(folder, 'home'), { clock });
      const other = await openHome(join(folder, 'home'), { clock });
      try {
        for (const note of NOTES) await ingest(one, note);
        await renewAll(one);
        const delivered: boolean[] = [];
        const { outbox } = one.ledger;
        const observed: Application = {
          ...withSlowIndex(one, async () => {
            if (clock.ahead > 0) return;
            clock.ahead = 60_000;
            await project(other, NEVER);
            await renewAll(other);
          }),
          ledger: {
            ...one.ledger,
            outbox: {
              ...outbox,
              delivered: async (rows, turn) => {
                const done = await outbox.delivered(rows, turn);
                delivered.push(done);
                return done;
              },
            },
          },
        };
        await project(observed, NEVER);
        expect(delivered[0]).toBe(false);
        expect(await one.ledger.outbox.isWaiting()).toBe(false);
        expect(await reconcileStores(one, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
      } finally {
        await one.close();
        await other.close();
      }
    });
  });
});
