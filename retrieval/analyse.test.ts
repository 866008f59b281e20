import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { siteGrammar } from '../ontology/index.ts';
import { analyse as analyseBy, analyserVersion } from './analyse.ts';

const analyse = (text: string) => analyseBy(text, siteGrammar([]));

describe('analysis', () => {
  test('keeps codes whole in folded form, in whatever way they are written', () => {
    for (const text of ['P-101A 停机', '泵 p101a', 'Ｐ－１０１Ａ号泵']) expect(analyse(text)).toContain('p101a');
    expect(analyse('P-101A')).not.toEqual(analyse('P-101B'));
  });

  test('cuts Chinese into words and keeps a term of the vocabulary beside its parts', () => {
    const tokens = analyse('机械密封泄漏');
    expect(tokens).toEqual(expect.arrayContaining(['机械密封', '密封', '泄漏']));
    expect(analyse('機械密封洩漏')).toEqual(tokens);
  });

  test('brings English words to their stem', () => {
    expect(analyse('Bearings overheated')).toEqual(analyse('bearing overheats'));
    expect(analyse("the pump's seals")).toEqual(analyse('pump seal'));
  });

  test('reads a quantity as number and unit in both languages', () => {
    expect(analyse('45 N·m')).toEqual(analyse('４５ N·m'));
    expect(analyse('7.1 mm/s')).toContain('7.1');
    expect(analyse('每三个月')).toEqual(expect.arrayContaining(['3']));
    expect(analyse('every three months')).toEqual(expect.arrayContaining(['3']));
  });

  test('leaves out words that say nothing, but none that turn a meaning', () => {
    expect(analyse('the of and 的 了 怎么 what')).toEqual([]);
    expect(analyse('do not open before cooling')).toEqual(expect.arrayContaining(['not', 'befor']));
  });

  test('keeps letters of other scripts', () => {
    expect(analyse('насос Lüfter')).toEqual(['насос', 'lüfter']);
  });

  test('never gives a token that is empty or holds white space, and the same tokens for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const tokens = analyse(text);
        for (const token of tokens) expect(token).toMatch(/^\S+$/u);
        expect(analyse(text)).toEqual(tokens);
      }),
    );
  });

  test('has a version that names rules and dictionary', () => {
    expect(analyserVersion(siteGrammar([]))).toMatch(/^\d+-[0-9a-f]{12}$/);
  });
});
