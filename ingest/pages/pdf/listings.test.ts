import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const PROSE = {
  zh: '下面的程序先启动水泵，再等待压力达到设定值，然后打开出口阀门并记录时间，最后停机。',
  en: 'The program below starts the pump, waits for its pressure and opens the valve, then it notes the time and stops.',
};

/** Lines of running text down to y 400, by which a page has its size and edges. */
function proseAbove(pen: Pen, text: string): void {
  for (let at = 0; at < 12; at += 1) line(pen, `${text} Pump and motor run.`, 60, 60 + 30 * at);
}

function code(pen: Pen, texts: readonly string[], y: number): void {
  texts.forEach((text, index) => {
    pen
      .font('Courier')
      .fontSize(8)
      .text(text, 70, y + 10 * index, { lineBreak: false });
  });
}

describe('a printout of a PDF', () => {
  test.each([
    [
      [
        'Code    Message               Remedy',
        'E-101   Low suction pressure  Clean the strainer',
        'E-102   Motor overload        Replace the bearing',
        'E-103   Seal leakage          Replace the seal',
      ],
      ['alarm-code', 'alarm-text', 'remedy'],
    ],
    [
      [
        'MAIN    NOP                   R7',
        'LOOP    MOV                   R0',
        'NEXT    ADD                   R1',
        'LAST    BR                    LOOP',
      ],
      undefined,
    ],
  ] as const)('has a table below names of columns that are known, and a listing else (%#)', async (texts, roles) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, PROSE.en);
        code(pen, texts, 430);
      }),
    );
    const rows = passages.filter(({ kind }) => kind === 'table-row');
    expect(rows.map(({ cells }) => cells?.map(({ role }) => role))).toEqual(roles === undefined ? [] : [roles, roles, roles]);
    if (roles === undefined) expect(passages.at(-1)?.text.split('\n')).toHaveLength(4);
  });
});

