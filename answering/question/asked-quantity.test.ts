import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { asksDuration, isAskedQuantity } from './asked-quantity.ts';

describe('a question for a time', () => {
  it.each([
    'How long does it take to replace the seal?',
    'how many hours does an overhaul take',
    'What is the lead time of the seal?',
    'What is the response time of PT-1?',
    '更换机械密封需要多长时间？',
    '大修花费多少小时',
    'PT-1 的响应时间是多少？',
  ])('asks how long something takes: %s', (question) => {
    expect(asksDuration(question)).toBe(true);
  });

  it.each([
    'How often must the oil be changed?',
    'What is the oil change interval?',
    'After how many hours is the oil due?',
    'how long can the pump run without water',
    'At what time does the shift begin?',
    'When was the seal last replaced, and the time before?',
    'What is the running time of P-1?',
    '多久换一次油？',
    '需要多长时间换一次油？',
    '换油周期是多少？',
    '隔多少小时加一次脂',
  ])('leaves open or asks how often something is due: %s', (question) => {
    expect(asksDuration(question)).toBe(false);
  });

  it.each([
    ['it takes 4 h', 'every 2000 h'],
    ['约 4 小时', '每 2000 小时'],
  ])('is not answered by an interval where it asks how long something takes: %s, %s', (duration, interval) => {
    const asked = { dimensions: ['time'], isDurationAsked: true } as const;
    const open = { ...asked, isDurationAsked: false };
    const quantities = [duration, interval].flatMap((text) => findQuantities(text, siteGrammar([])).map(({ quantity }) => quantity));
    expect(quantities.map((quantity) => isAskedQuantity(asked, quantity))).toEqual([true, false]);
    expect(quantities.map((quantity) => isAskedQuantity(open, quantity))).toEqual([true, true]);
  });
});
