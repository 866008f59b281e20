import { describe, expect, test } from 'vitest';
import { line, makePdf, type Pen, readPdf } from './make-pdf.test-support.ts';

const EDGES = [60, 180, 300, 480];
const HEIGHT = 20;
const WIDTH = 420;
const SIZE = 9;

interface Drawn {
  readonly rows: readonly (readonly string[])[];
  /** Colours behind rows, by their index. */
  readonly fields?: Readonly<Record<number, string>>;
  /** Indices of rows with a rule below them, and of those whose rule leaves out the first column. */
  readonly rules?: readonly number[];
  readonly parts?: readonly number[];
}

/** Draws a table whose first row is bold. Returns where it ends. */
function drawTable(pen: Pen, y: number, { rows, fields = {}, rules = [], parts = [] }: Drawn): number {
  rows.forEach((cells, index) => {
    const top = y + index * HEIGHT;
    const colour = fields[index];
    // Browsers paint the field of a row cell by cell.
    for (const [column, x] of EDGES.slice(0, -1).entries())
      if (colour !== undefined) pen.rect(x, top, (EDGES[column + 1] ?? x) - x, HEIGHT).fill(colour);
    for (const [column, x] of EDGES.slice(0, -1).entries()) {
      if (!rules.includes(index) && !(parts.includes(index) && column > 0)) continue;
      pen
        .moveTo(x, top + HEIGHT)
        .lineTo(EDGES[column + 1] ?? x, top + HEIGHT)
        .lineWidth(0.8)
        .stroke();
    }
    cells.forEach((text, column) => {
      line(pen, text, (EDGES[column] ?? 0) + 4, top + 4, SIZE, index === 0 ? 'bold' : 'regular');
    });
  });
  return y + rows.length * HEIGHT;
}

async function read(draw: (pen: Pen) => void) {
  const { passages } = await readPdf(
    await makePdf((pen) => {
      pen.addPage();
      draw(pen);
    }),
  );
  const rows = passages.filter(({ kind }) => kind === 'table-row');
  return {
    rows: rows.map(({ text }) => text.split('\t')),
    columns: rows.map(({ cells = [] }) => cells.map(({ column }) => column)),
    leadIns: rows.map(({ structure }) => structure.leadIn?.text),
  };
}

const WORDS = {
  zh: {
    head: ['端子', '截面', '力矩'],
    body: [
      ['输入端子', '35 mm²', '6.2 Nm'],
      ['旁路端子', '50 mm²', '10 Nm'],
      ['输出端子', '25 mm²', '4.5 Nm'],
      ['接地端子', '16 mm²', '3.1 Nm'],
    ],
    groups: ['主机柜', '电池柜'],
    captions: ['表 3-1 铸铁壳体', '表 3-2 铝壳体'],
  },
  en: {
    head: ['Terminal', 'Section', 'Torque'],
    body: [
      ['Rectifier input', '35 mm²', '6.2 Nm'],
      ['Bypass input', '50 mm²', '10 Nm'],
      ['Output', '25 mm²', '4.5 Nm'],
      ['Earth', '16 mm²', '3.1 Nm'],
    ],
    groups: ['UPS module', 'Battery cabinet'],
    captions: ['Table 3-1 Cast iron', 'Table 3-2 Aluminium'],
  },
} as const;

describe.each([
  ['zh', WORDS.zh],
  ['en', WORDS.en],
] as const)('tables (%s)', (_, { head, body, groups, captions }) => {
  const columns = body.map(() => head);

  test.each([
    ['second', { 0: '#205090', 2: '#e8eef4', 4: '#e8eef4' }],
    ['first', { 0: '#205090', 1: '#e8eef4', 3: '#e8eef4' }],
    ['second, without one behind their header,', { 2: '#eeeeee', 4: '#eeeeee' }],
  ])('with stripes from their %s row on have a row a stripe and one between', async (__, fields) => {
    const table = await read((pen) => drawTable(pen, 100, { rows: [head, ...body], fields }));
    expect(table.rows).toEqual(body);
    expect(table.columns).toEqual(columns);
  });

  test('whose rules leave out the first column have the rows that these part, under one label', async () => {
    const [first, second] = groups;
    const rows = body.map(([name = '', section = ''], index) => [index === 0 ? first : index === 2 ? second : '', name, section]);
    const table = await read((pen) => drawTable(pen, 100, { rows: [['', head[0], head[1]], ...rows], rules: [0, 2, 4], parts: [1, 3] }));
    expect(table.rows).toEqual(rows);
  });

  test('that begin alike are two with what stands between them as the name of the second', async () => {
    const rules = [0, 1, 2, 3, 4];
    const other = body.map(([name = '', section = '', torque = '']) => [name, section, `1${torque}`]);
    const table = await read((pen) => {
      line(pen, captions[0], 60, 84, SIZE);
      rule(pen, 100);
      const y = drawTable(pen, 100, { rows: [head, ...body], rules });
      line(pen, captions[1], 64, y + 4, SIZE);
      rule(pen, y + HEIGHT);
      drawTable(pen, y + HEIGHT, { rows: [head, ...other], rules });
    });
    expect(table.rows).toEqual([...body, ...other]);
    expect(table.leadIns).toEqual([...body.map(() => captions[0]), ...other.map(() => captions[1])]);
  });

  test('have the rules that a PDF of Ghostscript paints as masks of one pixel', async () => {
    const rows = [head, ...body];
    const table = await read((pen) => {
      rows.forEach((cells, index) => {
        const top = 100 + index * HEIGHT;
        cells.forEach((text, column) => {
          line(pen, text, (EDGES[column] ?? 0) + 4, top + 4, SIZE, index === 0 ? 'bold' : 'regular');
        });
        for (const x of EDGES) mask(pen, x, top, 0.5, HEIGHT);
        mask(pen, EDGES[0] ?? 0, top, WIDTH, 0.5);
      });
      mask(pen, EDGES[0] ?? 0, 100 + rows.length * HEIGHT, WIDTH, 0.5);
      // Beside the table and no part of it: without rules it would be one.
      line(pen, body[0]?.[1] ?? '', (EDGES.at(-1) ?? 0) + 8, 100 + HEIGHT + 4, SIZE);
    });
    expect(table.rows).toEqual(body);
    expect(table.columns).toEqual(body.map(() => head));
  });
});

/** A mask of one pixel that is painted. */
function mask(pen: Pen, x: number, y: number, width: number, height: number): void {
  pen.addContent(`q ${width} 0 0 ${height} ${x} ${y} cm BI /IM true /W 1 /H 1 /BPC 1 ID  \nEI Q`);
}

function rule(pen: Pen, y: number): void {
  for (const [column, x] of EDGES.slice(0, -1).entries())
    pen
      .moveTo(x, y)
      .lineTo(EDGES[column + 1] ?? x, y)
      .lineWidth(0.8)
      .stroke();
}
