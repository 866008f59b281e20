import type { DocumentLabelForms } from './document-label-forms.ts';
import { DOCUMENT_LABELS as EN } from './en/document-labels.ts';
import { DOCUMENT_LABELS as ZH } from './zh/document-labels.ts';

/** The labels of all languages, each as the source of one pattern. */
export const DOCUMENT_LABEL_PATTERNS: Readonly<Record<keyof DocumentLabelForms, string>> = {
  number: join('number'),
  revision: join('revision'),
  effective: join('effective'),
  afterDate: join('afterDate'),
  page: join('page'),
  generated: join('generated'),
};

function join(kind: keyof DocumentLabelForms): string {
  return `(?:${[...ZH[kind], ...EN[kind]].join('|')})`;
}
