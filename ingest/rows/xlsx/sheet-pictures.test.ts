import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { inkPicture, readWithPictures, SHOWN } from '../../embedded/embedded-pictures.test-support.ts';
import { makeZip } from '../../test-support/make-zip.ts';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { xlsxParser } from './xlsx-parser.ts';

const [SHOWN_PNG, OTHER_PNG] = [await inkPicture(600, 400), await inkPicture(600, 400, 80)];

type Show = (sheet: ExcelJS.Worksheet, png: Buffer, column: number, row: number) => void;

/** A workbook as a program of the trade writes it; `show` lays a picture over the cell in that column and row, from 1. */
async function book(fill: (book: ExcelJS.Workbook, show: Show) => void): Promise<string> {
  const made = new ExcelJS.Workbook();
  fill(made, (sheet, png, column, row) => {
    // Its types are of a Buffer from before Node had arrays of several kinds below it.
    const image = made.addImage({ buffer: png as unknown as ExcelJS.Buffer, extension: 'png' });
    sheet.addImage(image, { tl: { col: column - 1, row: row - 1 }, ext: { width: 300, height: 200 } });
  });
  return temporaryFile('book.xlsx', Buffer.from(await made.xlsx.writeBuffer()));
}

const LOG = [
  ['Date', 'Asset', 'Description'],
  ['2024-01-01', 'P-101', 'Seal leaks'],
  ['2024-01-02', 'P-102', '密封泄漏'],
];
const COLUMNS = (texts: readonly string[], y: number) => texts.map((text, at) => ({ text, x: 40 + at * 160, y, size: 12 }));
const TABLE = [...COLUMNS(['螺栓', 'Torque'], 60), ...COLUMNS(['M12', '45 N·m'], 90), ...COLUMNS(['M16', '110 N·m'], 120)];

describe('a picture on a sheet', () => {
  it('stands behind the rows of its sheet, which are read as they were without it', async () => {
    const png = await inkPicture(600, 400);
    const [plain, shown] = await Promise.all(
      [false, true].map((isShown) =>
        book((one, show) => {
          const sheet = one.addWorksheet('运行记录');
          sheet.addRows(LOG);
          if (isShown) show(sheet, png, 5, 2);
          one.addWorksheet('Start-up').addRows([...LOG.slice(0, 1), ['2024-02-01', 'P-103', 'noise']]);
        }),
      ),
    );
    const before = await readWhole(xlsxParser, plain ?? '');
    const read = await readWithPictures(xlsxParser, shown ?? '', { words: TABLE });
    const rows = read.passages.filter(({ kind }) => kind === 'log-entry');
    expect(rows.map(({ id, text, cells, anchors }) => ({ id, text, cells, anchors }))).toEqual(
      before.passages.map(({ id, text, cells, anchors }) => ({ id, text, cells, anchors })),
    );
    expect(read.chunks.flatMap(({ records }) => records)).toEqual(before.records);
    expect(read.survey).toEqual(before.survey);
    expect(read.passages.map(({ order }) => order)).toEqual(read.passages.map((_, at) => at));
    const pictured = read.passages.filter(({ recognition }) => recognition !== undefined);
    expect(pictured.map(({ kind, text, headings, order, structure }) => [kind, text, headings, order, structure.table])).toEqual([
      ['paragraph', '螺栓\tTorque', ['运行记录'], 2, undefined],
      ['table-row', 'M12\t45 N·m', ['运行记录'], 3, 3],
      ['table-row', 'M16\t110 N·m', ['运行记录'], 4, 3],
    ]);
    expect(pictured[1]?.cells?.map(({ column }) => column)).toEqual(['螺栓', 'Torque']);
    expect(pictured[1]?.anchors).toMatchObject([
      { kind: 'block', path: 'sheet/运行记录/at/E2/picture/1/text/2', picture: { number: 1, boxes: [{}, {}] } },
    ]);
  });

  it('is all that a sheet needs, and is called by the cell above it', async () => {
    const path = await book((one, show) => {
      one.addWorksheet('Sheet1');
      const sheet = one.addWorksheet('Torques of K-201');
      sheet.getCell('B3').value = 'Flange bolts 法兰螺栓';
      show(sheet, SHOWN_PNG, 2, 4);
      show(one.addWorksheet('备件'), OTHER_PNG, 28, 1);
    });
    const { passages, outcome } = await readWithPictures(xlsxParser, path);
    expect(outcome).toBe('visible');
    const pictured = passages.filter(({ recognition }) => recognition !== undefined);
    expect(pictured.map(({ text, headings, structure }) => [text, headings, structure.leadIn?.text])).toEqual([
      ...SHOWN.map(({ text }) => [text, ['Torques of K-201'], 'Flange bolts 法兰螺栓']),
      ...SHOWN.map(({ text }) => [text, ['备件'], undefined]),
    ]);
    expect(pictured.at(-1)?.anchors).toMatchObject([{ path: 'sheet/备件/at/AB1/picture/2/text/2' }]);

    const alone = await book((one, show) => show(one.addWorksheet('力矩'), SHOWN_PNG, 1, 1));
    const reading = await readWithPictures(xlsxParser, alone);
    expect([reading.outcome, reading.passages.map(({ text }) => text)]).toEqual(['visible', SHOWN.map(({ text }) => text)]);
    expect((await readWhole(xlsxParser, alone)).conclusion).toMatchObject({ outcome: 'empty', reason: 'The file holds no rows.' });
  });

  it('is read once where it lies over many cells, and a sign is not read', async () => {
    const sign = await inkPicture(32, 32);
    const path = await book((one, show) => {
      for (const name of ['January', '二月']) {
        const sheet = one.addWorksheet(name);
        sheet.addRows(LOG);
        for (const row of [2, 3]) show(sheet, row === 2 ? sign : SHOWN_PNG, 5, row);
      }
    });
    const { asked, report } = await readWithPictures(xlsxParser, path);
    expect([asked, report.warnings]).toEqual([1, []]);
  });

  it('is told where it was not read, and its sheet is read', async () => {
    const path = await book((one, show) => {
      const sheet = one.addWorksheet('日志');
      sheet.addRows(LOG);
      [SHOWN_PNG, OTHER_PNG, SHOWN_PNG.subarray(0, 900), Buffer.from('BM of Windows')].forEach((png, at) => {
        show(sheet, png, 5, 2 + at);
      });
    });
    const { passages, outcome, report } = await readWithPictures(xlsxParser, path, { limits: { maxRecognisedPages: 1 } });
    expect([outcome, passages.filter(({ kind }) => kind === 'log-entry').length]).toEqual(['visible', 2]);
    expect(report.warnings).toEqual([
      '1 picture is beyond the number that is read.',
      '1 picture is damaged.',
      '1 picture is of a form that is not read.',
    ]);
  });

  it('comes out the same when reading goes on from a chunk', async () => {
    const path = await book((one, show) => {
      const many = one.addWorksheet('Log');
      many.addRows([LOG[0] ?? [], ...Array.from({ length: 1_200 }, (_, at) => ['2024-01-01', `P-${at}`, 'Seal leaks'])]);
      show(many, SHOWN_PNG, 5, 2);
      const next = one.addWorksheet('日志');
      next.addRows([LOG[0] ?? [], ...Array.from({ length: 1_200 }, (_, at) => ['2024-01-01', `P-${at}`, '泄漏'])]);
      show(next, OTHER_PNG, 5, 2);
    });
    const whole = await readWithPictures(xlsxParser, path);
    expect(whole.chunks.length).toBeGreaterThan(2);
    for (const { ordinal, carry } of whole.chunks) {
      const rest = await readWithPictures(xlsxParser, path, { from: { ordinal, carry } });
      expect([rest.chunks, rest.report]).toEqual([whole.chunks.slice(ordinal + 1), whole.report]);
    }
  });
});

