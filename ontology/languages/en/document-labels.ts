import type { DocumentLabelForms } from '../document-label-forms.ts';

export const DOCUMENT_LABELS: DocumentLabelForms = {
  number: ['(?:document|doc\\.?|manual|procedure|publication)\\s*(?:number|no\\.?|id)(?![a-z])', 'documentnumber(?![a-z])'],
  revision: ['(?:document\\s*|doc\\.?\\s*)?(?:revision|version|issue|rev(?:\\.|(?![a-z]))|ver(?:\\.|(?![a-z])))'],
  effective: [
    'effective(?:\\s*(?:date|from))?(?![a-z])',
    'date\\s*of\\s*issue',
    '(?:issue|revision|release)\\s*date',
    'issued(?:\\s*on)?(?![a-z])',
    'released?(?![a-z])',
    'date(?![a-z])',
  ],
  afterDate: [],
  page: ['page\\s*\\d+(?:\\s*(?:of|/)\\s*\\d+)?'],
  generated: ['AI[- ]generated', 'generated (?:by|with) (?:an )?AI\\b'],
};
