import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openMemoryGraphStore } from '../graph/index.ts';
import { readHere } from '../ingest/index.ts';
import { type Access, type ExcludedRun, type KeyId, type Passage, parseKeyId } from '../kernel/index.ts';
import { openMemorySearchIndex } from '../retrieval/adapters/memory/memory-search-index.ts';
import { weighWords } from '../retrieval/bm25.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { anyDocument, anyDocuments, QUESTIONS } from './test-support/small-documents.ts';
import { knowledgeOf, wholeState } from './test-support/whole-state.ts';
import { CALLER, ingest, NEVER, remove, type SmallDocument, withApplication } from './test-support/workspace.ts';

/** Seeds are fixed so that a failure can be repeated. */
const runs = (numRuns: number) => ({ numRuns, seed: 8_617, endOnFailure: true });
const MINUTES = 900_000;
const MOST = 10_000;

const keyShape = z.string().transform((text, context): KeyId => {
  const id = parseKeyId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'is no key' });
  return z.NEVER;
});

const lineShape = z.discriminatedUnion('line', [
  z.object({ line: z.literal('passage'), id: z.string(), version: z.string(), text: z.string(), tokens: z.array(z.string()) }),
  z.object({
    line: z.literal('evidence'),
    fact: z.string(),
    version: z.string(),
    passage: z.string(),
    span_start: z.number(),
    span_end: z.number(),
    content: z.looseObject({ quote: z.string() }),
  }),
  z.object({ line: z.literal('fact'), id: z.string(), subject: keyShape, object_key: z.string().nullable() }),
  z.object({ line: z.literal('excluded'), version: z.string(), content: z.looseObject({ text: z.string() }) }),
  z.object({ line: z.literal('version'), id: z.string(), sha256: z.string() }),
]);
type Line = z.infer<typeof lineShape>;

async function linesOf(application: Application): Promise<readonly Line[]> {
  return (await knowledgeOf(application)).flatMap((text) => {
    const line = lineShape.safeParse(JSON.parse(text));
    return line.success ? [line.data] : [];
  });
}

const ofKind = <Kind extends Line['line']>(lines: readonly Line[], kind: Kind) =>
  lines.filter((line): line is Extract<Line, { line: Kind }> => line.line === kind);

const everything = ({ ledger, config }: Application): Promise<Access> => ledger.accessFor(config.tenant, 'all');

/** The ids of all passages that hold one of the words, as the index tells them. */
async function indexed(application: Application, tokens: readonly string[]): Promise<readonly string[]> {
  const access = await everything(application);
  const words = weighWords(tokens, await application.ledger.passages.statistics(access, tokens));
  return application.index.candidates(access, { words, n: MOST }, NEVER);
}

async function withDocuments(documents: readonly SmallDocument[], work: (application: Application) => Promise<void>): Promise<void> {
  await withApplication(async (application) => {
    for (const document of documents) await ingest(application, document);
    await work(application);
  });
}

/** As it is, or letters over the number, as two texts in the balloon of an instrument. */
function standsIn(source: string, word: string): boolean {
  if (source.includes(word)) return true;
  const [, letters, number] = /^(\p{Lu}+)(\d+)$/u.exec(word) ?? [];
  return letters !== undefined && [letters, number].every((text) => new RegExp(`(?<!\\w)${text}(?!\\w)`, 'u').test(source));
}

