import type { Program, Sample } from './sample-documents.fixture.ts';

/** A log with sentences and rows. */
export const LOG: Sample = {
  uri: '日志 log',
  says: [
    ['P-101', '外部泄漏'],
    ['P-102', 'vibration'],
  ],
  same: [['外部泄漏', 'external leakage', 'vocabulary']],
  rows: [
    ['P-101', 1, 4],
    ['P-102', 2, 1],
  ],
};
export const OTHER: Sample = { uri: 'other', says: [['P-101', 'external leakage']] };
/** Finds a row and a sentence more in the log, and links nothing any more. */
export const NEXT: Program = {
  number: 2,
  finds: {
    uri: '日志 2',
    says: [...LOG.says, ['V-7', '振动']],
    rows: [...(LOG.rows ?? []), ['P-101', 3, 2]],
  },
};
