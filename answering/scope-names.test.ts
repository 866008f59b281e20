import { describe, expect, it } from 'vitest';
import type { AnswerContent } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './compose/plant.test-support.ts';

function paragraphs(uri: string, title: string, ...texts: string[]): TestDocument {
  return { uri, title, lines: texts.map((text) => ({ kind: 'paragraph', headings: [], text })) };
}

const ENGLISH = [
  paragraphs('pumps/P-600/torque.md', 'Torque table', 'The tightening torque of the casing bolts is 68 N·m.'),
  paragraphs('arms/X200/faq.md', 'FAQ', 'The tightening torque of the cover bolts is 12 N·m.'),
  paragraphs('arms/X300/faq.md', 'FAQ', 'The rated flow of the pump is 30 m³/h.'),
  paragraphs('arms/X300/v2.1/limits.md', 'Limits', 'The rated voltage of the motor is 24 V.'),
  paragraphs('arms/X300/v3.0/notes.md', 'Notes', 'The firmware is signed.'),
];
const CHINESE = [
  paragraphs('泵/P-600/力矩.md', '力矩表', '泵壳螺栓的拧紧力矩为 68 N·m。'),
  paragraphs('机械臂/X200/faq.md', '快速介绍', '端盖螺栓的拧紧力矩为 12 N·m。'),
  paragraphs('机械臂/X300/faq.md', '快速介绍', '水泵的额定流量为 30 m³/h。'),
  paragraphs('机械臂/X300/版本2.1/参数.md', '参数', '电机的额定电压为 24 V。'),
  paragraphs('机械臂/X300/版本3.0/说明.md', '说明', '固件已签名。'),
];

async function ask(documents: readonly TestDocument[], question: string): Promise<AnswerContent> {
  const answer = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return answer.content;
}

describe('a question that names the product', () => {
  it.each([
    [ENGLISH, 'What is the tightening torque of the casing bolts of P-600?', '68 N·m', 'Torque table'],
    [ENGLISH, 'What is the tightening torque of the cover bolts of the X200?', '12 N·m', 'FAQ (X200)'],
    [ENGLISH, 'What is the rated flow of the pump of X-300?', '30 m³/h', 'FAQ (X300)'],
    [ENGLISH, 'What is the rated voltage of the motor of X300 version 2.1?', '24 V', 'Limits'],
    [CHINESE, 'P-600 泵壳螺栓的拧紧力矩是多少？', '68 N·m', '力矩表'],
    [CHINESE, 'X200 端盖螺栓的拧紧力矩是多少？', '12 N·m', '快速介绍（X200）'],
    [CHINESE, 'X300 水泵的额定流量是多少？', '30 m³/h', '快速介绍（X300）'],
    [CHINESE, 'X300 版本2.1 的电机额定电压是多少？', '24 V', '参数'],
  ])('is answered from a passage that does not name it: %#', async (documents, question, value, title) => {
    const content = await ask(documents, question);
    expect(content.missing).toBe('');
    expect(content.decision).toBe('answered');
    expect(content.claims[0]?.text).toContain(value);
    expect(content.citations[0]?.title).toBe(title);
  });

  it.each([
    [ENGLISH, 'What is the tightening torque of the cover bolts of the X300?'],
    [ENGLISH, 'What is the rated flow of the pump of X200?'],
    [ENGLISH, 'What is the tightening torque of the casing bolts of P-700?'],
    [ENGLISH, 'What is the tightening torque of the casing bolts of X200?'],
    [ENGLISH, 'What is the rated voltage of the motor of X300 version 3.0?'],
    [CHINESE, 'X300 端盖螺栓的拧紧力矩是多少？'],
    [CHINESE, 'X200 水泵的额定流量是多少？'],
    [CHINESE, 'P-700 泵壳螺栓的拧紧力矩是多少？'],
    [CHINESE, 'X200 泵壳螺栓的拧紧力矩是多少？'],
    [CHINESE, 'X300 版本3.0 的电机额定电压是多少？'],
  ])('is not answered from a document about another one: %#', async (documents, question) => {
    const content = await ask(documents, question);
    expect(content.decision).not.toBe('answered');
    expect(content.claims.every(({ text }) => text !== '')).toBe(true);
  });

  it.each([
    [
      'What is the tightening torque of the cover bolts of the X300?',
      'X300',
      [paragraphs('arms/X200/a.md', 'Arms', 'The tightening torque of the cover bolts of the X300 is 15 N·m.')],
    ],
    ['X300 端盖螺栓的拧紧力矩是多少？', 'X300', [paragraphs('机械臂/X200/a.md', '机械臂', 'X300 端盖螺栓的拧紧力矩为 15 N·m。')]],
  ])('is answered from a passage that names it, whatever its document is about: %s', async (question, name, documents) => {
    const content = await ask([...documents, paragraphs(`arms/${name}/b.md`, 'Other', 'Text. 正文。')], question);
    expect(content.decision).toBe('answered');
    expect(content.claims[0]?.text).toContain('15 N·m');
  });

  it.each([
    [
      'area-11-a.md',
      'What is the tightening torque of P-687?',
      'Pump II (P-687) circulates.',
      'The tightening torque of pump II is 15 N·m.',
    ],
    ['line-22-b.md', 'P-687 的拧紧力矩是多少？', '2号泵（P-687）为循环水泵。', '2号泵的拧紧力矩为 15 N·m。'],
  ])('is answered from a file whose name is no tag however near it comes: %s', async (uri, question, ...texts) => {
    const content = await ask([paragraphs(uri, 'Notes', ...texts)], question);
    expect(content.decision).toBe('answered');
    expect(content.claims[0]?.text).toContain('15 N·m');
    expect((await ask([paragraphs('P-688.md', 'Notes', ...texts)], question)).decision).not.toBe('answered');
  });

  it('is refused with what the documents are about', async () => {
    const content = await ask(ENGLISH, 'What is the tightening torque of the cover bolts of the X300?');
    expect(content).toMatchObject({ decision: 'abstained', reason: 'wrong-asset' });
    expect(content.missing).toBe('The documents give this for X200, not for X300.');
    const chinese = await ask(CHINESE, 'X300 端盖螺栓的拧紧力矩是多少？');
    expect(chinese.missing).toBe('文档中只有X200的相关内容，没有 X300 的。');
  });

  it('gives the same bytes in whatever order the documents came', async () => {
    const question = 'What is the tightening torque of the cover bolts of the X200?';
    expect(await ask([...ENGLISH].reverse(), question)).toEqual(await ask(ENGLISH, question));
  });

  it.each([
    ['cover', 'What is the tightening torque of the cover bolts of the X200?', 'The tightening torque of the cover bolts is 12 N·m.'],
    ['register', 'X200 端盖螺栓的拧紧力矩是多少？', '端盖螺栓的拧紧力矩为 12 N·m。'],
    ['front-matter', 'X200 端盖螺栓的拧紧力矩是多少？', '端盖螺栓的拧紧力矩为 12 N·m。'],
  ] as const)('may find it in the %s', async (source, question, text) => {
    const document: TestDocument = {
      title: 'FAQ',
      stated: [{ kind: 'model', text: 'X200', source }],
      lines: [{ kind: 'paragraph', headings: [], text }],
    };
    expect((await ask([document], question)).decision).toBe('answered');
    expect((await ask([{ ...document, stated: [] }], question)).decision).not.toBe('answered');
  });
});

