import { expect, it } from 'vitest';
import { charactersOf, homophones } from './pinyin.ts';

it('knows which characters sound alike, whatever their tones, and those of several readings by each', () => {
  expect(homophones('凌')).toContain('菱');
  expect(homophones('教')).toEqual(expect.arrayContaining(['校', '较']));
  expect(homophones('菱')).not.toContain('菱');
  expect(homophones('行')).toEqual(expect.arrayContaining(['航', '型']));
  expect(homophones('x')).toEqual([]);
  expect(charactersOf('jing')).toContain('警');
  expect(charactersOf('jingx')).toEqual([]);
});
