import { expect, it } from 'vitest';
import { rootEnglish } from './en/stem-english.ts';
import { wordTranslations } from './word-translations.ts';

it('gives words of the other language near in meaning, most alike first, each way', () => {
  const words = (token: string) => wordTranslations(token).map(({ word }) => word);
  expect(words('密码')[0]).toBe(rootEnglish('password'));
  expect(words(rootEnglish('password'))[0]).toBe('密码');
  expect(words('温度')).toContain(rootEnglish('temperature'));
  expect(words('e-17')).toEqual([]);
  for (const token of ['密码', '温度', rootEnglish('joint')]) {
    const likeness = wordTranslations(token).map((one) => one.likeness);
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
    expect(likeness.every((value) => value >= 0.65 && value <= 1)).toBe(true);
  }
});
