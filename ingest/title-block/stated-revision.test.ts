import { describe, expect, it } from 'vitest';
import { markdownParser } from '../flow/markdown/markdown-parser.ts';
import { rstParser } from '../flow/rst/rst-parser.ts';
import { textParser } from '../flow/text/text-parser.ts';
import { line, makePdf, readPdf } from '../pages/pdf/make-pdf.test-support.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';

/** Bodies that speak of revisions of other things, zh and en. */
const BODIES: readonly (readonly [string, readonly string[]])[] = [
  ['a source in English', ['The seal is changed every year.', '[1] Source: OEM Manual rev. 9']],
  ['a source in Chinese', ['机械密封每年更换一次。', '[1] 来源：厂家手册 版本 9']],
  ['a chip', ['The module holds a chip of revision v3.0.', 'Chip Revision: v3.0']],
  ['a chip in Chinese', ['ESP32 芯片版本 v3.0 与以前的版本有什么区别？', '芯片版本：v3.0']],
  ['a part', ['Board 4711 Rev. A is used.', 'Part no. 4711 Rev. A']],
  ['a part in Chinese', ['使用 4711 号主板 版本 A。', '零件号 4711 版本 A']],
  ['a label in a section', ['Text of the section, which is prose.', 'Rev. A']],
  ['a label in a section in Chinese', ['本节说明主板。', '版本：A', '文件编号：AB-1234']],
];

async function propertiesOf(format: 'markdown' | 'rst' | 'text' | 'pdf', texts: readonly string[]): Promise<object> {
  if (format === 'pdf') {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, '1 Maintenance of the pump', 60, 100, 16, 'bold');
      texts.forEach((text, index) => {
        line(pen, text, 60, 140 + 30 * index);
      });
    });
    return (await readPdf(path)).survey.properties;
  }
  const parser = { markdown: markdownParser, rst: rstParser, text: textParser }[format];
  const title = format === 'markdown' ? '# Manual\n\n## Maintenance\n\n' : format === 'rst' ? 'Maintenance\n===========\n\n' : '';
  const path = await temporaryFile(`a.${format}`, `${title}${texts.join('\n\n')}\n`);
  return (await readWhole(parser, path)).survey.properties;
}

describe.each(['markdown', 'rst', 'text', 'pdf'] as const)('the revision of a document in %s', (format) => {
  it.each(BODIES)('is not read from %s', async (_, texts) => {
    const properties = await propertiesOf(format, texts);
    expect(properties).not.toHaveProperty('revision');
    expect(properties).not.toHaveProperty('documentNumber');
  });
});

describe('front matter', () => {
  it('speaks of the document at its own level only', async () => {
    const text = '---\ntitle: Camera\nversion: 1.2\ninternal-parts:\n  rev: A\n---\n\nText.\n';
    const { survey } = await readWhole(markdownParser, await temporaryFile('a.md', text));
    expect(survey.properties).toMatchObject({ revision: '1.2' });
    const nested = '---\ntitle: Camera\ninternal-parts:\n  rev: A\n---\n\nText.\n';
    expect((await readWhole(markdownParser, await temporaryFile('b.md', nested))).survey.properties).not.toHaveProperty('revision');
  });
});
