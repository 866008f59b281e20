import { describe, expect, test } from 'vitest';
import {
  makeDocumentId,
  makePassageId,
  makeVersionId,
  type PassageKind,
  parseTenantId,
  type RankablePassage,
  type TenantId,
} from '../../kernel/index.ts';
import { type Candidate, rankingFeatures } from './ranking-features.ts';

const tenant = parseTenantId('plant') as TenantId;
const WORDS = ['泵', 'seal', 'e-17', 'leak'];

interface Drawn {
  readonly document?: string;
  readonly order?: number;
  readonly kind?: PassageKind;
  readonly language?: 'zh' | 'en';
  readonly counts: readonly number[];
  readonly bm25?: number;
  readonly cosine?: number;
  readonly age?: number;
}

function candidate({
  document = 'a',
  order = 0,
  kind = 'paragraph',
  language = 'en',
  counts,
  bm25 = 0,
  cosine,
  age = 0,
}: Drawn): Candidate {
  const documentId = makeDocumentId(tenant, document);
  const versionId = makeVersionId(documentId, 'bytes');
  const passage: RankablePassage = {
    ...{ id: makePassageId(versionId, kind, `${order}`, counts.join()), versionId, documentId, kind, language, order, age, scope: [] },
    tokens: WORDS.filter((_, at) => (counts[at] ?? 0) > 0),
  };
  return { passage, counts: Uint32Array.from(counts), bm25, coverage: 0, ...(cosine === undefined ? {} : { cosine }) };
}

function featuresOf(candidates: readonly Candidate[]) {
  const statistics = {
    passages: 100,
    averageLength: 5,
    frequency: new Map([
      ['泵', 50],
      ['seal', 10],
      ['e-17', 1],
      ['leak', 60],
    ]),
  };
  const coverageOf = (counts: Uint32Array) => [...counts].filter((count) => count > 0).length / WORDS.length;
  const none = { graph: new Map(), lexical: new Map() };
  const asked = { tokens: { asked: ['泵', 'seal', 'e-17'], added: ['leak'] }, statistics };
  return rankingFeatures(asked, WORDS, candidates, coverageOf, none, new Set(['e-17']));
}

describe('what a passage is ranked by', () => {
  test('holds scores by words against texts of the same language, since those of two languages are not comparable', () => {
    const [best, half, chinese] = featuresOf([
      candidate({ counts: [0, 1, 0, 0], bm25: 8 }),
      candidate({ document: 'b', counts: [0, 1, 0, 1], bm25: 4 }),
      candidate({ document: 'c', language: 'zh', counts: [1, 0, 0, 0], bm25: 2 }),
    ]);
    expect([best?.lexical, half?.lexical, chinese?.lexical]).toEqual([1, 0.5, 1]);
    expect([best?.document, half?.document, chinese?.document]).toEqual([1, 0.5, 1]);
  });

  test('counts what stands around it in its own document, not in another one nor far away', () => {
    const [row, near, far, other] = featuresOf([
      candidate({ order: 5, counts: [1, 0, 0, 0] }),
      candidate({ order: 8, counts: [0, 1, 0, 0] }),
      candidate({ order: 40, counts: [0, 0, 1, 0] }),
      candidate({ document: 'b', order: 5, counts: [0, 0, 0, 1] }),
    ]);
    expect([row?.nearCoverage, near?.nearCoverage, far?.nearCoverage, other?.nearCoverage]).toEqual([0.5, 0.5, 0.25, 0.25]);
  });

  test('tells codes and numbers that are asked, and the asked code in a text from the same in a row of a log', () => {
    const [text, log, without] = featuresOf([
      candidate({ counts: [0, 0, 1, 0] }),
      candidate({ kind: 'log-entry', counts: [0, 0, 2, 0] }),
      candidate({ order: 9, counts: [1, 1, 0, 1] }),
    ]);
    expect([text?.numbers, log?.numbers, without?.numbers]).toEqual([1, 1, 0]);
    expect([text?.code, log?.code, without?.code]).toEqual([1, 0, 0]);
    expect(text?.telling).toBeGreaterThan(0.4);
  });

  test('has no rank by meaning without a vector, and says of headings and replaced revisions what they are', () => {
    const [heading, second] = featuresOf([
      candidate({ kind: 'heading', counts: [1, 0, 0, 0], age: 1 }),
      candidate({ order: 7, counts: [1, 0, 0, 0], cosine: 0.4 }),
    ]);
    expect(heading).toMatchObject({ vectorRank: 0, cosine: 0, heading: 1, superseded: 1 });
    expect(second).toMatchObject({ cosine: 0.4, heading: 0, superseded: 0 });
    expect(second?.vectorRank).toBeGreaterThan(0.9);
  });
});
