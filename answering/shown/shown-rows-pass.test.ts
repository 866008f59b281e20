import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_ROLES } from '../../kernel/index.ts';
import { quotePassage } from '../compose/composition.ts';
import { ACCESS, evidenceOf } from '../compose/plant.test-support.ts';
import { citedRow } from '../compose/source-of.ts';
import { understandRequest } from '../understand-request.ts';
import { isNamedRow } from '../verify/verbatim.ts';
import { showRow } from './show-row.ts';

const HEADERS = [
  'title_en',
  'title_zh',
  'Cause',
  '原因',
  'Torque (N·m)',
  '力矩（N·m）',
  'Unit',
  'Level',
  '序号',
  'Max Position [rad (deg)]',
  'x',
  'S',
  '',
];
const WORDS = [
  '',
  '0',
  '-5',
  '12.5',
  '更换电池；然后重启。',
  'Replace it; then restart.',
  'a: b',
  '- dash',
  '3 (4)',
  'N·m',
  '27 N*m',
  'C_SC_TA_1',
  '*',
  '±2°',
];
const row = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...HEADERS), fc.option(fc.constantFrom(...COLUMN_ROLES), { nil: undefined }), fc.constantFrom(...WORDS)),
  {
    minLength: 1,
    maxLength: 8,
    selector: ([header]) => header,
  },
);

describe('a row as it is shown', () => {
  it('says whole cells that it cites, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(row, fc.constantFrom('What does title 12.5 mean?', '序号 12.5 的原因是什么？'), async (cells, text) => {
        const evidence = evidenceOf([{ title: 'List', lines: [{ kind: 'table-row', headings: [], row: cells }] }]);
        const [document] = await evidence.passages.documents(ACCESS);
        const [stored] = document === undefined ? [] : await evidence.passages.range(ACCESS, document.version.id, 0, 0);
        if (stored === undefined) throw new Error('the row is not stored');
        const { question } = await understandRequest(evidence, ACCESS, { question: text }, 0);
        const shown = showRow(question, quotePassage(stored));
        if (shown.text === '') return;
        expect(isNamedRow(shown.text, citedRow(stored, shown.spans)), shown.text).toBe(true);
        for (const { start, end } of shown.spans) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 200 },
    );
  });
});
