import { z } from 'zod';
import type { Application } from '../../../app/index.ts';
import { fold } from '../../../kernel/index.ts';

/** One fact in words for people. */
export interface DocumentFact {
  readonly words: string;
  /** Whether every place that says it was recognised in a picture. */
  readonly ofPicture: boolean;
}

/** What one document makes known: each fact by what it says whatever its spaces and the width and form of its signs. */
export type DocumentFacts = ReadonlyMap<string, DocumentFact>;

/** Lines of the export that facts are put together from. */
const lineSchema = z.discriminatedUnion('line', [
  z.object({ line: z.literal('version'), id: z.string(), document: z.string() }),
  z.object({ line: z.literal('key-use'), key: z.string(), text: z.string().nullable() }),
  z.object({ line: z.literal('fact'), id: z.string(), subject: z.string(), predicate: z.string(), content: z.unknown() }),
  z.object({ line: z.literal('support'), fact: z.string(), version: z.string() }),
  z.object({ line: z.literal('evidence'), fact: z.string(), version: z.string(), passage: z.string() }),
  z.object({ line: z.literal('passage'), id: z.string(), content: z.object({ recognition: z.unknown().optional() }) }),
]);
type Line = z.infer<typeof lineSchema>;
type FactLine = Extract<Line, { line: 'fact' }>;
const LINES: ReadonlySet<unknown> = new Set(lineSchema.options.map(({ shape }) => shape.line.value));
const anyLineSchema = z.looseObject({ line: z.string() });

/**
 * The facts that documents support, by the name of the document's file.
 * @param fileOf name of a document's file.
 */
export async function factsOfDocuments(
  { ledger }: { readonly ledger: Pick<Application['ledger'], 'exportCanonical'> },
  fileOf: (documentId: string) => string | undefined,
): Promise<ReadonlyMap<string, DocumentFacts>> {
  const documents = new Map<string, string>();
  const names = new Map<string, string>();
  const facts = new Map<string, FactLine>();
  const supports: Extract<Line, { line: 'support' }>[] = [];
  const places = new Map<string, string[]>();
  const recognised = new Set<string>();
  for await (const text of ledger.exportCanonical()) {
    const any = anyLineSchema.parse(JSON.parse(text));
    if (!LINES.has(any.line)) continue;
    const line = lineSchema.parse(any);
    if (line.line === 'version') documents.set(line.id, line.document);
    else if (line.line === 'key-use') names.set(line.key, line.text ?? line.key);
    else if (line.line === 'fact') facts.set(line.id, line);
    else if (line.line === 'support') supports.push(line);
    else if (line.line === 'evidence') places.set(placeKey(line), [...(places.get(placeKey(line)) ?? []), line.passage]);
    else if (line.content.recognition !== undefined) recognised.add(line.id);
  }
  const found = new Map<string, Map<string, DocumentFact>>();
  for (const support of supports) {
    const file = fileOf(documents.get(support.version) ?? '');
    const fact = facts.get(support.fact);
    if (fact === undefined || file === undefined) continue;
    const known = found.get(file) ?? new Map<string, DocumentFact>();
    const words = wordsOf(fact, names);
    const passages = places.get(placeKey(support)) ?? [];
    const ofPicture = passages.length > 0 && passages.every((passage) => recognised.has(passage));
    const before = known.get(plain(words));
    known.set(plain(words), { words, ofPicture: ofPicture && before?.ofPicture !== false });
    found.set(file, known);
  }
  return found;
}

function placeKey({ fact, version }: { readonly fact: string; readonly version: string }): string {
  return `${version} ${fact}`;
}

/**
 * Quotation marks are of one form whether they are curled or not, dashes whether they are long or short, angles of any script, and a raised
 * wedge is a caret.
 */
function plain(words: string): string {
  const quoted = words
    .replace(/\\"|[“”„ʺ]/gu, '”')
    .replace(/[‘’‚]/gu, "'")
    .replaceAll('⟨', '〈')
    .replaceAll('⟩', '〉')
    .replaceAll('∧', '^');
  return fold(quoted.replace(/\p{Pd}/gu, '-')).replace(/\s+/gu, '');
}

function wordsOf({ subject, predicate, content }: FactLine, names: ReadonlyMap<string, string>): string {
  const named = JSON.stringify(content).replace(/key_[0-9a-f]{32}/gu, (key) => names.get(key) ?? key);
  return `${names.get(subject) ?? subject} ${predicate} ${named}`;
}
