/** What the layout of English documents says in words. */
export const EN_LAYOUT = {
  tableCaption: ['table'],
  figureCaption: ['figure', 'fig\\.?'],
  /** Before the number or letter of a title of the first level. */
  chapters: ['chapter', 'part', 'appendix'],
} as const;
