import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import type { Line } from './lay-out.test-support.ts';
import { ACCESS, evidenceOf } from './plant.test-support.ts';

async function ask(lines: readonly Line[], question: string) {
  const { content } = await answerQuestion(
    evidenceOf([{ title: 'Notes 记录', lines }]),
    ACCESS,
    { question },
    new AbortController().signal,
  );
  return { decision: content.decision, said: content.claims.map(({ text }) => text), missing: content.missing };
}

type Roles = 'parameter' | 'value' | 'term' | 'definition' | 'alarm-code' | 'alarm-text' | 'cause' | 'interval';
const field = (headings: readonly string[], key: string, keyRole: Roles, value: string, role: Roles): Line => ({
  kind: keyRole === 'term' ? 'definition' : 'table-row',
  headings,
  row: [
    ['', keyRole, key],
    [key, role, value],
  ],
});
const item = (headings: readonly string[], text: string, leadIn?: string): Line => ({
  kind: 'paragraph',
  headings,
  text,
  item: true,
  ...(leadIn === undefined ? {} : { leadIn }),
});

describe('a field', () => {
  it.each([
    ['P-101', 'Rated flow', '12 m³/h', 'What is the rated flow of P-101?'],
    ['P-101', '额定流量', '12 m³/h', 'P-101 的额定流量是多少？'],
  ])('is said as it is printed, with its key once: %s %s', async (heading, key, value, question) => {
    expect(await ask([field([heading], key, 'parameter', value, 'value')], question)).toMatchObject({
      decision: 'answered',
      said: [`${key}: ${value}`],
    });
  });
});

describe('a definition and a code that open an item', () => {
  it.each([
    [
      field(['Terms'], 'Cavitation', 'term', 'Vapour bubbles in the suction eye.', 'definition'),
      'What is cavitation?',
      'Cavitation: Vapour bubbles in the suction eye.',
    ],
    [field(['术语'], '汽蚀', 'term', '吸入口产生的气泡。', 'definition'), '什么是汽蚀？', '汽蚀: 吸入口产生的气泡。'],
    [
      field(['Faults'], '2405', 'alarm-code', 'Joint limit exceeded', 'alarm-text'),
      'What does alarm 2405 mean?',
      '2405: Joint limit exceeded',
    ],
    [field(['故障'], '2405', 'alarm-code', '关节超限', 'alarm-text'), '报警 2405 是什么意思？', '2405: 关节超限'],
  ])('are answers: %#', async (line, question, said) => {
    expect(await ask([line], question)).toMatchObject({ decision: 'answered', said: [said] });
  });
});

describe('a list under a symptom', () => {
  it.each([
    ['Pump does not start', 'Possible causes:', ['No power.', 'Motor protection tripped.'], 'Why does the pump not start?'],
    ['泵不启动', '可能原因：', ['没有电源。', '电机保护跳闸。'], '泵不启动是什么原因？'],
  ])('gives all its causes: %s', async (symptom, leadIn, causes, question) => {
    const lines = causes.map((text) => item(['Troubleshooting 故障排除', symptom], text, leadIn));
    const other = item(['Troubleshooting 故障排除', 'Noise 噪音'], 'Bearing worn 轴承磨损', leadIn);
    const content = await ask([...lines, other], question);
    expect(content.decision, content.missing).toBe('answered');
    expect(content.said).toHaveLength(2);
    causes.forEach((cause, at) => {
      expect(content.said[at]).toContain(cause);
    });
  });
});

describe('a question with its answer', () => {
  it.each([
    ['What is the maximum cable length?', 'At most 100 m.', 'What is the maximum cable length?'],
    ['How long may the cable be at most?', '100 m.', 'How long may the cable be at most?'],
    ['电缆最长是多少？', '不超过 100 m。', '电缆最长是多少？'],
  ])('answers that question: %s', async (heading, text, question) => {
    const content = await ask([{ kind: 'paragraph', headings: ['FAQ', heading], text }], question);
    expect(content).toMatchObject({ decision: 'answered', said: [text] });
  });
});

describe('the title of a callout', () => {
  it.each([
    ['Every 6 months', 'Clean the oil filter.', 'How often is the oil filter cleaned?'],
    ['每 6 个月', '清洗滤油器。', '滤油器多久清洗一次？'],
  ])('is a condition of what stands in it: %s', async (leadIn, text, question) => {
    const content = await ask([{ kind: 'paragraph', headings: ['Maintenance 保养'], text, leadIn }], question);
    expect(content.decision, content.missing).toBe('answered');
    expect(content.said.join()).toContain(leadIn);
    expect(content.said.join()).toContain(text);
  });
});