describe('a listing of a PDF', () => {
  test.each(['zh', 'en'] as const)('is one passage with its lines, over the end of a page too (%s)', async (language) => {
    const prose = PROSE[language];
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        line(pen, prose, 60, 60);
        for (let at = 1; at <= 12; at += 1) line(pen, `${prose} Pump and motor run.`, 60, 60 + 30 * at);
        line(pen, prose, 60, 700);
        code(pen, ['while (true) {', '  open(1);      close(1);', '  mode: slow;   wait: 2;', '  1) next;      last;'], 760);
        pen.addPage();
        code(pen, ['  break;', '}'], 40);
        line(pen, prose, 60, 90);
      }),
    );
    const texts = passages.slice(-3).map(({ text }) => text);
    expect(passages.every(({ kind }) => kind === 'paragraph')).toBe(true);
    expect(texts[1]?.split('\n')).toHaveLength(6);
    expect(texts[1]?.startsWith('while (true) {\nopen(1);')).toBe(true);
    expect(texts[1]?.endsWith('break;\n}')).toBe(true);
    expect(passages.at(-2)?.cells).toBeUndefined();
  });

  test.each(['zh', 'en'] as const)('is told where numbers in another face stand before its lines (%s)', async (language) => {
    const prose = PROSE[language];
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, prose);
        ['if (open) {', '{ stop(1); }', '}'].forEach((text, index) => {
          pen
            .font('Helvetica')
            .fontSize(6)
            .text(`${index + 7}`, 60, 502 + 10 * index, { lineBreak: false });
          code(pen, [text], 500 + 10 * index);
        });
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'step')).toEqual([]);
    expect(passages.at(-1)?.text).toBe('7 if (open) {\n8 { stop(1); }\n9 }');
  });

  test('is told in a Chinese document whose letters are code for the most part, since running text has others', async () => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        for (let at = 0; at < 8; at += 1)
          line(pen, '先用 PLC 启动水泵，再等待 HMI 上的压力达到设定值，然后打开 V12 阀门。', 60, 60 + 20 * at);
        const calls = Array.from({ length: 40 }, (_, at) => `${at + 1} setPressure(pump${at}, valve${at});`);
        code(pen, [...calls, '41 }'], 260);
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'step')).toEqual([]);
    expect(passages.at(-1)?.text.split('\n')).toHaveLength(41);
  });

  test('has no step where signs alone stand behind the number of a line', async () => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, PROSE.en);
        ['20. }', '21. Close the valve'].forEach((text, index) => {
          line(pen, text, 60, 450 + 30 * index);
        });
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'step').map(({ text }) => text)).toEqual(['21. Close the valve']);
  });

  test.each([
    ['en', ['- grid N', 'Number of divisions in both directions', '', '- dump file', 'Write what was done to this file', '', '- v']],
    ['zh', ['- 网格 N', '两个方向上的分格数', '', '- 输出 文件', '把所做的写入此文件', '', '- 详细']],
  ])('is told by the numbers of its lines, empty ones among them, whatever face it is set in (%s)', async (language, lines) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, PROSE[language === 'zh' ? 'zh' : 'en']);
        lines.forEach((text, at) => {
          line(pen, `${at + 8}`, at < 2 ? 63 : 58, 500.5 + 12 * at, 9);
          if (text !== '') line(pen, text, 80 + (at % 2) * 20, 500 + 12 * at, 8);
        });
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'step')).toEqual([]);
    expect(passages.at(-1)?.text).toBe(lines.map((text, at) => `${at + 8} ${text}`.trim()).join('\n'));
  });

  test.each([
    ['en', ['Stop the pump', 'Close the valve', 'Drain the oil', 'Lift the motor', 'Open the casing']],
    ['zh', ['停泵', '关闭阀门', '放油', '吊起电机', '打开泵壳']],
  ])('is no list of steps that are numbered without a stop (%s)', async (language, steps) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, PROSE[language === 'zh' ? 'zh' : 'en']);
        steps.forEach((text, at) => {
          line(pen, `${at + 1}`, 63, 500 + 14 * at);
          line(pen, text, 85, 500 + 14 * at);
        });
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'step')).toHaveLength(steps.length);
  });

  test.each([
    ['en', 'The field says where the update comes from, which is one of SOURCE_UNKNOWN, SOURCE_WEB,'],
    ['zh', '此字段说明更新从何处而来，取值为下列之一：SOURCE_UNKNOWN、SOURCE_WEB、SOURCE_SURICATTA,'],
  ])('is no line of names that goes on with a sentence behind a comma (%s)', async (language, sentence) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        for (let at = 0; at < 12; at += 1) line(pen, PROSE[language === 'zh' ? 'zh' : 'en'].slice(0, 80), 60, 60 + 30 * at);
        line(pen, sentence, 60, 500);
        pen.font('Courier').fontSize(10).text('SOURCE_DOWNLOADER_OF_THE_DEVICE_ITSELF,SOURCE_LOCAL', 60, 518, { lineBreak: false });
      }),
    );
    expect(passages.at(-1)?.text.replace(/\s/gu, '')).toBe(
      `${sentence}SOURCE_DOWNLOADER_OF_THE_DEVICE_ITSELF,SOURCE_LOCAL`.replace(/\s/gu, ''),
    );
  });

  test('takes the numbers of its lines in that stand outside its box', async () => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, PROSE.en);
        pen.rect(75, 496, 400, 62).fill('#eeeeee').fillColor('black');
        ['read a file', '', 'Read cells from a file', 'into the design', 'as modules'].forEach((text, at) => {
          line(pen, `${at + 1}`, 66, 500 + 12 * at, 8);
          if (text !== '') line(pen, text, 80, 500 + 12 * at, 8);
        });
        line(pen, `${PROSE.en} Pump and motor run.`, 60, 600);
      }),
    );
    expect(passages.at(-2)?.text).toBe('1 read a file\n2\n3 Read cells from a file\n4 into the design\n5 as modules');
  });

  test.each([
    ['en', 'baudrate: 9600', 'Lines on the bus'],
    ['zh', '波特率 baudrate: 9600', '总线上的设备'],
  ])('is no single line that says the value of a name (%s)', async (language, field, after) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        proseAbove(pen, PROSE[language === 'zh' ? 'zh' : 'en']);
        if (language === 'en') code(pen, [field], 450);
        else line(pen, field, 60, 450);
        line(pen, after, 60, 500);
      }),
    );
    expect(passages.find(({ text }) => text === field)?.cells?.length).toBe(2);
  });

  test('is not a whole document of one such font', async () => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        code(pen, ['The pump is stopped before its casing is opened', 'and drained of all the oil that is left in it.'], 60);
        code(pen, ['The valve is closed by hand.'], 110);
      }),
    );
    expect(passages.map(({ text }) => text)).toEqual([
      'The pump is stopped before its casing is opened and drained of all the oil that is left in it.',
      'The valve is closed by hand.',
    ]);
  });
});

describe('titles with a number at the head of pages', () => {
  test.each([
    ['en', ['Elements of the pump', 'Oil', 'Water', 'Air']],
    ['zh', ['水泵的各种元件', '油', '水', '空气']],
  ])('are no running lines, though their words recur (%s)', async (_, [words = '', ...subjects]) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        subjects.forEach((subject, index) => {
          pen.addPage();
          line(pen, `2.${4 * index + 2}`, 60, 60, 14);
          line(pen, words, 110, 60, 14);
          for (let at = 0; at < 10; at += 1) line(pen, `${PROSE.en} ${subject} ${index}${at}`, 60, 110 + 30 * at, 9);
        });
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(
      subjects.map((__, index) => `2.${4 * index + 2} ${words}`),
    );
  });

  test.each([
    ['en', 'Chapter 3', 'elastix', 'The program is asked for what it can do before it is given two pictures that show one thing.'],
    ['zh', '第3章', 'elastix', '在给程序两幅显示同一物体的图像之前，应当先询问它能够做什么，然后再按照本章所述的步骤进行。'],
  ])('is no large title of one word in its face (%s)', async (_, chapter, name, prose) => {
    const { passages } = await readPdf(
      await makePdf((pen) => {
        pen.addPage();
        line(pen, chapter, 60, 60, 20, 'bold');
        pen.font('Courier').fontSize(24).text(name, 60, 110, { lineBreak: false });
        for (let y = 170; y < 700; y += 16) line(pen, prose, 60, y);
      }),
    );
    expect(passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([chapter, name]);
  });
});
