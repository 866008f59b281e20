import { EN_LAYOUT } from './en/layout.ts';
import { ZH_LAYOUT } from './zh/layout.ts';

const CAPTION = new RegExp(
  `^(?:(?<table>${[...ZH_LAYOUT.tableCaption, ...EN_LAYOUT.tableCaption].join('|')})|${[...ZH_LAYOUT.figureCaption, ...EN_LAYOUT.figureCaption].join('|')})` +
    `\\s*[A-Z]?\\d+(?:[-.–]\\d+)*(?![\\d${ZH_LAYOUT.dateSigns}])`,
  'iu',
);
const CHAPTER = new RegExp(`^(?:${EN_LAYOUT.chapters.join('|')})\\s+[\\dA-Z]`, 'i');
const NUMBERED = ZH_LAYOUT.numberedTitles.map(({ level, signs }) => ({
  level,
  form: new RegExp(`^${ZH_LAYOUT.ordinal}\\s*[\\d${ZH_LAYOUT.numerals}]+\\s*[${signs}]`, 'u'),
}));
const LISTED = new RegExp(`^[${ZH_LAYOUT.numerals}]{1,3}、\\S`, 'u');

/** What a line is the caption of by its word and number (`表 2 …`, `Figure 3-1 …`). */
export function captionOf(text: string): 'table' | 'figure' | undefined {
  const found = CAPTION.exec(text);
  if (found === null) return undefined;
  return found.groups?.table === undefined ? 'figure' : 'table';
}

/** Level of a title by the word or sign of its number: `第三章`, `CHAPTER 3`, `第2节`. */
export function chapterLevel(text: string): number | undefined {
  if (CHAPTER.test(text)) return 1;
  return NUMBERED.find(({ form }) => form.test(text))?.level;
}

/** Whether a line begins as a title of a Chinese list of sections does: `一、…`. */
export function beginsChineseList(text: string): boolean {
  return LISTED.test(text);
}

const NOTE_LABELS: ReadonlySet<string> = new Set([...EN_LAYOUT.noteLabels, ...ZH_LAYOUT.noteLabels]);

/** Whether a line says no more than that a remark follows (`Note`, `提示：`). */
export function isNoteLabel(text: string): boolean {
  return NOTE_LABELS.has(
    text
      .trim()
      .replace(/[:：!！.]$/u, '')
      .toLowerCase(),
  );
}

/** Titles that boxes have in Chinese documents. */
export const BOX_TITLES = { warning: ZH_LAYOUT.warningTitles, note: ZH_LAYOUT.noteTitles } as const;

/** Names of Word's styles in Chinese: titles have their level behind a blank. */
export const WORD_STYLES = { title: ZH_LAYOUT.titleStyle, caption: ZH_LAYOUT.captionStyle } as const;

/** 1 to 99 in Chinese numerals; undefined outside. */
export function chineseNumeral(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 1 || number > 99) return undefined;
  const tens = Math.floor(number / 10);
  const digit = (value: number): string => ZH_LAYOUT.digits.charAt(value);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}${ZH_LAYOUT.ten}`;
  return head + (number % 10 === 0 ? '' : digit(number % 10));
}
