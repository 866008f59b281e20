import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DescribedDocument, scopeNames } from './scope-names.ts';
import { statedScopeNames } from './stated-scope-names.ts';

function named(given: Partial<DescribedDocument>): string[] {
  const document = { uri: 'a.md', fileName: 'a.md', stated: [], ...given };
  return scopeNames(document).map(({ kind, text, source }) => `${kind} ${text} (${source})`);
}

describe('scopeNames', () => {
  it.each([
    ['pumps/P-600/torque.md', ['model P-600 (folder)']],
    ['泵/P-600/力矩.md', ['model P-600 (folder)']],
    ['docs/en/3-mechArm/FAQ.md', ['model mechArm (folder)']],
    ['文档/2-双臂机器人/快速介绍.md', ['product 双臂机器人 (folder)']],
    ['manuals/X200/v2.1/FAQ.md', ['version v2.1 (folder)', 'model X200 (folder)']],
    ['手册/X200/版本2.1/常见问题.md', ['version 版本2.1 (folder)', 'model X200 (folder)']],
    ['archive/2024/maintenance manuals/a.pdf', []],
    ['检修规程/设备维护手册/2024/说明.pdf', []],
    ['https://example.com/wiki/X200/faq.html', ['model X200 (folder)', 'product wiki (folder)']],
  ])('takes the folders of %s', (uri, expected) => {
    expect(named({ uri })).toEqual(expected);
  });

  it.each(['/home/anna7B/X200/a.md', 'C:\\data\\X200\\a.md', 'file:///srv/X200/a.md', '~/X200/a.md', 'upload:3f2a', '../X200'])(
    'takes none from the machine path %s',
    (uri) => {
      expect(named({ uri })).toEqual([]);
    },
  );

  it.each([
    ['P-600_torque_table.pdf', ['model P-600 (file)']],
    ['X200维护手册.docx', ['model X200 (file)']],
    ['maintenance manual.pdf', []],
    ['常见问题.md', []],
    ['pump 24V.md', []],
  ])('takes designations of the file %s', (fileName, expected) => {
    expect(named({ fileName, uri: fileName })).toEqual(expected);
  });

  it.each([
    ['myCobot 280 Quick Start', ['model myCobot 280 (title)']],
    ['X200 机械臂 快速介绍', ['model X200 (title)']],
    ['Quick start 2024', []],
    ['Supply of 24V', []],
  ])('takes designations of the title %s', (title, expected) => {
    expect(named({ title })).toEqual(expected);
  });

  it('names a thing once, by its most deliberate source, and the number of the document not at all', () => {
    const stated = statedScopeNames('Model: P-600', 'cover');
    expect(named({ uri: 'pumps/P-600/P-600.md', fileName: 'P-600.md', title: 'P-600', stated })).toEqual(['model P-600 (cover)']);
    expect(named({ fileName: 'WI-PM-0042.pdf', documentNumber: 'WI-PM-0042' })).toEqual([]);
  });

  it('never throws, and gives at most twelve names that stand in what it was given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (uri, fileName, title) => {
        const names = scopeNames({ uri, fileName, title, stated: [] });
        expect(names.length).toBeLessThanOrEqual(12);
        for (const { text } of names) expect(text.trim()).not.toBe('');
      }),
    );
  });
});

describe('statedScopeNames', () => {
  it.each([
    ['Model: X200, X300', ['model X200', 'model X300']],
    ['适用型号：X200、X300', ['model X200', 'model X300']],
    ['Product name: Circulation skid', ['product Circulation skid']],
    ['产品名称：循环撬装', ['product 循环撬装']],
    ['Serial numbers: 1000–1999', ['serial-range 1000–1999']],
    ['适用序列号\tA1000～A1999', ['serial-range A1000～A1999']],
    ['Firmware version: 2.4', ['version 2.4']],
    ['固件版本：2.4', ['version 2.4']],
    ['Variant: ATEX', ['variant ATEX']],
    ['配置型式：防爆', ['variant 防爆']],
    ['The model: it is heavy.', []],
    ['型号：按铭牌确认后填写。', []],
  ])('reads %s', (line, expected) => {
    expect(statedScopeNames(line, 'cover').map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
  });
});
