import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

type Row = readonly [thing: string, value: string];

const table = (title: string, headings: readonly string[], [thing, value]: Row, ...rows: readonly Row[]): TestDocument => ({
  title,
  lines: rows.map(([words, said]) => ({
    kind: 'table-row',
    headings,
    row: [
      [thing, 'component', words],
      [value, value.includes('orque') || value.includes('力矩') ? 'torque' : 'value', said],
    ],
  })),
});

const TORQUES = table(
  'Mixer handbook',
  ['Assembly', 'Torques'],
  ['Fastener', 'Torque'],
  ['Gearbox cover grub screws', '9 N·m'],
  ['Gearbox foot bolts', '86 N·m'],
  ['Blade nuts', '41 N·m'],
);
const ZH_TORQUES = table(
  '搅拌机手册',
  ['装配', '力矩'],
  ['紧固件', '力矩'],
  ['齿轮箱端盖顶丝', '9 N·m'],
  ['齿轮箱底脚螺栓', '86 N·m'],
  ['桨叶螺母', '41 N·m'],
);
const TEMPERATURES = table(
  'Dryer handbook',
  ['Limits'],
  ['Bearing', 'Temperature limit'],
  ['Fan thrust bearing', '85 °C'],
  ['Drum roller bearing', '95 °C'],
);

async function ask(question: string, ...documents: readonly TestDocument[]) {
  const { content } = await answerQuestion(evidenceOf(documents), ACCESS, { question }, new AbortController().signal);
  return { ...content, said: content.claims.map(({ text }) => text).join('\n') };
}

describe('a value that is listed for another thing', () => {
  it.each([
    ['What is the torque of the gearbox cover bolts?', TORQUES, '9 N·m'],
    ['What torque do the blade bolts need?', TORQUES, '41 N·m'],
    ['齿轮箱端盖螺栓的拧紧力矩是多少？', ZH_TORQUES, '9 N·m'],
    ['桨叶螺栓的力矩是多少？', ZH_TORQUES, '41 N·m'],
    ['What is the torque of the gearbox cover dowels?', TORQUES, '9 N·m'],
    ['齿轮箱端盖定位销的力矩是多少？', ZH_TORQUES, '9 N·m'],
    ['What is the temperature limit of the fan plain bearing?', TEMPERATURES, '85 °C'],
  ])('answers nothing: %s', async (question, document) => {
    const { decision, said } = await ask(question, document);
    expect(decision, said).not.toBe('answered');
  });

  it('is shown as what comes nearest, with what is missing said, in either language', async () => {
    const english = await ask('What is the torque of the gearbox cover bolts?', TORQUES);
    expect([english.decision, english.missing]).toEqual(['nearest', expect.stringContaining('“bolts”')]);
    const chinese = await ask('齿轮箱端盖螺栓的拧紧力矩是多少？', ZH_TORQUES);
    expect([chinese.decision, chinese.missing]).toEqual(['nearest', expect.stringMatching(/“(?:螺栓|端盖)”/u)]);
  });
});

describe('a value that is listed for the asked thing', () => {
  it.each([
    ['What is the torque of the gearbox foot bolts?', TORQUES, '86 N·m'],
    ['What is the torque of the grub screws of the gearbox cover?', TORQUES, '9 N·m'],
    ['What torque for the set screws of the gearbox cover?', TORQUES, '9 N·m'],
    ['齿轮箱端盖紧定螺钉的力矩是多少？', ZH_TORQUES, '9 N·m'],
    ['齿轮箱底脚螺栓的拧紧力矩是多少？', ZH_TORQUES, '86 N·m'],
    ['齿轮箱端盖顶丝的力矩是多少？', TORQUES, '9 N·m'],
    ['What is the torque of the blade nuts?', ZH_TORQUES, '41 N·m'],
    ['What is the temperature limit of the thrust bearing of the fan?', TEMPERATURES, '85 °C'],
  ])('is the answer by any of its names: %s', async (question, document, value) => {
    const { decision, said } = await ask(question, document);
    expect([decision, said]).toEqual(['answered', expect.stringContaining(value)]);
  });
});

describe('a table with what stands above it', () => {
  const captioned = (caption: string, { title, lines }: TestDocument): TestDocument => ({
    title,
    lines: [{ kind: 'paragraph', headings: lines[0]?.headings ?? [], text: caption }, ...lines],
  });

  it.each([
    ['What is the torque of the gearbox cover bolts?', captioned('Table 3 Torques', TORQUES)],
    ['齿轮箱端盖螺栓的力矩是多少？', captioned('表 3 力矩', ZH_TORQUES)],
  ])('is no answer either where none of its rows is about the asked thing: %s', async (question, document) => {
    const { decision, said } = await ask(question, document);
    expect(decision, said).not.toBe('answered');
  });
});

describe('a sentence under a title about the asked thing', () => {
  const guide = (title: string, text: string): TestDocument => ({
    title: 'Press guide 压机指南',
    lines: [{ kind: 'step', headings: [title], text }],
  });

  it.each([
    ['What is the torque of the gearbox bolts?', 'Changing the gearbox', 'Tighten the motor flange bolts to 64 N·m.'],
    ['What torque do the screws of the gearbox need?', 'Changing the gearbox', 'Tighten the motor base screws to 64 N·m.'],
    ['齿轮箱螺栓的拧紧力矩是多少？', '更换齿轮箱', '将电机机座螺栓拧紧至 64 N·m。'],
  ])('answers nothing where it speaks of the thing of another one: %s', async (question, title, text) => {
    expect((await ask(question, guide(title, text))).decision).not.toBe('answered');
  });

  it.each([
    ['What is the torque of the gearbox bolts?', 'Changing the gearbox', 'Tighten the bolts to 64 N·m.'],
    [
      'What is the torque of the gearbox bolts?',
      'Changing the gearbox',
      'Hang the motor in the crane and tighten the long bolts to 64 N·m.',
    ],
    ['齿轮箱螺栓的拧紧力矩是多少？', '更换齿轮箱', '将螺栓拧紧至 64 N·m。'],
  ])('answers where it speaks of the thing alone: %s', async (question, title, text) => {
    expect((await ask(question, guide(title, text))).decision).toBe('answered');
  });
});