describe('a quote (I5)', () => {
  it('is the stored text at its span, in words of the document, behind every fact of the ledger', { timeout: MINUTES }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments(1, 3), async (documents) => {
        await withDocuments(documents, async (application) => {
          const lines = await linesOf(application);
          const texts = new Map(ofKind(lines, 'passage').map(({ id, text }) => [id, text]));
          const source = documents.map(({ text }) => text).join('\n');
          const evidence = ofKind(lines, 'evidence');
          for (const { passage, span_start, span_end, content } of evidence) {
            expect(content.quote).not.toBe('');
            expect(texts.get(passage)?.slice(span_start, span_end)).toBe(content.quote);
            // The words of a cell stand in the file one by one, between its delimiters.
            for (const word of content.quote.split(/[\s:：|,;；]+/u)) expect(standsIn(source, word)).toBe(true);
          }
          expect(new Set(evidence.map(({ fact }) => fact))).toEqual(new Set(ofKind(lines, 'fact').map(({ id }) => id)));
        });
      }),
      runs(5),
    );
  });

  it('stands behind every edge of the graph, which counts as many as there are', { timeout: MINUTES }, async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(anyDocuments(1, 3), async (documents) => {
        await withDocuments(documents, async (application) => {
          const lines = await linesOf(application);
          const pieces = new Map<string, number>();
          for (const { fact } of ofKind(lines, 'evidence')) pieces.set(fact, (pieces.get(fact) ?? 0) + 1);
          const joins = ofKind(lines, 'fact').filter(({ object_key }) => object_key !== null);
          const keys = [...new Set(joins.map(({ subject }) => subject))];
          const caps = { fanOut: MOST, nodes: MOST, edges: MOST };
          const { edges } = await application.graph.neighbours(await everything(application), { keys, direction: 'out', caps }, NEVER);
          expect(new Map(edges.map(({ fact, n }) => [fact, n]))).toEqual(new Map(joins.map(({ id }) => [id, pieces.get(id)])));
          met += edges.length;
        });
      }),
      runs(5),
    );
    expect(met).toBeGreaterThan(10);
  });

  it('is found by its words in the index, and whatever is found by them holds one of them', { timeout: MINUTES }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments(1, 3), fc.nat(), async (documents, pick) => {
        await withDocuments(documents, async (application) => {
          const lines = await linesOf(application);
          const passages = ofKind(lines, 'passage');
          const tokensOf = new Map(passages.map(({ id, tokens }) => [id, tokens]));
          const evidence = ofKind(lines, 'evidence');
          const chosen = evidence[pick % Math.max(1, evidence.length)];
          if (chosen === undefined) return;
          const words = [...new Set(tokensOf.get(chosen.passage))];
          const found = await indexed(application, words);
          if (words.length > 0) expect(found).toContain(chosen.passage);
          const holders = passages.filter(({ tokens }) => tokens.some((token) => words.includes(token))).map(({ id }) => id);
          expect([...found].sort()).toEqual(holders.sort());
        });
      }),
      runs(6),
    );
  });
});

describe('a source run (I9)', () => {
  it('that a parser gave is once in ledger and index, or listed as excluded', {
    timeout: MINUTES,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments(1, 3), async (documents) => {
        const given: { passages: Passage[]; excluded: ExcludedRun[] } = { passages: [], excluded: [] };
        const read: Application['read'] = async function* (request, signal) {
          for await (const event of readHere(request, signal)) {
            if (event.kind === 'chunk') {
              given.passages.push(...event.chunk.passages);
              given.excluded.push(...event.chunk.excluded);
            }
            yield event;
          }
        };
        await withApplication(
          async (application) => {
            for (const document of documents) await ingest(application, document);
            const lines = await linesOf(application);
            const passages = ofKind(lines, 'passage');
            expect(passages.map(({ id, text }) => [id, text]).sort()).toEqual(given.passages.map(({ id, text }) => [id, text]).sort());
            expect(new Set(given.passages.map(({ id }) => id)).size).toBe(given.passages.length);
            const excluded = ofKind(lines, 'excluded').map(({ content }) => content.text);
            expect(excluded.sort()).toEqual(given.excluded.map(({ text }) => text).sort());
            const found = await indexed(application, [...new Set(passages.flatMap(({ tokens }) => tokens))]);
            expect([...found].sort()).toEqual(
              passages
                .filter(({ tokens }) => tokens.length > 0)
                .map(({ id }) => id)
                .sort(),
            );
          },
          { read },
        );
      }),
      runs(5),
    );
  });
});

describe('stores in memory and in files', () => {
  it('hold the same and give the same answers after any changes (I1, I3, I7, I8)', { timeout: MINUTES }, async () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('ingest' as const), document: anyDocument }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), document: anyDocument }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 5 }), async (changes) => {
        await withApplication(async (filed) => {
          await withApplication(async (opened) => {
            const remembered: Application = { ...opened, graph: openMemoryGraphStore(), index: openMemorySearchIndex() };
            for (const application of [filed, remembered]) {
              for (const { kind, document } of changes) {
                if (kind === 'ingest') await ingest(application, document);
                else await remove(application, document.uri);
              }
            }
            const { projections, knowledge } = await wholeState(filed);
            expect(await knowledgeOf(remembered)).toEqual(knowledge);
            for (const line of projections) {
              const [store, kind, id, digest] = line.split(' ');
              const unit = { kind, id } as Parameters<Application['graph']['digest']>[0];
              expect(await (store === 'graph' ? remembered.graph : remembered.index).digest(unit)).toBe(digest);
            }
            for (const question of QUESTIONS) {
              const [fromFiles, fromMemory] = [
                await askQuestion(filed, CALLER, { question }, NEVER),
                await askQuestion(remembered, CALLER, { question }, NEVER),
              ];
              expect(fromMemory.content).toEqual(fromFiles.content);
            }
          });
        });
      }),
      runs(4),
    );
  });
});
