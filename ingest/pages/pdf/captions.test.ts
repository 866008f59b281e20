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
});
