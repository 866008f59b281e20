import { describe, expect, test } from 'vitest';
import { cell, drawTable } from './draw-table.test-support.ts';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const read = async (draw: (pen: Pen) => void) =>
  (
    await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        draw(pen);
      }),
    )
  ).passages;
const row = (...texts: readonly string[]) => texts.map((text) => cell(text));

describe('captions of a PDF', () => {
  test.each([
    ['en', 'The limits of the pump at its rated speed and with clean water in it are those shown in', 'Table 2.'],
    ['en', 'The limits of the pump at its rated speed are set for clean water and hold for all oils as', 'Figure 2 plainly depicts.'],
    ['zh', '本手册所列的水泵在额定转速下输送清水时的各项运行限值以及允许的偏差，均见于本章末尾', '表 2。'],
  ])('are no sentences that name a table or figure (%s, %#)', async (_, first, second) => {
    const passages = await read((pen) => {
      line(pen, first, 60, 100);
      line(pen, second, 60, 114);
    });
    expect(passages.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(passages[0]?.text).toContain(second);
  });

  test.each([
    ['en', 'TABLE 6', 'Energy of the pump', 'Figure 4 Flow of the pump over', 'its head'],
    ['zh', '表 6', '水泵的能量', '图 4 水泵的流量', '与扬程'],
  ])('go on in the middle of the next line, be it bold (%s)', async (_, table, words, figure, more) => {
    const centred = (pen: Pen, text: string, y: number, font: 'regular' | 'bold') => {
      pen.font(font).fontSize(10);
      line(pen, text, 297 - pen.widthOfString(text) / 2, y, 10, font);
    };
    const prose = 'A line of prose 一行文字 that reaches so far to the right that the page has an edge.';
    const passages = await read((pen) => {
      line(pen, prose, 60, 60);
      line(pen, prose, 60, 74);
      centred(pen, figure, 100, 'regular');
      centred(pen, more, 114, 'regular');
      centred(pen, table, 150, 'bold');
      centred(pen, words, 164, 'bold');
      drawTable(pen, 150, 186, [150, 150], [row('Pump 泵', '12 kW'), row('Motor 电机', '15 kW'), row('Fan 风机', '2 kW')]);
    });
    const captions = passages.filter(({ kind }) => kind === 'caption').map(({ text }) => text.replace(/\s/gu, ''));
    expect(captions).toEqual([`${figure}${more}`, `${table}${words}`].map((text) => text.replace(/\s/gu, '')));
    expect(passages.at(-1)?.structure.leadIn?.text.replace(/\s/gu, '')).toBe(captions[1]);
  });

  test.each([
    [
      'en',
      'Close the inlet of the pump before its casing is opened, and drain the water that is left in it.',
      'Main window',
      ['Set Point', '2 Detector in the hall', 'Flow Rate'],
      'Figure 3: Main window',
    ],
    [
      'zh',
      '打开泵体之前先关闭入口阀，并且把泵内剩余的水全部放掉，然后按照下图所示检查各个部件的位置。',
      '主画面',
      ['设定值', '2 大厅探测器', '流量显示'],
      '图 3 主画面',
    ],
  ])('stand below figures of which no word is a title or a step (%s)', async (_, prose, title, labels, caption) => {
    const passages = await read((pen) => {
      for (let at = 0; at < 4; at += 1) line(pen, prose, 60, 60 + 14 * at);
      line(pen, title, 60, 140, 14, 'bold');
      labels.forEach((text, at) => {
        line(pen, text, 150 + 60 * at, 190 + 40 * at, 18, 'bold');
      });
      line(pen, caption, 60, 340);
      line(pen, prose, 60, 380);
    });
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([title]);
    expect(passages.filter(({ kind }) => kind === 'step')).toEqual([]);
    expect(passages.at(-1)?.structure.section).toEqual(passages.find(({ text }) => text.includes(labels[0] ?? ''))?.structure.section);
  });
});
