import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './compose/plant.test-support.ts';

async function ask(document: TestDocument, question: string) {
  return (await answerQuestion(evidenceOf([document]), ACCESS, { question }, new AbortController().signal)).content;
}

function table(headings: readonly string[], ...rows: readonly (readonly [string, string])[]): TestDocument {
  return {
    title: 'Data sheet 数据表',
    lines: rows.map(([name, value]) => ({
      kind: 'table-row',
      headings,
      row: [
        ['Parameter', 'parameter', name],
        ['Value', 'value', value],
      ],
    })),
  };
}

function text(words: string, headings: readonly string[] = []): TestDocument {
  return { title: 'Notes 记录', lines: [{ kind: 'paragraph', headings, text: words }] };
}

describe('a statement of the other member of a pair', () => {
  it.each([
    [table(['P-101'], ['Minimum flow', '12 m³/h']), 'What is the maximum flow of P-101?'],
    [table(['P-101'], ['Maximum bearing temperature', '80 °C']), 'What is the minimum bearing temperature of P-101?'],
    [table(['P-101'], ['Rated flow', '30 m³/h']), 'What is the maximum flow of P-101?'],
    [table(['K-301'], ['最高润滑油压力', '0.45 MPa']), 'K-301 的最低润滑油压力是多少？'],
    [table(['K-301'], ['润滑油压力上限', '0.45 MPa']), 'K-301 的润滑油压力下限是多少？'],
    [table(['P-101'], ['最小流量', '12 m³/h']), 'What is the maximum flow of P-101?'],
    [table(['P-101'], ['Minimum flow', '12 m³/h']), 'P-101 的最大流量是多少？'],
    [table(['P-101', 'Minimum values'], ['Flow', '12 m³/h']), 'What is the maximum flow of P-101?'],
    [table(['P-101'], ['Flow', 'min. 12 m³/h']), 'What is the maximum flow of P-101?'],
    [table(['P-101'], ['Suction pressure', '2 bar']), 'What is the discharge pressure of P-101?'],
    [table(['P-101'], ['入口压力', '2 bar']), 'P-101 的出口压力是多少？'],
    [
      table(['P-101'], ['Upper bearing temperature of the upper gearbox', '90 °C']),
      'What is the lower bearing temperature of the upper gearbox of P-101?',
    ],
    [text('The minimum flow of P-101 is 12 m³/h.'), 'What is the maximum flow of P-101?'],
    [text('The minimum flow of P-101 is 12 m³/h, its maximum pressure 5 bar.'), 'What is the maximum flow of P-101?'],
    [text('P-101 的最小流量为 12 m³/h，最高压力为 5 bar。'), 'P-101 的最大流量是多少？'],
    [text('The clearance is 0.3 mm.', ['P-101', 'Axial clearance']), 'What is the radial clearance of P-101?'],
  ])('is no answer: %#', async (document, question) => {
    expect((await ask(document, question)).decision).not.toBe('answered');
  });
});

describe('a statement of the asked member', () => {
  it.each([
    [table(['P-101'], ['Minimum flow', '12 m³/h'], ['Maximum flow', '40 m³/h']), 'What is the maximum flow of P-101?', '40'],
    [table(['K-301'], ['最高润滑油压力', '0.45 MPa'], ['最低润滑油压力', '0.1 MPa']), 'K-301 的最低润滑油压力是多少？', '0.1'],
    [table(['P-101'], ['Bearing temperature', '≤ 80 °C']), 'What is the maximum bearing temperature of P-101?', '80'],
    [table(['P-101'], ['Bearing temperature', '10–80 °C']), 'What is the maximum bearing temperature of P-101?', '80'],
    [table(['P-101'], ['Bearing temperature limit', '80 °C']), 'What is the maximum bearing temperature of P-101?', '80'],
    [table(['P-101'], ['Suction pressure', '3 bar']), 'What is the rated suction pressure of P-101?', '3'],
    [table(['P-101', 'Maximum values'], ['Flow', '40 m³/h']), 'What is the maximum flow of P-101?', '40'],
    [
      table(['P-101'], ['Lower bearing temperature of the upper gearbox', '90 °C']),
      'What is the lower bearing temperature of the upper gearbox of P-101?',
      '90',
    ],
    [text('The bearing temperature of P-101 must not exceed 80 °C.'), 'What is the maximum bearing temperature of P-101?', '80'],
    [text('P-101 的轴承温度不得超过 80 ℃。'), 'P-101 的最高轴承温度是多少？', '80'],
    [text('The flow of P-101 lies between min. 3 and max. 5 m³/h.'), 'What is the maximum flow of P-101?', '5'],
  ])('is the answer: %#', async (document, question, value) => {
    const content = await ask(document, question);
    expect(content.decision).toBe('answered');
    expect(content.claims[0]?.text).toContain(value);
  });

  it('is read from its own column', async () => {
    const row: TestDocument = {
      title: 'Data sheet',
      lines: [
        {
          kind: 'table-row',
          headings: ['P-101'],
          row: [
            ['Parameter', 'parameter', 'Flow'],
            ['Min', undefined, '3 m³/h'],
            ['Max', undefined, '5 m³/h'],
          ],
        },
      ],
    };
    expect((await ask(row, 'What is the maximum flow of P-101?')).claims.map((claim) => claim.text)).toEqual([
      'Parameter: Flow; Max: 5 m³/h',
    ]);
    expect((await ask(row, 'P-101 的最小流量是多少？')).claims.map((claim) => claim.text)).toEqual(['参数: Flow; Min: 3 m³/h']);
  });
});

describe('a procedure of the other direction', () => {
  const section = (title: string, ...steps: readonly string[]): TestDocument => ({
    title: 'Manual 手册',
    lines: [
      { kind: 'heading', headings: ['P-101'], text: title },
      ...steps.map((words, at) => ({ kind: 'step' as const, headings: ['P-101', title], text: words, marker: String(at + 1) })),
    ],
  });
  it.each([
    [section('Removing the mechanical seal', 'Drain the pump.', 'Take off the cover.'), 'How do I install the mechanical seal of P-101?'],
    [section('拆卸机械密封', '排空泵体。', '取下泵盖。'), 'P-101 的机械密封如何安装？'],
    [section('Mechanical seal', 'Remove the cover.', 'Remove the mechanical seal.'), 'How do I install the mechanical seal of P-101?'],
  ])('is no answer: %#', async (document, question) => {
    expect((await ask(document, question)).decision).not.toBe('answered');
  });

  it.each([
    [
      section('Installing the mechanical seal', 'Remove the old seal.', 'Press in the new seal.'),
      'How do I install the mechanical seal of P-101?',
    ],
    [section('安装机械密封', '取下旧密封。', '压入新密封。'), 'P-101 的机械密封如何安装？'],
  ])('is the answer with the same member: %#', async (document, question) => {
    expect((await ask(document, question)).decision).toBe('answered');
  });
});
