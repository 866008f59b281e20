import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import type { Line } from './lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

async function ask(document: TestDocument, question: string) {
  return (await answerQuestion(evidenceOf([document]), ACCESS, { question }, new AbortController().signal)).content;
}

function steps(headings: readonly string[], texts: readonly string[], from = 1, leadIn?: string): Line[] {
  return texts.map((text, at) => ({
    kind: 'step',
    headings,
    marker: String(from + at),
    text,
    ...(leadIn === undefined ? {} : { leadIn }),
  }));
}

const SEAL = ['Drain the pump.', 'Take off the seal cover.', 'Pull the shaft seal off the shaft.'];
const BEARING = ['Heat the bearing housing.', 'Pull the bearing.'];
const SEAL_ZH = ['排空泵。', '拆下密封压盖。', '从轴上取下轴封。'];
const BEARING_ZH = ['加热轴承座。', '拉出轴承。'];

describe('two sections with the same title', () => {
  const english: TestDocument = {
    title: 'Pump manual',
    lines: [
      { kind: 'heading', headings: [], text: 'Shaft seal' },
      { kind: 'warning', headings: ['Shaft seal'], text: 'WARNING: Hot water may escape.' },
      ...steps(['Shaft seal', 'Removal'], SEAL),
      { kind: 'heading', headings: [], text: 'Bearing' },
      { kind: 'warning', headings: ['Bearing'], text: 'WARNING: The heater burns.' },
      ...steps(['Bearing', 'Removal'], BEARING),
    ],
  };
  const flat: TestDocument = {
    title: 'Pump manual',
    lines: [
      { kind: 'heading', headings: [], text: 'Removal of the shaft seal' },
      ...steps(['Removal of the shaft seal'], SEAL),
      { kind: 'heading', headings: [], text: 'Removal of the shaft seal' },
      ...steps(['Removal of the shaft seal'], BEARING),
    ],
  };
  const chinese: TestDocument = {
    title: '泵手册',
    lines: [
      { kind: 'heading', headings: [], text: '轴封' },
      { kind: 'warning', headings: ['轴封'], text: '警告：热水可能喷出。' },
      ...steps(['轴封', '拆卸'], SEAL_ZH),
      { kind: 'heading', headings: [], text: '轴承' },
      ...steps(['轴承', '拆卸'], BEARING_ZH),
    ],
  };

  it.each([
    [english, 'How do I remove the shaft seal?', [SEAL], ['WARNING: Hot water may escape.']],
    [flat, 'How do I remove the shaft seal?', [SEAL, BEARING], []],
    [chinese, '怎样拆卸轴封？', [SEAL_ZH], ['警告：热水可能喷出。']],
  ])('are two procedures, never one: %#', async (document, question, either, warnings) => {
    const content = await ask(document, question);
    expect(content.decision).toBe('answered');
    expect(either).toContainEqual(content.claims.map(({ text }) => text));
    expect(content.safety.map(({ text }) => text)).toEqual(warnings);
  });

  it.each([
    [english, 'How is the removal done?', ['Shaft seal › Removal', 'Bearing › Removal']],
    [chinese, '怎样进行拆卸？', ['轴封 › 拆卸', '轴承 › 拆卸']],
  ])('are asked back where the question names no chapter: %#', async (document, question, paths) => {
    const content = await ask(document, question);
    expect(content.decision).toBe('clarify');
    expect(content.candidates.map(({ text }) => text)).toEqual(paths);
  });
});

describe('two lists with lead-ins under one heading', () => {
  const REMOVE = ['Loosen the nuts.', 'Slide the seal off.', 'Clean the shaft.'];
  const INSTALL = ['Oil the shaft.', 'Push the seal on.'];
  const path = ['Mechanical seal'];
  const english: TestDocument = {
    title: 'Pump manual',
    lines: [
      { kind: 'warning', headings: path, text: 'CAUTION: Never touch the seal faces.' },
      { kind: 'paragraph', headings: path, text: 'Removal:' },
      ...steps(path, REMOVE, 1, 'Removal:'),
      { kind: 'paragraph', headings: path, text: 'Installation:' },
      ...steps(path, INSTALL, 4, 'Installation:'),
      { kind: 'warning', headings: path, text: 'WARNING: Do not run the pump dry.' },
    ],
  };
  const both = ['CAUTION: Never touch the seal faces.', 'WARNING: Do not run the pump dry.'];
  const REMOVE_ZH = ['松开螺母。', '取下密封。', '清洁轴。', '检查轴套。', '取出 O 形圈。'];
  const INSTALL_ZH = ['在轴上涂油。', '推入密封。', '拧紧螺母。', '盘车检查。'];
  const path_zh = ['机械密封'];
  const chinese: TestDocument = {
    title: '泵手册',
    lines: [
      { kind: 'paragraph', headings: path_zh, text: '拆卸：' },
      ...steps(path_zh, REMOVE_ZH, 1, '拆卸：'),
      { kind: 'paragraph', headings: path_zh, text: '安装：' },
      ...steps(path_zh, INSTALL_ZH, 6, '安装：'),
      { kind: 'warning', headings: path_zh, text: '注意事项：严禁触摸密封面。' },
    ],
  };
  const note = ['注意事项：严禁触摸密封面。'];

  it.each([
    [english, 'How do I remove the mechanical seal?', REMOVE, both],
    [english, 'How do I install the mechanical seal?', INSTALL, both],
    [english, 'How do I remove and install the mechanical seal?', [...REMOVE, ...INSTALL], both],
    [chinese, '怎样拆卸机械密封？', REMOVE_ZH, note],
    [chinese, '如何安装机械密封？', INSTALL_ZH, note],
  ])("are answered as the one that is asked for, with the section's warnings: %#", async (document, question, wanted, warnings) => {
    const content = await ask(document, question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map(({ text }) => text)).toEqual(wanted);
    expect(content.safety.map(({ text }) => text)).toEqual(warnings);
  });
});
