import { type Cell, makeDocumentId, makePassageId, makeVersionId, type Passage, parseTenantId } from '../../kernel/index.ts';
import type { Measure } from './picture.ts';

const TENANT = parseTenantId('plant');
if (TENANT === undefined) throw new Error('no tenant');
const VERSION = makeVersionId(makeDocumentId(TENANT, 'picture'), '00');

/** Han as wide as they are high, everything else half of it. */
export const measureBySize: Measure = (text, { size }) =>
  [...text].reduce((sum, sign) => sum + (/[\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u.test(sign) ? size : size / 2), 0);

export function passageOf(order: number, text: string, more: Partial<Passage> = {}): Passage {
  return {
    id: makePassageId(VERSION, 'paragraph', String(order), text),
    versionId: VERSION,
    kind: 'paragraph',
    text,
    language: 'zh',
    headings: [],
    anchors: [{ kind: 'block', path: `section/0/paragraph/${order}`, start: 0, end: text.length }],
    order,
    structure: {},
    scope: [],
    ...more,
  };
}

/** A row of a file of rows; cells without words are in no passage. */
export function rowOf(order: number, values: Readonly<Record<string, string>>, more: Partial<Passage> = {}): Passage {
  const cells: Cell[] = [];
  let text = '';
  for (const [column, value] of Object.entries(values)) {
    if (value === '') continue;
    if (text !== '') text += '\t';
    cells.push({ column, start: text.length, end: text.length + value.length });
    text += value;
  }
  const anchors = [{ kind: 'row', sheet: '', row: order + 1 } as const];
  return passageOf(order, text, { kind: 'log-entry', cells, anchors, structure: { table: 0 }, ...more });
}
