import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

it('a document is known by where it comes from, one that was sent here by its file name', () => {
  expect(placeOf({ uri: 'pumps/P-101.pdf', fileName: 'P-101.pdf' })).toBe('pumps/P-101.pdf');
  expect(placeOf({ uri: 'upload:ad07', fileName: '点检表.xlsx' })).toBe('点检表.xlsx');
});
