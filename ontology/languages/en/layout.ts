/** What the layout of English documents says in words. */
export const EN_LAYOUT = {
  tableCaption: ['table'],
  figureCaption: ['figure', 'fig\\.?'],
  /** Before the number or letter of a title of the first level. */
  chapters: ['chapter', 'part', 'appendix'],
  /** What stands above a remark in the text, in a box or without one: no title of a section. */
  noteLabels: ['note', 'notes', 'tip', 'tips', 'hint', 'hints', 'remark', 'remarks', 'nota bene'],
} as const;
