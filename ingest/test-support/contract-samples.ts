import ExcelJS from 'exceljs';
import xlsx from 'xlsx';
import { FORM_LANGUAGES, type FormBlock, type FormFormat, type FormLanguage, writeForm } from '../../datasets/forms/index.ts';
import { writeDoc } from '../../eval/fuzz/write-doc.ts';
import type { ParserSample } from '../parser/document-parser.contract.ts';
import { type DxfPart, paragraphs, table, text, writeDxf } from './write-dxf.ts';
import { writePptx } from './write-pptx.ts';

/** Chapters of a sample, enough that it is read in several chunks. */
const CHAPTERS = 25;
const ROWS = 1_200;

/** A word that stands once in a document, alike in both languages. */
const word = (kind: string, chapter: number): string => `${kind}${String(chapter).padStart(4, '0')}x`;

/** One chapter with all that a document may hold: sections of equal titles, lists, a warning, tables, notes, fields. */
function chapter(number: number, language: FormLanguage): readonly FormBlock[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const text = (zh: string, en: string, kind: string): string => `${say(zh, en)} ${word(kind, number)}`;
  return [
    { kind: 'title', level: 1, text: text('泵组', 'Pump set', 'chapter') },
    { kind: 'text', text: `${text('本章说明一台泵的维护', 'This chapter tells how the pump is kept', 'intro')}${say('。', '.')}` },
    { kind: 'title', level: 2, text: say('拆卸', 'Removal') },
    {
      kind: 'steps',
      first: 1,
      items: ['stepa', 'stepb', 'stepc'].map((kind) => ({ text: `${text('关闭阀门', 'Close the valve', kind)}${say('。', '.')}` })),
    },
    { kind: 'text', text: `${say('警告：泵壳很烫', 'WARNING: The casing is hot')} ${word('warn', number)}${say('。', '.')}` },
    { kind: 'title', level: 2, text: say('安装', 'Installation') },
    { kind: 'bullets', items: ['itema', 'itemb'].map((kind) => ({ text: text('检查垫片', 'Check the gasket', kind) })) },
    {
      kind: 'table',
      header: [say('参数', 'Parameter'), say('数值', 'Value')],
      rows: ['rowa', 'rowb'].map((kind) => [{ text: text('流量', 'Flow', kind) }, { text: '12 m³/h' }]),
    },
  ];
}

const KINDS = ['chapter', 'intro', 'stepa', 'stepb', 'stepc', 'warn', 'itema', 'itemb', 'rowa', 'rowb'];
const chapters = Array.from({ length: CHAPTERS }, (_, index) => index + 1);
const chapterWords = chapters.flatMap((number) => KINDS.map((kind) => word(kind, number)));

/** A manual in a format that flows or has pages, in each language. */
export async function manualSamples(format: FormFormat): Promise<readonly ParserSample[]> {
  return Promise.all(
    FORM_LANGUAGES.map(async (language): Promise<ParserSample> => {
      const blocks = chapters.flatMap((number) => chapter(number, language));
      const { name, bytes } = await writeForm({ blocks, expected: [] }, format);
      return { language, fileName: name, bytes, words: chapterWords, holds: ['section', 'list', 'table'] };
    }),
  );
}

/** The same as plain text, which has no tables but lines of fields. */
export async function textSamples(): Promise<readonly ParserSample[]> {
  return FORM_LANGUAGES.map((language): ParserSample => {
    const lines = chapters.flatMap((number) => chapter(number, language).flatMap((block) => [...textLines(block), '']));
    return { language, fileName: 'manual.txt', bytes: lines.join('\n'), words: chapterWords, holds: ['section', 'list', 'table'] };
  });
}

function textLines(block: FormBlock): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.text, (block.level === 1 ? '=' : '-').repeat(2 * block.text.length)];
    case 'text':
      return [block.text];
    case 'steps':
      return block.items.map((item, index) => `${block.first + index}. ${item.text}`);
    case 'bullets':
      return block.items.map((item) => `- ${item.text}`);
    case 'table':
      return block.rows.map((row) => (typeof row === 'string' ? row : row.map((cell) => cell.text).join(': ')));
    default:
      throw new Error(`no sample as plain text holds a ${block.kind}`);
  }
}

/** The same as slides: one that tells how the pump is taken apart, one how it is put together. */
export async function pptxSamples(): Promise<readonly ParserSample[]> {
  return Promise.all(
    FORM_LANGUAGES.map(async (language): Promise<ParserSample> => {
      const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
      const bytes = await writePptx(
        chapters.flatMap((number) => {
          const line = (zh: string, en: string, kind: string): string => `${say(zh, en)} ${word(kind, number)}`;
          return [
            {
              title: line('泵组', 'Pump set', 'chapter'),
              texts: [
                { paragraphs: [{ text: line('本章说明一台泵的维护', 'This chapter tells how the pump is kept', 'intro') }] },
                {
                  paragraphs: ['stepa', 'stepb', 'stepc'].map((kind) => ({
                    text: line('关闭阀门', 'Close the valve', kind),
                    number: true,
                  })),
                },
              ],
              notes: line('警告：泵壳很烫', 'WARNING: The casing is hot', 'warn'),
            },
            {
              title: say('安装', 'Installation'),
              texts: [
                { paragraphs: ['itema', 'itemb'].map((kind) => ({ text: line('检查垫片', 'Check the gasket', kind), bullet: true })) },
              ],
              table: [
                [say('参数', 'Parameter'), say('数值', 'Value')],
                ...['rowa', 'rowb'].map((kind) => [line('流量', 'Flow', kind), '12 m³/h']),
              ],
            },
          ];
        }),
      );
      return { language, fileName: 'slides.pptx', bytes, words: chapterWords, holds: ['section', 'list', 'table'] };
    }),
  );
}

