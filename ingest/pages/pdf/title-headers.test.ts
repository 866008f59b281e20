import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const TEXTS = {
  en: {
    chapter: '4 Pumps',
    sections: ['4.1 Seals', '4.2 Bearings', '4.3 Couplings and their guards:'],
    machines: ['Pumps', 'Valves', 'Motors', 'Fans'],
    prose: 'The pump is stopped before its casing is opened, and drained of all the oil in it.',
  },
  zh: {
    chapter: '4 水泵',
    sections: ['4.1 机械密封', '4.2 轴承', '4.3 联轴器及其护罩：'],
    machines: ['水泵', '阀门', '电动机', '通风机'],
    prose: '打开泵壳之前必须先停泵，并把其中的油全部放净，然后等待压力降到零。',
  },
} as const;

function prose(pen: Pen, text: string, from: number, to: number): void {
  for (let y = from; y < to; y += 30) line(pen, `${text} ${text.slice(0, 20)}`, 60, y);
}

describe('a header that names the sections of its page', () => {
  test.each(['en', 'zh'] as const)('is no step and no title, though it stands on one page alone (%s)', async (language) => {
    const { chapter, sections, prose: text } = TEXTS[language];
    const { passages, excluded } = await readPdf(
      await makePdf((pen) => {
        sections.forEach((section, at) => {
          pen.addPage();
          line(pen, section, 60, 36);
          line(pen, chapter, 400, 36);
          if (at === 0) line(pen, chapter, 60, 80, 18);
          prose(pen, text, 120, 300);
          line(pen, section, 60, 320, 14);
          prose(pen, text, 350, 700);
          line(pen, `${at + 1}`, 300, 790);
        });
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'step')).toEqual([]);
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text: title }) => title)).toEqual([chapter, ...sections]);
    expect(excluded.filter(({ reason }) => reason === 'running-header')).toHaveLength(3);
  });

  test.each(['en', 'zh'] as const)('is told from the title of a chapter whose number counts with the pages (%s)', async (language) => {
    const { machines, prose: text } = TEXTS[language];
    const chapters = machines.map((machine, at) => `${at + 1} ${machine}`);
    const { passages } = await readPdf(
      await makePdf((pen) => {
        for (const title of [undefined, undefined, undefined, ...chapters, undefined, undefined]) {
          pen.addPage();
          if (title !== undefined) {
            line(pen, title.slice(0, 1), 60, 70, 14);
            line(pen, title.slice(2), 90, 70, 14);
          }
          prose(pen, text, 120, 700);
        }
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text: title }) => title)).toEqual(chapters);
  });

  test('leaves the first line of a table of numbered rows where it is', async () => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        line(pen, '4 Pumps', 60, 80, 18);
        prose(pen, TEXTS.en.prose, 120, 700);
        pen.addPage();
        line(pen, '4.7 Pumps of the second line', 60, 50);
        prose(pen, TEXTS.en.prose, 80, 700);
      }),
    );
    expect(passages.some(({ text }) => text.startsWith('4.7 Pumps of the second line'))).toBe(true);
  });
});
