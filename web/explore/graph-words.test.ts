import { expect, it } from 'vitest';
import { NODE_KINDS, PREDICATES } from '../../kernel/index.ts';
import { isWordKey } from '../languages/speak.ts';

it('has words for every kind of thing and for every predicate in both directions', () => {
  const keys = [
    ...NODE_KINDS.map((kind) => `kind.${kind}`),
    ...PREDICATES.flatMap((one) => [`predicate.out.${one}`, `predicate.in.${one}`]),
  ];
  expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
});
