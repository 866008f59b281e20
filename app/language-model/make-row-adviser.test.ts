import { describe, expect, it } from 'vitest';
import { FaultlineError, type RowQuestionReader } from '../../kernel/index.ts';
import { makeRowAdviser } from './make-row-adviser.ts';

const never = () => new AbortController().signal;
const COLUMNS = [{ header: '设备', values: ['泵'] }];

function advising(read: RowQuestionReader['read'], milliseconds = 60_000) {
  const faults: unknown[] = [];
  const logger = { error: (_category: string, _name: string, error: unknown) => void faults.push(error) };
  return { adviser: makeRowAdviser({ model: 'taught', reader: { read } }, { milliseconds, clock: { now: () => 0 }, logger }), faults };
}

describe('an adviser on questions over rows', () => {
  it('asks the same of the same columns only once, since the same question on the same state has the same answer', async () => {
    let asked = 0;
    const { adviser } = advising(async () => [{ ask: 'count', group: 'none', ranked: false, words: [], columns: [], chance: 1 / ++asked }]);
    expect(await adviser.advise('几台泵', COLUMNS, never())).toMatchObject([{ chance: 1 }]);
    expect(await adviser.advise('几台泵', COLUMNS, never())).toMatchObject([{ chance: 1 }]);
    expect(await adviser.advise('几台泵', [{ header: '设备', values: ['阀'] }], never())).toMatchObject([{ chance: 0.5 }]);
  });

  it.each([
    ['is away', new FaultlineError('store-unavailable', 'away')],
    ['refuses the key', new FaultlineError('invalid-configuration', 'refused')],
  ])('says so when its model %s, and that is logged', async (_, fault) => {
    const { adviser, faults } = advising(() => Promise.reject(fault));
    expect(await adviser.advise('几台泵', COLUMNS, never())).toBeUndefined();
    expect(faults).toEqual([fault]);
  });

  it('waits no longer than it may, and hides no bug', async () => {
    const silent: RowQuestionReader['read'] = (_question, _columns, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    expect(await advising(silent, 20).adviser.advise('几台泵', COLUMNS, never())).toBeUndefined();
    const { adviser } = advising(() => Promise.reject(new TypeError('a bug')));
    await expect(adviser.advise('几台泵', COLUMNS, never())).rejects.toThrow('a bug');
  });
});
