import { expect, it } from 'vitest';
import { untilAborted } from './until-aborted.ts';

it('gives what the work gives, and the reason of a signal that is aborted before or meanwhile', async () => {
  const leaving = new AbortController();
  expect(await untilAborted(Promise.resolve('完成'), leaving.signal)).toBe('完成');
  await expect(untilAborted(Promise.reject(new Error('broken')), leaving.signal)).rejects.toThrow('broken');
  const waiting = untilAborted(new Promise(() => undefined), leaving.signal);
  leaving.abort(new Error('the caller left'));
  await expect(waiting).rejects.toThrow('the caller left');
  await expect(untilAborted(Promise.reject(new Error('too late')), leaving.signal)).rejects.toThrow('the caller left');
});
