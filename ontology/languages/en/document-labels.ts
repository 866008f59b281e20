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
  generated: [
    '(?:(?:note|notice|disclaimer)\\s*:\\s*)?(?:(?:this|the)\\s+(?:document|content|text|manual|page|article|summary|report|answer|translation)\\s+(?:is|was|has\\s+been)\\s+)?(?:(?:partly|partially|fully|entirely|automatically)\\s+)?(?:AI[- ]generated|(?:generated|written|created)\\s+(?:by|with|using)\\s+(?:an\\s+)?(?:AI|artificial\\s+intelligence)(?:\\s+(?:tools?|models?|assistant))?)(?:\\s+(?:document|content|text|article|summary|report|answer|translation))?',
  ],
};