const rowsOf = (language: FormLanguage): readonly (readonly string[])[] => [
  language === 'zh' ? ['工单号', '日期', '设备', '描述'] : ['Work order', 'Date', 'Asset', 'Description'],
  ...Array.from({ length: ROWS }, (_, index) => [
    `WO-${10_000 + index}`,
    '2024-05-17',
    'P-101A',
    `${language === 'zh' ? '更换密封' : 'seal replaced'} ${word('row', index)}`,
  ]),
];
const rowWords = Array.from({ length: ROWS / 100 }, (_, index) => word('row', index * 100));

export async function csvSamples(): Promise<readonly ParserSample[]> {
  return FORM_LANGUAGES.map((language): ParserSample => {
    const bytes = rowsOf(language)
      .map((row) => row.join(','))
      .join('\n');
    return { language, fileName: 'log.csv', bytes, words: rowWords, holds: ['table'] };
  });
}

/** The same text in the old binary form of Word, whose paragraphs are lines. */
export async function docSamples(): Promise<readonly ParserSample[]> {
  return FORM_LANGUAGES.map((language): ParserSample => {
    const lines = chapters.flatMap((number) =>
      chapter(number, language).flatMap((block) => (block.kind === 'title' ? [numbered(block.text, number)] : textLines(block))),
    );
    return {
      language,
      fileName: 'manual.doc',
      bytes: writeDoc({ body: `${lines.join('\r')}\r` }),
      words: chapterWords,
      holds: ['section', 'list', 'table'],
    };
  });
}

/** A title that is known as one without markup. */
function numbered(title: string, chapter: number): string {
  return `${chapter}.1 ${title}`;
}

/** Two sheets, of which the second has its own table. */
export async function xlsxSamples(): Promise<readonly ParserSample[]> {
  return Promise.all(
    FORM_LANGUAGES.map(async (language): Promise<ParserSample> => {
      const book = new ExcelJS.Workbook();
      book.addWorksheet(language === 'zh' ? '工单' : 'Orders').addRows(rowsOf(language).map((row) => [...row]));
      const alarms = book.addWorksheet(language === 'zh' ? '报警' : 'Alarms');
      alarms.addRows([
        language === 'zh' ? ['报警代码', '原因'] : ['Alarm code', 'Cause'],
        ['E-07', word('alarma', 1)],
        ['E-08', word('alarmb', 2)],
      ]);
      const bytes = Buffer.from(await book.xlsx.writeBuffer());
      return { language, fileName: 'log.xlsx', bytes, words: [...rowWords, word('alarma', 1), word('alarmb', 2)], holds: ['table'] };
    }),
  );
}

/** The same in the old binary form. */
export async function xlsSamples(): Promise<readonly ParserSample[]> {
  return FORM_LANGUAGES.map((language): ParserSample => {
    const book = xlsx.utils.book_new();
    const alarms = [
      language === 'zh' ? ['报警代码', '原因'] : ['Alarm code', 'Cause'],
      ['E-07', word('alarma', 1)],
      ['E-08', word('alarmb', 2)],
    ];
    xlsx.utils.book_append_sheet(
      book,
      xlsx.utils.aoa_to_sheet(rowsOf(language).map((row) => [...row])),
      language === 'zh' ? '工单' : 'Orders',
    );
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(alarms), language === 'zh' ? '报警' : 'Alarms');
    const bytes = xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    return { language, fileName: 'log.xls', bytes, words: [...rowWords, word('alarma', 1), word('alarmb', 2)], holds: ['table'] };
  });
}

/** Two sheets, each with a table and labels beside each other. */
export async function dxfSamples(): Promise<readonly ParserSample[]> {
  return FORM_LANGUAGES.map((language): ParserSample => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    const parts = (sheet: number): readonly DxfPart[] => [
      text(2, 5, 3, `${say('图号', 'DWG NO')}: D-${sheet}0${sheet} `),
      text(2, 55, 3, `${say('图名', 'TITLE')}: ${word('title', sheet)}`),
      table(9_000, 900, [
        [say('序号', 'Item'), say('名称', 'Description')],
        ...['rowa', 'rowb'].map((kind) => [kind.slice(3), word(kind, sheet)]),
      ]),
      ...Array.from({ length: 150 }, (_, at) =>
        text(100 + (at % 10) * 400, 900 - at, 3, `${say('阀', 'valve')} ${word('label', sheet * 1_000 + at)}`),
      ),
      paragraphs(6_000, 900, 3, `1. ${word('notea', sheet)}\\P2. ${word('noteb', sheet)}`),
    ];
    const words = [1, 2].flatMap((sheet) => [
      ...['title', 'rowa', 'rowb', 'notea', 'noteb'].map((kind) => word(kind, sheet)),
      ...Array.from({ length: 150 }, (_, at) => word('label', sheet * 1_000 + at)),
    ]);
    const bytes = writeDxf({ parts: parts(1), layouts: [{ name: say('第二张', 'Second'), parts: parts(2) }] });
    return { language, fileName: 'sheet.dxf', bytes, words, holds: ['section', 'table'] };
  });
}
