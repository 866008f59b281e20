import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const EDGES = [60, 190, 295, 445];
const SIZE = 9;

/** A rule across the table, in one piece a column as browsers print the borders of cells. */
function rule(pen: Pen, y: number): void {
  EDGES.slice(1).forEach((to, column) => {
    pen
      .moveTo(EDGES[column] ?? 0, y)
      .lineTo(to, y)
      .lineWidth(0.8)
      .stroke();
  });
}

interface Manner {
  /** Points between lines of a cell. */
  readonly pitch: number;
  /** Points that part rows beside. */
  readonly apart: number;
  readonly align?: 'top' | 'middle';
}

/** Draws rows, their cells' lines parted by `\n`, from `y` on. Returns where they end. */
function drawRows(pen: Pen, y: number, rows: readonly (readonly string[])[], { pitch, apart, align = 'top' }: Manner): number {
  let top = y;
  for (const cells of rows) {
    const high = Math.max(...cells.map((text) => text.split('\n').length));
    cells.forEach((text, column) => {
      const lines = text.split('\n');
      const start = align === 'middle' ? ((high - lines.length) * pitch) / 2 : 0;
      lines.forEach((words, index) => {
        if (words !== '') line(pen, words, (EDGES[column] ?? 0) + 3, top + start + index * pitch, SIZE);
      });
    });
    top += high * pitch + apart;
  }
  return top;
}

interface Drawn extends Manner {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A table with a rule below its header alone has none below its last row. */
  readonly ends?: 'rule' | 'open';
  readonly after?: string;
}

async function readTable({ head, rows, ends = 'rule', after, ...manner }: Drawn) {
  const { passages } = await readPdf(
    await makePdf((pen) => {
      pen.addPage();
      line(
        pen,
        head[0] === '参数'
          ? '本章的表列出泵的各项数据，适用于撬装内的两台泵及其电机。'
          : 'The tables of this chapter hold for both pumps of the skid and their motors.',
        60,
        60,
        SIZE,
      );
      if (ends === 'rule') rule(pen, 96);
      head.forEach((text, column) => {
        line(pen, text, (EDGES[column] ?? 0) + 3, 101, SIZE, 'bold');
      });
      rule(pen, 118);
      const end = drawRows(pen, 122, rows, manner);
      if (ends === 'rule') rule(pen, end);
      if (after !== undefined) line(pen, after, 60, end + 6, 13, 'bold');
    }),
  );
  return {
    rows: passages.filter(({ kind }) => kind === 'table-row').map(({ text }) => text.split('\t')),
    columns: [...new Set(passages.flatMap(({ cells = [] }) => cells.map(({ column }) => column)))],
    last: passages.at(-1),
  };
}

const EVEN: Manner = { pitch: 13, apart: 0 };
const APART: Manner = { pitch: 12, apart: 6 };

const TABLES = {
  zh: {
    head: ['参数', '数值', '备注'],
    short: [
      ['额定流量', '45 m³/h', '设计点'],
      ['额定扬程', '32 m', ''],
      ['转速', '2950 1/min', '铭牌'],
      ['电机功率', '7.5 kW', '铭牌'],
    ],
    wrapped: [
      ['泵不出水', '吸入管路未充满或吸\n入侧漏气', '泵壳注水排气，拧紧吸入侧法兰\n螺栓并清洗过滤器滤篮，然后再\n检查吸入压力'],
      ['轴承过热', '润滑脂老化', '补脂'],
    ],
    one: [
      [
        '泵不出水，流量和压力都很\n低，电流也低',
        '吸入管路未充满或吸\n入侧漏气',
        '泵壳注水排气，拧紧吸入侧法兰\n螺栓并清洗过滤器滤篮，然后再\n检查吸入压力',
      ],
    ],
    title: '4.3 润滑',
  },
  en: {
    head: ['Parameter', 'Value', 'Remark'],
    short: [
      ['Rated flow', '45 m³/h', 'design point'],
      ['Rated head', '32 m', ''],
      ['Speed', '2950 1/min', 'nameplate'],
      ['Motor power', '7.5 kW', 'nameplate'],
    ],
    wrapped: [
      [
        'Pump does not deliver',
        'suction line not filled\nor air leaks',
        'Fill and vent the casing, tighten\nthe flanges of the suction side and\nclean the strainer',
      ],
      ['Bearing runs hot', 'grease aged', 'Regrease the bearing'],
    ],
    one: [
      [
        'Pump does not deliver, flow\nand pressure are low',
        'suction line not filled\nor air leaks',
        'Fill and vent the casing, tighten\nthe flanges of the suction side and\nclean the strainer',
      ],
    ],
    title: '4.3 Lubrication',
  },
} as const;

/** Cells as they read: the lines of one joined, by a space where words have one. */
const asRead = (rows: readonly (readonly string[])[], joint: string) =>
  rows.map((cells) => cells.map((text) => text.replaceAll('\n', joint)));

describe.each([
  ['zh', TABLES.zh, ''],
  ['en', TABLES.en, ' '],
] as const)(
  'rows that no rule parts, below a header with rules above and below it (%s)',
  (_, { head, short, wrapped, one, title }, joint) => {
    test.each([
      ['closely', EVEN],
      ['apart', { pitch: 12, apart: 8 }],
    ])('are one a line where they stand %s, blank cells among them', async (__, manner) => {
      const read = await readTable({ head, rows: short, ...manner });
      expect(read.rows).toEqual(short);
      expect(read.columns).toEqual(head);
    });

    test.each(['top', 'middle'] as const)(
      'are told by the room between them where cells have several lines, set from the %s',
      async (align) => {
        const read = await readTable({ head, rows: [...wrapped, ...short], ...APART, align });
        expect(read.rows).toEqual(asRead([...wrapped, ...short], joint));
      },
    );

    test('are told by a label where rows with cells of several lines stand as closely as their lines', async () => {
      const read = await readTable({ head, rows: [...wrapped, ...short], ...EVEN });
      expect(read.rows).toEqual(asRead([...wrapped, ...short], joint));
    });

    test('are one row where its cells, the first among them, broke for want of room', async () => {
      const read = await readTable({ head, rows: one, ...EVEN });
      expect(read.rows).toEqual(asRead(one, joint));
    });

    test('go on below the rule of a header that is the only one, up to the next title', async () => {
      const read = await readTable({ head, rows: short, ...APART, ends: 'open', after: title });
      expect(read.rows).toEqual(short);
      expect(read.columns).toEqual(head);
      expect(read.last).toMatchObject({ kind: 'heading', text: title });
    });
  },
);
