import { describe, expect, test } from 'vitest';
import { findDesignations } from './find-designations.ts';

describe('findDesignations', () => {
  test.each([
    ['Pump skid P&ID', []],
    ['泵组 P&ID', []],
    ['Pump A&B trip', ['A']],
    ['pump K trips', ['K']],
  ])('finds in %s the designators %j', (text, keys) => {
    expect(findDesignations(text, [], []).map(({ key }) => key)).toEqual(keys);
  });
});
