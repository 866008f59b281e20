import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findConcepts } from './find-concepts.ts';

const read = (text: string) => findConcepts(text).map((mention) => [text.slice(mention.start, mention.end), mention.concept.id]);

describe('findConcepts', () => {
  test('takes the longest name', () => {
    expect(read('更换机械密封')).toEqual([
      ['更换', 'activity/replace'],
      ['机械密封', 'component/mechanical-seal'],
    ]);
    expect(read('mechanical seal')).toEqual([['mechanical seal', 'component/mechanical-seal']]);
  });

  test('cuts a run of Chinese so that most of it is read', () => {
    expect(read('更换机油滤芯')).toEqual([
      ['更换', 'activity/replace'],
      ['机油滤芯', 'component/oil-filter'],
    ]);
  });

  test('reads English inflections and shop-floor shorthand', () => {
    expect(read('Replaced leaking mech seals').map(([, id]) => id)).toEqual([
      'activity/replace',
      'failure-mode/leakage',
      'component/mechanical-seal',
    ]);
    expect(read("pump won't start").map(([, id]) => id)).toEqual(['equipment/pump', 'failure-mode/fail-to-start-on-demand']);
  });

  test('reads a verb whose particle stands behind its object, and keeps the names in the object', () => {
    expect(read('How do I shut the skid down?')).toContainEqual(['shut', 'activity/stop']);
    expect(read('shutting pump P-101 down')).toEqual([
      ['shutting', 'activity/stop'],
      ['pump', 'equipment/pump'],
    ]);
    expect(read('lock the breaker out').map(([, id]) => id)).toContain('activity/lock-out');
    for (const text of [
      'shut the valve and go down',
      'shut the valve. Down there',
      'shut it when the level is down',
      'shut the valve of the tank down',
    ])
      expect(read(text).map(([, id]) => id)).not.toContain('activity/stop');
  });

  test('reads traditional characters and full width, and gives offsets in the text as given', () => {
    expect(read('檢查機械密封，Ｏ形圈')).toEqual([
      ['檢查', 'activity/inspect'],
      ['機械密封', 'component/mechanical-seal'],
      ['Ｏ形圈', 'component/o-ring'],
    ]);
  });

  test('takes a one-character Chinese name only where it stands free', () => {
    expect(read('机封漏')).toEqual([
      ['机封', 'component/mechanical-seal'],
      ['漏', 'failure-mode/leakage'],
    ]);
    expect(read('遗漏')).toEqual([]);
    expect(read('关键管理人员')).toEqual([]);
  });

  test('matches whole English words only', () => {
    expect(read('leakproof sealant')).toEqual([['sealant', 'material/thread-sealant']]);
    expect(read('in case of use')).toEqual([]);
  });

  test('gives spans in order, without overlap, inside the text', () => {
    const piece = fc.constantFrom(
      '机封',
      '漏',
      'leaking',
      'pump',
      ' ',
      '，',
      '更换',
      'Ｏ形圈',
      'x',
      '机油滤芯',
      'mech seal',
      '\t',
      '压力',
      '不',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let done = 0;
        for (const mention of findConcepts(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(done);
          expect(mention.end).toBeGreaterThan(mention.start);
          done = mention.end;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
