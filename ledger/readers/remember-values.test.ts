import { expect, test } from 'vitest';
import { rememberValues } from './remember-values.ts';

test('a list is computed again when a version came, went or changed, or when something else is asked', async () => {
  let computed = 0;
  const remembered = rememberValues<number>({ now: () => 0 });
  const ask = (question: readonly unknown[], ...versions: (readonly [string, number])[]) =>
    remembered(
      question,
      versions.map(([id, generation]) => ({ id, generation })),
      async () => {
        computed += 1;
        return computed;
      },
    );
  expect(await ask(['asset', 5], ['a', 1], ['b', 1])).toBe(1);
  expect(await ask(['asset', 5], ['a', 1], ['b', 1])).toBe(1);
  expect(await ask(['asset', 5], ['a', 2], ['b', 1])).toBe(2);
  expect(await ask(['asset', 5], ['a', 1])).toBe(3);
  expect(await ask(['activity', 5], ['a', 1])).toBe(4);
  expect(await ask(['asset', 5], ['a', 1], ['b', 1])).toBe(1);
});
