import { describe, expect, it } from 'vitest';
import { markdownParser } from '../flow/markdown/markdown-parser.ts';
import { rstParser } from '../flow/rst/rst-parser.ts';
import { textParser } from '../flow/text/text-parser.ts';
import { line, makePdf, readPdf } from '../pages/pdf/make-pdf.test-support.ts';
import type { DocumentParser } from '../parser/document-parser.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';

async function namesIn(parser: DocumentParser, name: string, text: string): Promise<readonly string[]> {
  const { survey } = await readWhole(parser, await temporaryFile(name, text));
  return (survey.properties.scopeNames ?? []).map(({ kind, text: words, source }) => `${kind} ${words} (${source})`);
}

describe('names of scope', () => {
  it.each([
    ['en', 'Model: X200, X300', ['model X200 (cover)', 'model X300 (cover)'], 'Prose of the first section.'],
    ['zh', '适用型号：X200', ['model X200 (cover)'], '第一节的正文。'],
  ])('are read from the first lines in %s', async (_, label, expected, prose) => {
    const flow = `${label}\n\n`;
    expect(await namesIn(markdownParser, 'a.md', `# Manual\n\n${flow}## One\n\n${prose}\n`)).toEqual(expected);
    expect(await namesIn(rstParser, 'a.rst', `Manual\n======\n\n${flow}One\n---\n\n${prose}\n`)).toEqual(expected);
    expect(await namesIn(textParser, 'a.txt', `${flow}${prose}\n`)).toEqual(expected);
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, 'Manual', 60, 100, 20, 'bold');
      line(pen, label, 60, 140);
    });
    const { survey } = await readPdf(path);
    expect(survey.properties.scopeNames?.map(({ text }) => text)).toEqual(expected.map((one) => one.split(' ')[1]));
  });

  it.each([
    ['en', 'Applies to compressors KC-301, KC-302 and KC-303.', 'Scope', 'This manual applies to the pumps P-201 and P-202.'],
    ['zh', '适用于压缩机 KC-301、KC-302 和 KC-303。', '适用范围', '本手册适用于 P-201、P-202 循环水泵。'],
  ])('are read from what the document says it holds for in %s', async (_, opening, section, own) => {
    const expected = ['model KC-301 (cover)', 'model KC-302 (cover)', 'model KC-303 (cover)'];
    const owned = ['model P-201 (cover)', 'model P-202 (cover)'];
    expect(await namesIn(markdownParser, 'a.md', `# Manual\n\n${opening}\n\n## One\n\n${own}\n`)).toEqual([...expected, ...owned]);
    expect(await namesIn(markdownParser, 'b.md', `# Manual\n\n## ${section}\n\n${opening}\n\n${own}\n`)).toEqual(owned);
    expect(await namesIn(rstParser, 'a.rst', `Manual\n======\n\n${opening}\n\nOne\n---\n\n${own}\n`)).toEqual([...expected, ...owned]);
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, 'Manual', 60, 100, 20, 'bold');
      line(pen, opening, 60, 140);
      line(pen, `1 ${section}`, 60, 180, 14, 'bold');
      line(pen, own, 60, 220);
    });
    const { survey } = await readPdf(path);
    expect(survey.properties.scopeNames?.map(({ kind, text, source }) => `${kind} ${text} (${source})`)).toEqual([...expected, ...owned]);
  });

  it('are read from front matter', async () => {
    expect(await namesIn(markdownParser, 'a.md', '---\ntitle: FAQ\nproduct: ultraArm\nmodel: P340\n---\n\nText.\n')).toEqual([
      'product ultraArm (front-matter)',
      'model P340 (front-matter)',
    ]);
    expect(await namesIn(markdownParser, 'b.md', '---\ntitle: 常见问题\n型号: P340\n---\n\n正文。\n')).toEqual([
      'model P340 (front-matter)',
    ]);
  });

  it('are not read from a section, a sentence or what stands under another name', async () => {
    expect(await namesIn(markdownParser, 'a.md', '# Manual\n\n## Spare parts\n\nModel: X900\n')).toEqual([]);
    expect(await namesIn(markdownParser, 'b.md', '# 手册\n\n## 备件\n\n型号：X900\n')).toEqual([]);
    expect(await namesIn(markdownParser, 'c.md', '---\ntitle: Camera\ninternal-parts:\n  model: A9\n---\n\nText.\n')).toEqual([]);
  });
});
