import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const NEVER = new AbortController().signal;

const FORMS = {
  en: {
    asks: (asset: string) => `Why is the motor bearing of ${asset} noisy?`,
    columns: ['Date', 'Equipment', 'Symptom', 'Cause', 'Remedy'],
    rows: [
      ['2025-05-30', 'K-303', 'motor bearing noisy', 'grease dried out', 'regreased'],
      ['2025-08-25', 'K-303', 'belt slips', 'belt worn', 'belt replaced'],
      ['2025-09-25', 'K-302', 'motor bearing noisy', 'cage broken', 'bearing replaced'],
      ['2025-10-01', 'K-303', 'motor bearing noisy', '', 'looked at'],
    ],
    table: 'A noisy motor bearing of K-303 is caused by misalignment.',
  },
  zh: {
    asks: (asset: string) => `${asset} 电机轴承异响是什么原因？`,
    columns: ['日期', '设备编号', '故障现象', '故障原因', '处理措施'],
    rows: [
      ['2025-05-30', 'K-303', '电机轴承异响', '润滑脂干涸', '补充润滑脂'],
      ['2025-08-25', 'K-303', '皮带打滑', '皮带老化', '更换皮带'],
      ['2025-09-25', 'K-302', '电机轴承异响', '保持架断裂', '更换轴承'],
      ['2025-10-01', 'K-303', '电机轴承异响', '', '检查'],
    ],
    table: 'K-303 电机轴承异响的原因是对中不良。',
  },
} as const;
const ROLES = ['date', 'asset', 'symptom', 'cause', 'remedy'] as const;

function logOf({ columns, rows }: (typeof FORMS)['en' | 'zh']): TestDocument {
  return {
    title: 'log.csv',
    lines: rows.map((cells) => ({
      kind: 'log-entry',
      headings: [],
      row: cells.map((text, at) => [columns[at] ?? '', ROLES[at], text] as const),
    })),
  };
}

describe.each(['en', 'zh'] as const)('a fault whose cause no document tells, in %s', (language) => {
  const form = FORMS[language];
  const ask = async (asset: string, documents: readonly TestDocument[]) =>
    (await answerQuestion(evidenceOf(documents), ACCESS, { question: form.asks(asset) }, NEVER)).content;

  it('is shown with what was found when the machine had it before, as nearest and of no other fault or machine', async () => {
    const content = await ask('K-303', [logOf(form)]);
    expect(content.decision).toBe('nearest');
    expect(content.citations.map(({ quote }) => quote)).toEqual([form.rows[0].join('\t')]);
  });

  it('is answered by the document that tells it, where there is one', async () => {
    const manual: TestDocument = { title: 'K-303', lines: [{ kind: 'paragraph', headings: [], text: form.table }] };
    const content = await ask('K-303', [logOf(form), manual]);
    expect(content.claims.map(({ text }) => text)).toEqual([form.table]);
  });

  it('has nothing to be shown where the machine never had it', async () => {
    const content = await ask('K-304', [logOf(form)]);
    expect(content.claims).toEqual([]);
  });
});
