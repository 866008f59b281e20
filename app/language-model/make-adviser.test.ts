import { describe, expect, it } from 'vitest';
import { FaultlineError, type LanguageModel, type Prompt } from '../../kernel/index.ts';
import { makeAdviser } from './make-adviser.ts';

const REPLIES = ['Yes', 'No'];
const never = () => new AbortController().signal;
const clock = { now: () => 0 };
const prompt = (content: string): Prompt => ({ task: 'Say Yes or No.', content });

function advising(choose: LanguageModel['choose'], parallel = 2, milliseconds = 60_000) {
  const faults: unknown[] = [];
  const logger = { error: (_category: string, _name: string, error: unknown) => void faults.push(error) };
  return {
    adviser: makeAdviser(
      { model: 'scripted', choose, write: () => Promise.reject(new Error('was asked to write')) },
      { milliseconds, parallel, clock, logger },
    ),
    faults,
  };
}

describe('an adviser', () => {
  it('gives an opinion on each prompt in its place, asking no more at once than it may', async () => {
    let [open, most] = [0, 0];
    const { adviser } = advising(async ({ content }) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return content === '没有' ? undefined : [Number(content), 1 - Number(content)];
    });
    expect(await adviser.choose(['0.1', '0.2', '没有', '0.4', '0.5'].map(prompt), REPLIES, never())).toEqual([
      [0.1, 0.9],
      [0.2, 0.8],
      undefined,
      [0.4, 0.6],
      [0.5, 0.5],
    ]);
    expect(most).toBe(2);
  });

  it('asks the same only once, since the same question on the same state has the same answer', async () => {
    let asked = 0;
    const { adviser } = advising(async () => {
      asked += 1;
      return [asked / 10, 1 - asked / 10];
    });
    const first = await adviser.choose([prompt('泵')], REPLIES, never());
    expect(await adviser.choose([prompt('泵')], REPLIES, never())).toEqual(first);
    expect(asked).toBe(1);
  });

  it.each([
    ['is away', new FaultlineError('store-unavailable', 'away')],
    ['refuses the key', new FaultlineError('invalid-configuration', 'refused')],
  ])('has no opinion at all when its model %s, and that is logged', async (_, fault) => {
    const { adviser, faults } = advising(() => Promise.reject(fault));
    expect(await adviser.choose([prompt('泵'), prompt('阀')], REPLIES, never())).toBeUndefined();
    expect(faults).toEqual([fault]);
  });

  it('has none when the time for all prompts together is over, and stops with its caller', async () => {
    const silent: LanguageModel['choose'] = (_prompt, _replies, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    expect(await advising(silent, 2, 20).adviser.choose([prompt('泵'), prompt('阀')], REPLIES, never())).toBeUndefined();
    const caller = new AbortController();
    const waiting = advising(silent).adviser.choose([prompt('泵')], REPLIES, caller.signal);
    caller.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });

  it('hides no bug', async () => {
    await expect(advising(() => Promise.reject(new TypeError('a bug'))).adviser.choose([prompt('泵')], REPLIES, never())).rejects.toThrow(
      'a bug',
    );
  });
});
