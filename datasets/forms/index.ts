import { FIELD_FORMS } from './content/field-forms.ts';
import { LIST_FORMS } from './content/list-forms.ts';
import { SECTION_FORMS } from './content/section-forms.ts';
import type { Form } from './form.ts';

export type { ExpectedPassage, FormBlock, FormFormat, FormLanguage } from './form.ts';
export { FORM_LANGUAGES, makeForm } from './form.ts';
export { writeForm } from './write-form.ts';

/** The ways in which real documents put things, each in Chinese and English. */
export const FORMS: readonly Form[] = [...FIELD_FORMS, ...LIST_FORMS, ...SECTION_FORMS];
