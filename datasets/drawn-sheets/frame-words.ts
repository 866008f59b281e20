/** Words of title blocks, tables of revisions and notes. */
export const FRAME_WORDS = {
  zh: {
    fields: { number: '图号', title: '图名', revision: '版次', date: '日期', scale: '比例', sheet: '张次' },
    history: ['版次', '日期', '修改内容'],
    notesTitle: '说明',
  },
  en: {
    fields: { number: 'DWG NO', title: 'TITLE', revision: 'REV', date: 'DATE', scale: 'SCALE', sheet: 'SHEET' },
    history: ['REV', 'DATE', 'DESCRIPTION'],
    notesTitle: 'NOTES',
  },
} as const;
