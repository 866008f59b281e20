import { z } from 'zod';
import { FaultlineError, PASSAGE_KINDS, type PassageId, parsePassageId } from '../../../kernel/index.ts';
import type { IndexedPassage } from '../../search-index.ts';
import { isPlain, termOf } from './term-of.ts';

const text = <T extends string>() => z.custom<T>((value) => typeof value === 'string', 'not a text');
const PASSAGE = z.object({
  id: z.custom<PassageId>((value) => typeof value === 'string' && parsePassageId(value) !== undefined, 'not a passage id'),
  versionId: text<IndexedPassage['versionId']>(),
  documentId: text<IndexedPassage['documentId']>(),
  labelSet: text<IndexedPassage['labelSet']>(),
  language: z.enum(['zh', 'en', 'mixed', 'none']),
  kind: z.enum(PASSAGE_KINDS),
  words: z.string(),
  exact: z.array(z.string()),
  scope: z.array(text<IndexedPassage['scope'][number]>()),
  length: z.number().int(),
  odd: z.array(z.string()),
  /** Sent as big-endian bytes; given back as numbers, since the server keeps it outside of the source. */
  vector: z
    .union([
      z.custom<readonly number[]>(isNumbers, 'not numbers').transform((numbers) => Float32Array.from(numbers)),
      z.base64().transform(floatsOf),
    ])
    .optional(),
});

/** JSON text of a passage as it is indexed for a run of a unit. */
export function passageDocument(passage: IndexedPassage, unit: string, run: string): string {
  const { tokens, exact, vector, ...plain } = passage;
  return JSON.stringify({
    ...plain,
    type: 'passage',
    unit,
    run,
    words: tokens.map(termOf).join(' '),
    length: tokens.length,
    exact: exact.map(termOf),
    odd: oddOnes(tokens, exact),
    vector: vector === undefined ? undefined : bigEndian(vector),
  });
}

/**
 * The passage of a document's source, and whether what is derived in it is as it should be.
 * @throws FaultlineError `storage-failed` where it cannot be read.
 */
export function readPassageDocument(source: unknown): { readonly passage: IndexedPassage; readonly isSound: boolean } {
  const found = PASSAGE.safeParse(source);
  if (!found.success) throw unreadable();
  const { words, exact, odd, vector, length, ...plain } = found.data;
  const originals = new Map(odd.map((json) => z.string().parse(JSON.parse(json))).map((token) => [termOf(token), token]));
  const original = (term: string) => originals.get(term) ?? term;
  const terms = words === '' ? [] : words.split(' ');
  const passage = { ...plain, tokens: terms.map(original), exact: exact.map(original) };
  const isSound = length === terms.length && [...terms, ...exact].every((term) => originals.has(term) || isPlain(term));
  return { passage: vector === undefined ? passage : { ...passage, vector }, isSound };
}

/** JSON of what does not stand in the index as it is: as JSON also half characters come back. */
function oddOnes(tokens: readonly string[], exact: readonly string[]): string[] {
  return [...new Set([...tokens, ...exact].filter((token) => !isPlain(token)))].map((token) => JSON.stringify(token));
}

/** Checked by hand: hundreds of numbers a passage. */
function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

function bigEndian(vector: Float32Array): string {
  const bytes = Buffer.from(new Float32Array(vector).buffer);
  return bytes.swap32().toString('base64');
}

function floatsOf(base64: string): Float32Array {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  Buffer.from(bytes.buffer).swap32();
  return new Float32Array(bytes.buffer);
}

function unreadable(): FaultlineError {
  return new FaultlineError(
    'storage-failed',
    'A document of the search index cannot be read; make the index again with `faultline reindex`.',
  );
}
