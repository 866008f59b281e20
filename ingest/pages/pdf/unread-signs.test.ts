import { describe, expect, test } from 'vitest';
import { line, makePdf, readPdf } from './make-pdf.test-support.ts';

describe('signs that a font maps to nothing', () => {
  test.each([
    ['en', 'Torque \uE123 48 N·m'],
    ['zh', '扭矩 \uE123 48 N·m'],
  ])('are in no passage, but excluded and told with their pages (%s)', async (_, text) => {
    const path = await makePdf((pen) => {
      pen.addPage();
      line(pen, 'Page one 第一页', 60, 100);
      pen.addPage();
      line(pen, text, 60, 100);
    });
    const { passages, excluded, conclusion } = await readPdf(path);
    expect(passages.map((passage) => passage.text).join('')).not.toContain('\uE123');
    expect(excluded.map(({ reason }) => reason)).toContain('unmapped-glyphs');
    expect(conclusion.report.warnings).toEqual([expect.stringContaining('quoted from pages 2.')]);
  });
});
