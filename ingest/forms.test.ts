import { describe, expect, it } from 'vitest';
import { FORM_LANGUAGES, FORMS, type FormFormat, makeForm, writeForm } from '../datasets/forms/index.ts';
import { loadParser } from './parsers.ts';
import { outlinePassages } from './test-support/outline-passages.ts';
import { readWhole } from './test-support/read-whole.ts';
import { temporaryFile } from './test-support/temporary-file.ts';

/** What a format does not give yet: name of the form → why. */
const NOT_YET: Partial<Record<FormFormat, Readonly<Record<string, string>>>> = {};

const CASES = FORMS.flatMap((form) => form.formats.flatMap((format) => FORM_LANGUAGES.map((language) => ({ form, format, language }))));
const isSkipped = ({ form, format }: (typeof CASES)[number]): boolean => NOT_YET[format]?.[form.name] !== undefined;

describe('forms of documents', () => {
  it('leaves out only forms that there are', () => {
    const names = FORMS.map((form) => form.name);
    for (const skipped of Object.values(NOT_YET)) expect(Object.keys(skipped).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(CASES.filter((one) => !isSkipped(one)).map((one) => [one.form.name, one.format, one.language, one] as const))(
    'gives the same fields for: %s, %s, %s',
    async (_name, format, language, { form }) => {
      const document = makeForm(form, language);
      const { name, bytes } = await writeForm(document, format);
      const { passages } = await readWhole(await loadParser(format), await temporaryFile(name, bytes));
      expect(outlinePassages(passages)).toEqual(document.expected);
    },
  );
});
