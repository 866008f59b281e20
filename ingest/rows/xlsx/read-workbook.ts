import type { Package } from '../../archive/open-package.ts';
import { isDateFormat, isPercentFormat } from './number-format.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
  /** In the order of the tabs; `part` is the name of the sheet's part in the package. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days between 1899-12-30 and the first day of the workbook's calendar. */
  readonly dayOffset: number;
  readonly strings: readonly string[];
  /** How each cell style shows numbers. */
  readonly formats: readonly ('date' | 'percent' | 'plain')[];
}

/** Days from 1899-12-30 to 1904-01-01, the calendar of old Macintosh workbooks. */
export const MACINTOSH_OFFSET = 1_462;

export async function readWorkbook(source: Package): Promise<Workbook> {
  const targets = await readTargets(source);
  const sheets: { name: string; part: string }[] = [];
  let dayOffset = 0;
  await source.readPart('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) dayOffset = MACINTOSH_OFFSET;
      if (name !== 'sheet') return;
      const part = targets.get(attributes['r:id'] ?? '');
      if (part !== undefined) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  return { sheets, dayOffset, strings: await readStrings(source), formats: await readFormats(source) };
}

async function readTargets(source: Package): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await source.readPart('xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target, Type }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || !Type?.endsWith('/worksheet')) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** Shared strings without formatting and without phonetic guides. */
async function readStrings(source: Package): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  await source.readPart('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = true;
    },
    text: (piece) => {
      if (inText && !phonetic) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

async function readFormats(source: Package): Promise<Workbook['formats']> {
  const codes = new Map<number, string>();
  const formats: ('date' | 'percent' | 'plain')[] = [];
  // Thousands of styles may share one long code.
  const kinds = new Map<number, (typeof formats)[number]>();
  let inCellStyles = false;
  await source.readPart('xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attributes.numFmtId ?? 0);
      const code = codes.get(id);
      const kind = kinds.get(id) ?? (isDateFormat(id, code) ? 'date' : isPercentFormat(id, code) ? 'percent' : 'plain');
      kinds.set(id, kind);
      formats.push(kind);
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}
