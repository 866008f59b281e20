import { describe, expect, it } from 'vitest';
import { documentMatter } from './document-matter.ts';

describe('the place of a document', () => {
  it.each([
    ['gateway/zh/config/link.md', 'gateway/en/config/link.md'],
    ['guide/en/Feeder_FAQs.md', 'guide/zh/Feeder_FAQs_cn.md'],
    ['lidar.pdf', 'lidar_cn.pdf'],
    ['press/zh-CN/setup.rst', 'press/en_US/setup.rst'],
    ['手册/中文/安装.md', '手册/英文/安装.md'],
    ['feeder/v1.0/Feeder-v1.0/wiring.md', 'feeder/v1.1/Feeder-v1.1/wiring.md'],
    ['feeder/1.0/wiring.md', 'feeder/1.1/wiring.md'],
  ])('is one with that of its translation or other version: %s, %s', (left, right) => {
    expect(documentMatter(left).stem).toBe(documentMatter(right).stem);
    expect(documentMatter(left)).not.toEqual(documentMatter(right));
  });

  it.each([
    ['gateway/zh/config/link.md', 'gateway/en/config/port.md'],
    ['apollo_1_0_guide.md', 'apollo_2_0_guide.md'],
    ['P-600/faq.md', 'P-700/faq.md'],
  ])('is another for another matter: %s, %s', (left, right) => {
    expect(documentMatter(left).stem).not.toBe(documentMatter(right).stem);
  });

  it('says language and version', () => {
    expect(documentMatter('feeder/v1.10/zh/wiring.md')).toEqual({ stem: 'feeder//wiring.md', language: 'zh', version: 'v1.10' });
  });
});
