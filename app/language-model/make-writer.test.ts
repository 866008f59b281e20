import { describe, expect, it } from 'vitest';
import { FaultlineError, type LanguageModel } from '../../kernel/index.ts';
import { makeWriter } from './make-writer.ts';

const never = () => new AbortController().signal;
const FORM = { name: 'wording', schema: {}, mostTokens: 10 };
const prompt = (content: string) => ({ task: 'Word it.', content });

function writing(write: LanguageModel['write'], milliseconds = 60_000) {
  const faults: unknown[] = [];
  const logger = { error: (_category: string, _name: string, error: unknown) => void faults.push(error) };
  const choose = () => Promise.reject(new Error('was asked to choose'));
  return { writer: makeWriter({ model: 'scripted', choose, write }, { milliseconds, clock: { now: () => 0 }, logger }), faults };
}

describe('a writer', () => {
  it('asks the same only once, since the same question on the same state has the same answer', async () => {
    let asked = 0;
    const { writer } = writing(async () => `reply ${++asked}`);
    expect(await writer.write(prompt('泵'), FORM, never())).toEqual({ kind: 'reply', text: 'reply 1' });
    expect(await writer.write(prompt('泵'), FORM, never())).toEqual({ kind: 'reply', text: 'reply 1' });
    expect(await writer.write(prompt('阀'), FORM, never())).toEqual({ kind: 'reply', text: 'reply 2' });
    expect(await writer.write(prompt('泵'), { ...FORM, mostTokens: 20 }, never())).toEqual({ kind: 'reply', text: 'reply 3' });
  });

  it.each([
    ['is away', new FaultlineError('store-unavailable', 'away')],
    ['refuses the key', new FaultlineError('invalid-configuration', 'refused')],
  ])('says so when its model %s, and that is logged', async (_, fault) => {
    const { writer, faults } = writing(() => Promise.reject(fault));
    expect(await writer.write(prompt('泵'), FORM, never())).toEqual({ kind: 'away' });
    expect(faults).toEqual([fault]);
  });

  it('waits no longer than it may, and stops with its caller', async () => {
    const silent: LanguageModel['write'] = (_prompt, _form, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    expect(await writing(silent, 20).writer.write(prompt('泵'), FORM, never())).toEqual({ kind: 'away' });
    const caller = new AbortController();
    const waiting = writing(silent).writer.write(prompt('泵'), FORM, caller.signal);
    caller.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });

  it('hides no bug', async () => {
    const { writer } = writing(() => Promise.reject(new TypeError('a bug')));
    await expect(writer.write(prompt('泵'), FORM, never())).rejects.toThrow('a bug');
  });
});
