/**
 * Marks beside valves that say how they stand in normal running, whole, in capital letters and without signs; the whole words are those
 * of drawings and of plant models (`NormallyClose` is what profiles of DEXPI write).
 */
const MARKS: ReadonlySet<string> = new Set([
  'NO',
  'NC',
  'LO',
  'LC',
  'CSO',
  'CSC',
  'FO',
  'FC',
  'NORMALLYOPEN',
  'NORMALLYCLOSED',
  'NORMALLYCLOSE',
  'LOCKEDOPEN',
  'LOCKEDCLOSED',
  '常开',
  '常闭',
  '常关',
  '锁开',
  '锁关',
  '锁闭',
  '铅封开',
  '铅封关',
]);

/** Whether a text is the mark of how a valve stands, and nothing else. */
export function isValveMark(text: string): boolean {
  return MARKS.has(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.()[\]]/gu, ''),
  );
}
