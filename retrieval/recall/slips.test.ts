import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSlips, likeliestWords } from './slips.ts';

const held = (...tokens: readonly string[]) => ({
  passages: 9,
  averageLength: 5,
  frequency: new Map(tokens.map((token, at) => [token, 9 - at])),
});

/** Words of the store that a question, as tokens, may have meant. */
const meant = (text: string, tokens: readonly string[], ...store: readonly string[]) =>
  findSlips(text, tokens, held(...store)).flatMap((slip) => likeliestWords(slip, held(...store), 2));

describe('slips of the finger', () => {
  it('are found in English words that no passage holds, by one letter more, less, other or two changed about', () => {
    for (const slip of ['adress', 'adddress', 'addresx', 'adrdess']) expect(meant(slip, [slip], 'address', 'dress')).toContain('address');
    expect(meant('address', ['address'], 'address', 'addresse')).toEqual([]);
    expect(meant('adress calibraton', ['adress', 'calibraton'], 'address', 'calibration')).toEqual(['address', 'calibration']);
  });

  it('are found in Chinese words that sound like one that passages hold', () => {
    expect(meant('三凌编程口', ['三', '凌', '编程', '口'], '三菱', '编程')).toEqual(['三菱']);
    expect(meant('数据位教验位默认是啥', ['数据', '教验', '默认'], '校验', '数据', '默认')).toEqual(['校验']);
    expect(meant('摄象头', ['摄', '象', '头'], '摄像头')).toEqual(['摄像头']);
  });

  it('are looked for nowhere in a word that passages hold', () => {
    expect(meant('校验位', ['校验', '位'], '校验', '教研')).toEqual([]);
  });

  it('are pinyin of a word of two characters', () => {
    expect(meant('baojing 怎么办', ['baojing'], '报警')).toEqual(['报警']);
  });

  it('are looked for in a bounded number of words, however many a question has that nothing holds', () => {
    const words = Array.from(
      { length: 500 },
      (_, at) => `zq${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`,
    );
    const text = `${words.join(' ')} ${'摄象头'.repeat(500)}`;
    expect(findSlips(text, words, held()).flatMap((slip) => slip.words).length).toBeLessThan(20_000);
  });

  it('never change a digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,5}[0-9][a-z0-9]{0,5}$/), (token) => {
        expect(findSlips(token, [token], held())).toEqual([]);
      }),
    );
  });

  it('are taken for the commonest word first, ties by text, and for words that passages hold alone', () => {
    const statistics = {
      passages: 9,
      averageLength: 5,
      frequency: new Map([
        ['b', 2],
        ['a', 2],
        ['c', 5],
      ]),
    };
    expect(likeliestWords({ said: 'e', words: ['a', 'b', 'c', 'd', 'a'] }, statistics, 2)).toEqual(['c', 'a']);
  });
});