describe('a manual that is titled for a series and says which machines it holds for', () => {
  const LINES = {
    en: ['The discharge temperature of the compressor trips at 110 °C.', 'The cover bolts of KC-302 are tightened to 180 N·m.'],
    zh: ['压缩机排气温度跳机值为 110 °C。', 'KC-302 的盖板螺栓拧紧力矩为 180 N·m。'],
  } as const;
  const manual = (language: 'zh' | 'en', names: readonly string[]): readonly TestDocument[] => [
    {
      title: language === 'zh' ? 'KC-300 系列螺杆压缩机手册' : 'KC-300 series screw compressor manual',
      stated: names.map((text) => ({ kind: 'model' as const, text, source: 'cover' as const })),
      lines: LINES[language].map((text) => ({ kind: 'paragraph' as const, headings: [], text })),
    },
  ];

  it.each([
    ['en', 'What is the discharge temperature trip of KC-301?'],
    ['zh', 'KC-301 的排气温度跳机值是多少？'],
  ] as const)('answers for each of them in %s, and for no other machine of that name', async (language, question) => {
    const answer = (names: readonly string[]) => ask(manual(language, names), question);
    const stated = await answer(['KC-301', 'KC-302']);
    expect(stated.claims.map(({ text }) => text).join()).toContain('110 °C');
    expect((await answer([])).decision).not.toBe('answered');
    expect((await answer(['KC-302', 'KC-303'])).decision).not.toBe('answered');
  });

  it.each([
    ['en', 'What is the torque of the cover bolts of KC-301?'],
    ['zh', 'KC-301 的盖板螺栓拧紧力矩是多少？'],
  ] as const)('does not give one of them what it says of another in %s', async (language, question) => {
    const content = await ask(manual(language, ['KC-301', 'KC-302']), question);
    expect([content.decision, content.claims.some(({ text }) => text.includes('180'))]).not.toEqual(['answered', true]);
  });
});

describe('a code that documents have only as the beginning of a longer one', () => {
  it.each([
    ['What range does the ARS408 radar have?', 'The ARS408-21 radar has a range of 250 m.'],
    ['ARS408 毫米波雷达能测多远？', 'ARS408-21 毫米波雷达的测距范围为 250 m。'],
  ])('is not said to stand in none: %s', async (question, text) => {
    const content = await ask([paragraphs('radar.md', 'Radar', text)], question);
    expect([content.reason, content.missing.includes('No document knows'), content.missing.includes('文档中没有 ARS408')]).not.toContain(
      true,
    );
    expect(content.reason).not.toBe('absent');
    expect(content.citations.map(({ quote }) => quote).join()).toContain('250 m');
  });
});
