import { z } from 'zod';
import { NODE_KINDS, type NodeKind } from '../../kernel/index.ts';

/** A term of the vocabulary. The first name of each language is the preferred one; `id` is `<list>/<slug>` and never changes. */
export interface Concept {
  readonly id: string;
  readonly kind: NodeKind;
  /** Code in a published standard (ISO 14224 failure mode or equipment class), or the kernel dimension of a parameter. */
  readonly code?: string;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const CONCEPT = z.strictObject({
  id: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/),
  kind: z.enum(NODE_KINDS),
  code: z.string().min(1).optional(),
  zh: z.array(z.string().regex(/\p{sc=Han}|[A-Z]/u)).min(1),
  en: z.array(z.string().regex(/^[\x20-\x7E]+$/)).min(1),
});

/**
 * Reads a vocabulary table, one concept a line: `slug | code | Chinese names by 、 | English names by ,`.
 * @throws ZodError naming the field when a line is not of that form: the table ships with the code, so that is a fault of ours.
 */
export function readVocabulary(list: string, kind: NodeKind, table: string): readonly Concept[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [slug = '', code = '', zh = '', en = ''] = line.split('|').map((field) => field.trim());
      const concept = { id: `${list}/${slug}`, kind, zh: names(zh, '、'), en: names(en, ',') };
      CONCEPT.parse(code === '' ? concept : { ...concept, code });
      return code === '' ? concept : { ...concept, code };
    });
}

function names(field: string, separator: string): readonly string[] {
  return field
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
