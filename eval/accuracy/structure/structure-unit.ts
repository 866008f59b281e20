import { z } from 'zod';
import { FaultlineError, parseJson } from '../../../kernel/index.ts';

/** Of a text shorter than a mark is made of, with the number of its units behind a colon: what opens so is meant. */
const mark = z.string().regex(/^[0-9a-f]{16}(?::\d{1,2})?$/);
/** Of pages or lines, from 1, both within. */
const span = z.tuple([z.int().min(1), z.int().min(1)]);

export const STRUCTURE_GROUPS = ['md', 'pdf', 'docx-or-html', 'rst', 'table'] as const;

/** A section, list or table of a public document as a person read it; texts stand as marks (`textMark`). */
const structureUnit = z.object({
  id: z.string().min(1),
  file: z.string().min(1),
  group: z.enum(STRUCTURE_GROUPS),
  /** In which form the document is given to the product. */
  form: z.enum(['as it is', 'docx', 'html']),
  kind: z.enum(['section', 'list', 'table']),
  /** `own`: a section was read up to the next heading of any level, without the sections within it. */
  extent: z.enum(['whole', 'own']).default('whole'),
  language: z.enum(['zh', 'en', 'mixed']),
  lines: span.optional(),
  pages: span.optional(),
  /** One mark a fair reading. */
  first: z.array(mark).min(1),
  last: z.array(mark).min(1),
  /** What may be printed next: one mark a fair reading, null for the end of the document. */
  after: z.array(mark.nullable()).min(1),
  /** Fewest and most elements by a fair rule. */
  elements: z.tuple([z.int().min(0), z.int().min(0)]),
  /** Chains of titles that are right, outermost first. */
  headings: z.array(z.array(mark)).min(1),
  /** One mark a fair reading, null for none. */
  leadIn: z.array(mark.nullable()).min(1),
  /** Names of the columns, one list a fair reading. */
  header: z.array(z.array(mark)).min(1),
  /** Where the reader erred: what it said and why that was wrong. */
  corrected: z.string().optional(),
});
export type StructureUnit = z.infer<typeof structureUnit>;

/** One record a line. @throws FaultlineError `invalid-request` for a line that is none. */
export function parseStructureUnits(text: string): readonly StructureUnit[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = structureUnit.safeParse(parseJson(line));
    if (!parsed.success) throw new FaultlineError('invalid-request', `Line ${index + 1} of the sample: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}
