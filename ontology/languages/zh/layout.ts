/** What the layout of Chinese documents says in words. */
export const ZH_LAYOUT = {
  /** Before the number of a caption. */
  tableCaption: ['表', '附表', '续表'],
  figureCaption: ['图', '附图'],
  /** Signs behind a number that make it a date or year, no caption. */
  dateSigns: '年月',
  /** Titles of boxes that warn, and of those that inform. */
  warningTitles: ['危险', '警告', '注意', '小心', '当心', '危險'],
  noteTitles: ['提示', '说明', '备注', '信息', '注'],
  /** What stands above a remark in the text, in a box or without one: no title of a section. */
  noteLabels: ['提示', '备注', '注', '附注', '小提示', '温馨提示'],
  /** Names of Word styles: titles (with their level behind a blank), captions. */
  titleStyle: '标题',
  captionStyle: '题注',
  /** `第三章`, `第2节`, `一、`: titles by their number, with the level; `#` is the number. */
  numberedTitles: [
    { level: 1, signs: '章篇部' },
    { level: 2, signs: '节' },
  ],
  ordinal: '第',
  digits: '〇一二三四五六七八九',
  ten: '十',
  numerals: '一二三四五六七八九十百',
} as const;
