import { expect, it } from 'vitest';
import type { Writer } from '../../kernel/index.ts';
import { writeInTime } from './write-in-time.ts';

const never = () => new AbortController().signal;
const FORM = { name: 'wording', schema: {}, mostTokens: 10 };
const PROMPT = { task: 'Word it.', content: '泵' };
const silent: Writer = {
  model: 'silent',
  write: (_prompt, _form, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
};

it('gives a model up early enough for the answer to be given without it, and asks it no second time', async () => {
  const began = performance.now();
  const writer = writeInTime(silent, 1_600);
  expect(await writer.write(PROMPT, FORM, never())).toEqual({ kind: 'away' });
  expect(await writer.write(PROMPT, FORM, never())).toEqual({ kind: 'away' });
  expect(performance.now() - began).toBeLessThan(1_500);
});

it('stops with its caller, and hides no bug', async () => {
  const caller = new AbortController();
  const waiting = writeInTime(silent, 60_000).write(PROMPT, FORM, caller.signal);
  caller.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  const broken = writeInTime({ model: 'broken', write: () => Promise.reject(new TypeError('a bug')) }, 60_000);
  await expect(broken.write(PROMPT, FORM, never())).rejects.toThrow('a bug');
});
