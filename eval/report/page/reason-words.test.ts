import { expect, it } from 'vitest';
import { reasonWords } from './reason-words.ts';

it('says a reason in both languages, with quotations as they stand, and leaves what it has no words for', () => {
  expect(reasonWords('alignment: no source')).toEqual({ zh: '对应内容：没有来源', en: 'alignment: no source' });
  expect(reasonWords('support: supported with a chance of 12 %, by the sentences that hold most of it together').zh).toBe(
    '支持：得到支持的可能性为 12 %，依据共同包含其大部分内容的句子',
  );
  expect(reasonWords('negation: “泄漏” is denied by only one of claim and source').zh).toBe('否定：该句与来源只有一方否定“泄漏”');
  expect(reasonWords('quantity: something new').zh).toBe('数值：something new');
  expect(reasonWords('lacks 45 N·m')).toEqual({ zh: 'lacks 45 N·m', en: 'lacks 45 N·m' });
});
