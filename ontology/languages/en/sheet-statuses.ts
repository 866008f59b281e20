import type { SheetStatusWords } from '../sheet-status-words.ts';

/** English words of stamps. */
export const SHEET_STATUSES_EN: SheetStatusWords = {
  sure: {
    preliminary: ['not for construction', 'issued for review', 'issued for approval', 'issued for information', 'for review only'],
    'for-construction': ['issued for construction', 'approved for construction', 'released for construction'],
    'as-built': ['as built', 'as constructed'],
    superseded: ['superseded'],
    void: ['obsolete', 'do not use', 'not to be used', 'no longer valid'],
  },
  other: {
    preliminary: ['preliminary', 'draft', 'for review', 'for approval', 'for information only'],
    'for-construction': ['for construction', 'ifc', 'afc'],
    'as-built': ['asbuilt'],
    superseded: ['replaced'],
    void: ['void', 'voided', 'cancelled', 'canceled', 'withdrawn', 'invalid', 'not valid'],
  },
  frame: [
    'this',
    'the',
    'drawing',
    'drawings',
    'dwg',
    'document',
    'sheet',
    'print',
    'revision',
    'rev',
    'status',
    'is',
    'are',
    'has',
    'have',
    'been',
    'and',
    'date',
    'dated',
    'on',
    'since',
    'as of',
  ],
  tail: ['by', 'see', 'refer to', 'use'],
};
