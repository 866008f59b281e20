import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOrderedList, splitItems } from './split-items.ts';
import { splitSentences } from './split-sentences.ts';

const sentences = (text: string, language: 'zh' | 'en') => splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
const items = (text: string) => splitItems(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test('keeps figure references, decimals and abbreviations whole', () => {
    expect(sentences('See Fig. 3.2 for the seal. Tighten to 3.5 N·m, e.g. with a wrench. Done!', 'en')).toEqual([
      'See Fig. 3.2 for the seal.',
      'Tighten to 3.5 N·m, e.g. with a wrench.',
      'Done!',
    ]);
  });

  test('keeps an address with a mark in it whole', () => {
    expect(sentences('Read 1!300004 first! Then go on.', 'en')).toEqual(['Read 1!300004 first!', 'Then go on.']);
    expect(sentences('先读 1!300004！再继续。', 'zh')).toEqual(['先读 1!300004！', '再继续。']);
  });

  test('parts Chinese at its stops, with the closing quote', () => {
    expect(sentences('停泵。压力不超过0.6 MPa！“先排气。”再启动；', 'zh')).toEqual([
      '停泵。',
      '压力不超过0.6 MPa！',
      '“先排气。”',
      '再启动；',
    ]);
  });

  test('does not end at a list mark', () => {
    expect(sentences('1. Stop the pump. 2. Drain it.', 'en')[0]).toBe('1. Stop the pump.');
  });

  test('gives spans in order that hold every visible character', () => {
    const piece = fc.constantFrom('Fig. 3.2', '停泵。', 'a. ', '3.5', ' ', '\n', '\t', '！', 'Stop. ', '；', '”');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('zh' as const, 'en' as const), (pieces, language) => {
        const text = pieces.join('');
        const spans = splitSentences(text, language);
        expect(
          spans
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        for (const [at, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
      }),
    );
  });
});

describe('splitItems', () => {
  test.each([
    ['1. Air in suction 2. Strainer blocked', ['Air in suction', 'Strainer blocked']],
    ['①吸入管漏气②滤网堵塞', ['吸入管漏气', '滤网堵塞']],
    ['Vent; clean the strainer.', ['Vent', 'clean the strainer']],
    ['叶轮磨损；口环间隙过大。', ['叶轮磨损', '口环间隙过大']],
    ['Worn seal, or loose bolt', ['Worn seal', 'loose bolt']],
    ['Belt slack, pulley worn, or guard touching', ['Belt slack', 'pulley worn', 'guard touching']],
    ['皮带松弛、带轮磨损，或护罩碰擦', ['皮带松弛', '带轮磨损', '护罩碰擦']],
    ['Wrong oil (too thick, old), or filter blocked', ['Wrong oil (too thick, old)', 'filter blocked']],
    ['Belt slack, pulley worn', ['Belt slack, pulley worn']],
    ['Set to 0.5 bar', ['Set to 0.5 bar']],
    ['', []],
  ])('parts %s', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  test('tells an ordered list from a list of alternatives', () => {
    expect(isOrderedList('1. Vent 2. Clean')).toBe(true);
    expect(isOrderedList('排气；清洗')).toBe(false);
  });
});
