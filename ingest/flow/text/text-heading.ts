import { beginsChineseList, chapterLevel } from '../../../ontology/index.ts';

const LONGEST_HEADING = 80;
const LONGEST_CHINESE_HEADING = 40;

/**
 * Level of a line that is a heading by its form, from 1: `第三章 …` and `CHAPTER 3`, `一、…`, `2.1 …` by the depth of its number, a short line in
 * capitals. A single number (`1. Close the valve`) is a step, not a heading.
 */
export function headingLevel(line: string): number | undefined {
  const text = line.trim();
  if (text === '' || text.length > LONGEST_HEADING || /[.。!！?？:：;；,，]$/.test(text)) return undefined;
  const chapter = chapterLevel(text);
  if (chapter !== undefined) return chapter;
  if (beginsChineseList(text) && text.length <= LONGEST_CHINESE_HEADING) return 2;
  const numbered = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+\p{L}/u.exec(text)?.[1];
  if (numbered !== undefined) return Math.min(6, numbered.split('.').length);
  return /^[\p{Lu}\d][\p{Lu}\d\s&/(),'-]{3,}$/u.test(text) && /\p{Lu}{3}/u.test(text) ? 2 : undefined;
}
