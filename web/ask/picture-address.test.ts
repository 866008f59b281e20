import { expect, it } from 'vitest';
import type { Anchor } from '../contract.ts';
import { pictureAddress } from './picture-address.ts';

const cited = (start: number, end: number, page = 3, passageId = 'psg_1') => ({
  passageId,
  start,
  end,
  anchors: [{ kind: 'page', page, boxes: [] }] as readonly Anchor[],
});

it('is the same for all words that are cited of a row, with each of them marked', () => {
  const sources = [cited(0, 12), cited(40, 46), cited(0, 5, 3, 'psg_2'), cited(12, 20), cited(50, 60, 4)];
  const address = '/v1/passages/psg_1/picture?start=0&end=20&also=40-46&page=3';
  for (const one of [0, 1, 3]) expect(decodeURIComponent(pictureAddress(sources[one] ?? cited(0, 1), sources, 3))).toBe(address);
  expect(pictureAddress(cited(0, 5, 3, 'psg_2'), sources, undefined)).toBe('/v1/passages/psg_2/picture?start=0&end=5');
});
