import { expect, test } from 'vitest';
import { countPlaces, PostingCache } from './posting-cache.ts';

const plain = ({ places, counts }: ReturnType<typeof countPlaces>) => [...places].map((place, at) => [place, counts[at]]);

test('places are counted as often as they are named', () => {
  expect(plain(countPlaces([]))).toEqual([]);
  expect(plain(countPlaces([3, 3, 4, 9, 9, 9]))).toEqual([
    [3, 2],
    [4, 1],
    [9, 3],
  ]);
});

test('added passages join the postings that are held, and no others are read for them', () => {
  const read: string[] = [];
  const cache = new PostingCache((token) => {
    read.push(token);
    return countPlaces([1, 2, 2]);
  }, 100);
  cache.get('泵');
  cache.add([
    { place: 5, tokens: ['泵', 'pump', '泵'] },
    { place: 7, tokens: ['pump'] },
  ]);
  expect(plain(cache.get('泵'))).toEqual([
    [1, 1],
    [2, 2],
    [5, 2],
  ]);
  expect(read).toEqual(['泵']);
});

test('the tokens asked longest ago go first when there are too many entries; the last one asked is always given', () => {
  const read: string[] = [];
  const cache = new PostingCache((token) => {
    read.push(token);
    return countPlaces(Array.from({ length: 400 }, (_, place) => place));
  }, 1_000);
  for (const token of ['a', 'b', 'a', 'c', 'a', 'b']) cache.get(token);
  expect(read).toEqual(['a', 'b', 'c', 'b']);
  // Words that nothing holds are not kept without end.
  const unknown: string[] = [];
  const empty = new PostingCache((token) => {
    unknown.push(token);
    return countPlaces([]);
  }, 100);
  for (const token of ['泵', 'qx', 'zz', '泵']) empty.get(token);
  expect(unknown).toEqual(['泵', 'qx', 'zz', '泵']);
  const small = new PostingCache(() => countPlaces([1, 2, 3]), 1);
  expect(plain(small.get('a'))).toHaveLength(3);
});
