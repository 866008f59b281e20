import { describe, expect, it } from 'vitest';
import { readScopeNames } from './read-scope-names.ts';

describe('a list of names of scope', () => {
  it.each([
    ['X200, X300 ; X400', ['X200', 'X300', 'X400']],
    ['循环泵 X200、X300；，', ['循环泵 X200', 'X300']],
    [' ', []],
  ])('is read name by name: %s', (list, names) => {
    expect(readScopeNames('model', list, 'sender')).toEqual(names.map((text) => ({ kind: 'model', text, source: 'sender' })));
  });

  it.each(['1000-1499, 1700-1999', 'A1000～A1499、A1700～A1999'])('is one name where it tells serials: %s', (list) => {
    expect(readScopeNames('serial-range', list, 'register')).toEqual([{ kind: 'serial-range', text: list, source: 'register' }]);
  });

  it('is refused with a name that is too long', () => {
    expect(() => readScopeNames('product', `X200,${'泵'.repeat(81)}`, 'sender')).toThrow(/longer than the 80 characters of a product/);
    expect(readScopeNames('product', '泵'.repeat(80), 'sender')).toHaveLength(1);
  });
});
