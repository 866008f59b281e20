import { failed, ok } from '../../../kernel/index.ts';
import { openPackage, type Package } from '../../archive/open-package.ts';
import { openPartPictures } from '../../archive/open-part-pictures.ts';
import { readCoreTitle } from '../../archive/read-core-title.ts';
import { scanArchive } from '../../archive/scan-archive.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { toReadFault } from '../../parser/read-fault.ts';
import { createRowParser } from '../create-row-parser.ts';
import type { RawSheet } from '../raw-row.ts';
import { readCellImages } from './read-cell-images.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';
import { withPictures } from './sheet-pictures.ts';

/**
 * XLSX, sheet by sheet in the order of the tabs, hidden sheets too; formulas count by their stored result, and what pictures hold
 * stands behind the rows of their sheet. Read with our own streaming reader: the one of exceljs takes sheets in the order of the zip
 * file, passes over parts of unusual name, knows no merged cells and believes local headers, which need not agree with the directory
 * that was checked.
 */
export const xlsxParser: DocumentParser = createRowParser('xlsx', '6', async ({ path, limits }) => {
  const scanned = await scanArchive(path, limits);
  if (!scanned.ok) return scanned;
  const opened = await openPackage(path, limits);
  if (!opened.ok) return opened;
  const workbook = await readWorkbook(opened.value);
  if (workbook.sheets.length === 0) {
    opened.value.close();
    return failed({ outcome: 'damaged', reason: 'The workbook names no sheet that can be read.' });
  }
  const title = await readCoreTitle(opened.value);
  return ok({
    ragged: true,
    properties: title === undefined ? {} : { title },
    sheets: eachSheet(opened.value, workbook, limits.maxElements),
  });
});

async function* eachSheet(source: Package, workbook: Workbook, maxElements: number): AsyncGenerator<RawSheet> {
  try {
    const pictures = { images: await cellImages(source, maxElements), readPicture: openPartPictures(source), maxElements };
    for (const { name, part } of workbook.sheets)
      yield withPictures({ name, rows: readSheet(source, part, workbook) }, source, part, pictures);
  } finally {
    source.close();
  }
}

/** Pictures in cells, none where their list cannot be read: what a cell then calls is told as not in the file. */
async function cellImages(source: Package, maxElements: number): Promise<ReadonlyMap<string, string | undefined>> {
  try {
    return await readCellImages(source, maxElements);
  } catch (error) {
    if (toReadFault(error) === undefined) throw error;
    return new Map();
  }
}
