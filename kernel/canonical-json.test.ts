import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, compareText, type Json } from './canonical-json.ts';

const JSON_VALUE = fc.jsonValue() as fc.Arbitrary<Json>;

describe('canonicalJson', () => {
  it('writes keys in order whatever order they came in', () => {
    expect(canonicalJson({ 泵: 1, b: [true, null], a: 'x' })).toBe('{"a":"x","b":[true,null],"泵":1}');
    expect(canonicalJson({ a: 'x', b: [true, null], 泵: 1 })).toBe(canonicalJson({ 泵: 1, b: [true, null], a: 'x' }));
  });

  it('leaves undefined properties out', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  });

  it('gives equal bytes for equal values and reads back as the value', () => {
    fc.assert(
      fc.property(JSON_VALUE, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('compareText', () => {
  it('orders by code unit, the same in every locale', () => {
    expect(['泵', 'b', 'B', 'a', 'é'].sort(compareText)).toEqual(['B', 'a', 'b', 'é', '泵']);
    expect(compareText('阀', '阀')).toBe(0);
  });
});
