import type { DrawingLabelWords } from '../drawing-label-words.ts';

const NUMBERED = ['no', 'number', 'num', 'id'];

/** English words of title blocks, as they are printed and as attributes of title blocks are named. */
export const DRAWING_LABELS_EN: DrawingLabelWords = {
  number: ['drawing', 'dwg', 'drg', 'document', 'doc'].flatMap((word) => NUMBERED.map((one) => `${word} ${one}`)),
  title: ['title', 'drawing title', 'dwg title', 'drawing name', 'sheet title', 'subtitle'],
  revision: ['rev', 'revision', 'rev no', 'revision no', 'revision number', 'issue', 'issue no'],
  date: ['date', 'issue date', 'date of issue', 'revision date', 'rev date', 'drawn date', 'dwg date'],
  scale: ['scale', 'drawing scale'],
  sheet: ['sheet', 'sheet no', 'sheet number', 'sht', 'sht no', 'page', 'page no'],
  status: ['status', 'drawing status', 'dwg status', 'document status', 'issue status', 'sheet status', 'stamp'],
};
