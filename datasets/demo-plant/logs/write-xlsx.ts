import { fixedZip } from '../fixed-zip.ts';
import { loadWriter } from '../load-writer.ts';

/** A workbook of one sheet: header in bold, then the rows. Same input, same bytes. */
export async function writeXlsx(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Buffer> {
  const { default: excel } = await loadWriter(() => import('exceljs'));
  const workbook = new excel.Workbook();
  workbook.creator = 'Reliability';
  workbook.created = new Date('2024-01-15T08:00:00Z');
  workbook.modified = new Date('2024-01-15T08:00:00Z');
  const worksheet = workbook.addWorksheet(sheet);
  worksheet.addRow([...header]).font = { bold: true };
  for (const row of rows) worksheet.addRow([...row]);
  return fixedZip(Buffer.from(await workbook.xlsx.writeBuffer()));
}