describe('a picture in a cell, as WPS keeps it', () => {
  const NAMES =
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:xdr="x" xmlns:a="y" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"';
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;
  const text = (cell: string, words: string) => `<c r="${cell}" t="str"><v>${words}</v></c>`;
  const shown = (cell: string, id: string) => text(cell, `=DISPIMG(&quot;${id}&quot;,1)`);
  const image = (id: string, name: string) =>
    `<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill></xdr:pic></etc:cellImage>`;
  const workbook = (rows: string, images: string, drawing = '') =>
    makeZip([
      { name: 'xl/workbook.xml', content: `<workbook ${NAMES}><sheets><sheet name="备件" sheetId="1" r:id="r1"/></sheets></workbook>` },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
      },
      { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        content: `<Relationships>${relation('d', 'drawing', '../drawings/drawing1.xml')}</Relationships>`,
      },
      { name: 'xl/drawings/drawing1.xml', content: drawing },
      { name: 'xl/cellimages.xml', content: images },
      { name: 'xl/_rels/cellimages.xml.rels', content: `<Relationships>${relation('i', 'image', 'media/a.png')}</Relationships>` },
      { name: 'xl/media/a.png', content: SHOWN_PNG },
    ]);
  const ROWS = `<row r="1">${text('A1', '备件')}${text('B1', 'Plate')}</row><row r="2">${text('A2', '法兰 FL-3')}${shown('B2', 'ID_1')}</row><row r="3">${text('A3', 'Seal S-9')}${shown('B3', 'ID_2')}</row>`;

  it('is called by the other cells of its row, and one that the file lacks is told', async () => {
    const bytes = workbook(ROWS, `<etc:cellImages ${NAMES}>${image('i', 'ID_1')}</etc:cellImages>`, `<xdr:wsDr ${NAMES}/>`);
    const { passages, report } = await readWithPictures(xlsxParser, await temporaryFile('备件.xlsx', bytes));
    const pictured = passages.filter(({ recognition }) => recognition !== undefined);
    expect(pictured.map(({ text: words, headings, structure }) => [words, headings, structure.leadIn?.text])).toEqual(
      SHOWN.map((shownWords) => [shownWords.text, ['备件'], '法兰 FL-3']),
    );
    expect(pictured[0]?.anchors).toMatchObject([{ path: 'sheet/备件/at/B2/picture/1/text/1' }]);
    expect(report.warnings).toContain('1 picture is not in the file.');
  });

  it('leaves the rows whole where drawing and list of pictures are damaged', async () => {
    const bytes = workbook(ROWS, '<etc:cellImages><broken', '<xdr:wsDr');
    const { passages, outcome, report } = await readWithPictures(xlsxParser, await temporaryFile('spoilt.xlsx', bytes));
    expect(outcome).toBe('visible');
    expect(passages.map(({ text: words }) => words)).toContain('法兰 FL-3\t=DISPIMG("ID_1",1)');
    expect(report.warnings).toEqual(expect.arrayContaining(['2 pictures are not in the file.', '1 picture is damaged.']));
  });
});
