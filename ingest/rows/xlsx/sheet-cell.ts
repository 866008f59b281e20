import { cleanText } from '../../clean/clean-text.ts';
import type { RawCell } from '../raw-row.ts';
import { readSerialDate } from './number-format.ts';

/** A cell of words. */
export function textCell(text: string): RawCell {
  return { text: cleanText(text).replaceAll('\t', ' ').trim() };
}

/** Numbers are stored in binary; 15 digits are what a spreadsheet itself shows of them. */
export function numberCell(number: number, format: 'date' | 'percent' | 'plain', dayOffset: number, written: string): RawCell {
  if (!Number.isFinite(number)) return textCell(written);
  if (format === 'date') return readSerialDate(number, dayOffset);
  if (format === 'percent') return { text: `${Number((number * 100).toPrecision(15))}%` };
  const rounded = Number(number.toPrecision(15));
  return { text: String(rounded), number: rounded };
}

/** Cells up to the last one that holds anything. */
export function trimEnd(cells: readonly RawCell[]): readonly RawCell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.text === '') length -= 1;
  return cells.slice(0, length);
}
