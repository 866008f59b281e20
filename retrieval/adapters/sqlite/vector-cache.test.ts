import { expect, test } from 'vitest';
import { dot } from '../../dot.ts';
import { VectorCache } from './vector-cache.ts';

const vectorOf = (place: number) => Float32Array.from({ length: 3 }, (_, index) => Math.sin(place * 3 + index));

test('the product is the very number that the plain one gives, and the oldest vectors make room', () => {
  const cache = new VectorCache(3, 4);
  const asked = Float32Array.from([0.1, 0.7, -0.2]);
  for (let place = 0; place < 6; place++) cache.put(place, vectorOf(place));
  expect(cache.dot(asked, 0)).toBeUndefined();
  expect(cache.dot(asked, 1)).toBeUndefined();
  for (let place = 2; place < 6; place++) expect(cache.dot(asked, place)).toBe(dot(asked, vectorOf(place)));
});
