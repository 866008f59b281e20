import { describe, expect, it } from 'vitest';
import { FORM_LANGUAGES, FORMS, type FormFormat, makeForm, writeForm } from '../datasets/forms/index.ts';
import { loadParser } from './parsers.ts';
import { outlinePassages } from './test-support/outline-passages.ts';
import { readWhole } from './test-support/read-whole.ts';
import { temporaryFile } from './test-support/temporary-file.ts';

/** What a format does not give yet: name of the form → why. */
const NOT_YET: Partial<Record<FormFormat, Readonly<Record<string, string>>>> = {
  pdf: {
    'lines of name and value': 'the reader of pages gives no structure',
    'table of specifications and values': 'the reader of pages gives no structure',
    'table of two columns without a header': 'the reader of pages takes the first row for names of columns',
    'terms with colons': 'the reader of pages gives no structure',
    'items that begin with a code': 'the reader of pages gives no structure',
    'titles that begin with a code': 'the reader of pages gives no structure',
    'two lists under one title': 'the reader of pages gives no structure',
    'list around a warning and a second paragraph': 'the reader of pages gives no structure',
    'steps counted within a line': 'the reader of pages gives no structure',
    'steps as titles': 'the reader of pages gives no structure',
    'callout whose title is the interval': 'the reader of pages gives no structure',
    'two sections of one title': 'the reader of pages gives no structure',
    'questions as titles': 'the reader of pages gives no structure',
    'questions in bold': 'the reader of pages gives no structure',
    'symptom as title with its causes and checks': 'the reader of pages gives no structure',
    'titles and notes in bold': 'the reader of pages gives no structure',
    'caption of a table': 'the reader of pages gives no structure',
    'labels of rows': 'the reader of pages gives no structure',
  },
};

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
