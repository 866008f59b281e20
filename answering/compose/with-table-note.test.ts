import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const row = (heading: string, columns: readonly [string, string], words: readonly [string, string]) =>
  ({
    kind: 'table-row',
    headings: [heading],
    row: [
      [columns[0], 'component', words[0]],
      [columns[1], 'torque', words[1]],
    ],
  }) as const;
const paragraph = (heading: string, text: string) => ({ kind: 'paragraph', headings: [heading], text }) as const;

const EN = 'Tightening of P-301';
const ZH = 'P-301 的紧固';
const ROWS = [row(EN, ['Joint', 'Torque'], ['Bearing cover', '28 N·m']), row(EN, ['Joint', 'Torque'], ['Base frame', '95 N·m'])];
const ZH_ROWS = [row(ZH, ['连接', '力矩'], ['轴承盖', '28 N·m']), row(ZH, ['连接', '力矩'], ['底座', '95 N·m'])];
const ASKED = 'What is the tightening torque of the bearing cover of P-301?';

async function said(lines: TestDocument['lines'], question: string) {
  const { content } = await answerQuestion(evidenceOf([{ title: 'P-301', lines }]), ACCESS, { question }, new AbortController().signal);
  return content.claims.slice(1).map(({ text }) => text);
}

describe('a value of a table', () => {
  it.each([
    ['above', [paragraph(EN, 'Torques are for dry zinc-plated screws.'), ...ROWS], ASKED, 'Torques are for dry zinc-plated screws.'],
    [
      'below',
      [...ROWS, paragraph(EN, 'With thread locker the torque is a tenth lower.')],
      ASKED,
      'With thread locker the torque is a tenth lower.',
    ],
    [
      'above',
      [paragraph(ZH, '力矩适用于涂有二硫化钼的螺纹。'), ...ZH_ROWS],
      'P-301 轴承盖的拧紧力矩是多少？',
      '力矩适用于涂有二硫化钼的螺纹。',
    ],
  ])('comes with the note that stands %s its table: %#', async (_, lines, question, note) => {
    expect(await said(lines, question)).toEqual([note]);
  });

  it.each([
    [EN, 'Torques are for dry zinc-plated screws.', 'Table 3 Torques', 'Joint\tTorque', ROWS, ASKED],
    [ZH, '力矩适用于涂有二硫化钼的螺纹。', '表 3 力矩', '连接\t力矩', ZH_ROWS, 'P-301 轴承盖的拧紧力矩是多少？'],
  ])('comes with the note above title and header of its table: %s', async (heading, note, title, header, rows, question) => {
    const between = [
      { kind: 'caption', headings: [heading], text: title },
      { kind: 'table', headings: [heading], text: header },
    ] as const;
    expect(await said([paragraph(heading, note), ...between, ...rows], question)).toEqual([note]);
  });

  it.each([
    ['a sentence that says no more than title and columns', 'Tightening torque of each joint:'],
    ['a sentence about something else', 'The pump is painted blue.'],
  ])('comes without %s', async (_, text) => {
    expect(await said([paragraph(EN, text), ...ROWS], ASKED)).toEqual([]);
  });
});
