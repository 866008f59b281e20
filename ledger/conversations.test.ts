import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TenantId } from '../kernel/index.ts';
import type { Ledger } from './open-ledger.ts';
import { describeLedgers, openEmpty } from './test-support/ledger-forms.test-support.ts';

const zhang = { tenant: 'plant' as TenantId, actor: '张工' };
const smith = { tenant: 'plant' as TenantId, actor: 'smith' };
const LONG_AGO = -1;

let now = 0;
let ledger: Ledger;

describeLedgers('conversations', (form) => {
  beforeEach(async () => {
    now = 0;
    ledger = await openEmpty(form, { now: () => now });
  });
  afterEach(() => ledger.close());

  it('keep questions in order, for each caller and tenant apart', async () => {
    const { conversations } = ledger;
    expect(await conversations.add(zhang, 'a', '怎么隔离？', LONG_AGO)).toBe(1);
    expect(await conversations.add(zhang, 'a', 'and P-102?', LONG_AGO)).toBe(2);
    expect(await conversations.add(smith, 'a', 'mine', LONG_AGO)).toBe(1);
    expect((await conversations.turns(zhang, 'a', LONG_AGO)).map((turn) => turn.question)).toEqual(['怎么隔离？', 'and P-102?']);
    expect(await conversations.turns({ ...zhang, tenant: 'other' as TenantId }, 'a', LONG_AGO)).toEqual([]);
    expect(await conversations.list(smith, LONG_AGO)).toEqual([{ id: 'a', turns: 1, at: 0 }]);
  });

  it('are over some time after their last question, and begin anew under the same name', async () => {
    const { conversations } = ledger;
    await conversations.add(zhang, 'a', 'first', LONG_AGO);
    now = 5;
    await conversations.add(zhang, 'b', 'other', LONG_AGO);
    expect(await conversations.turns(zhang, 'a', 0)).toEqual([]);
    expect((await conversations.list(zhang, 0)).map(({ id }) => id)).toEqual(['b']);
    expect(await conversations.add(zhang, 'a', 'again', 0)).toBe(1);
    expect((await conversations.turns(zhang, 'a', LONG_AGO)).map((turn) => turn.question)).toEqual(['again']);
  });

  it('are removed by their owner alone', async () => {
    const { conversations } = ledger;
    await conversations.add(zhang, 'a', 'first', LONG_AGO);
    expect(await conversations.remove(smith, 'a')).toBe(false);
    expect(await conversations.remove(zhang, 'a')).toBe(true);
    expect(await conversations.turns(zhang, 'a', LONG_AGO)).toEqual([]);
  });

  it('keep the latest questions of a long talk', async () => {
    for (let turn = 1; turn <= 30; turn++) await ledger.conversations.add(zhang, 'a', `question ${turn}`, LONG_AGO);
    const turns = await ledger.conversations.turns(zhang, 'a', LONG_AGO);
    expect([turns.length, turns[0]?.number, turns.at(-1)?.question]).toEqual([20, 11, 'question 30']);
  });
});
