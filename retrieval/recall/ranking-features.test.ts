import { describe, expect, test } from 'vitest';
import {
  makeDocumentId,
  makePassageId,
  makeVersionId,
  type PassageId,
  type PassageKind,
  parseTenantId,
  type RankablePassage,
  type TenantId,
} from '../../kernel/index.ts';
import { type Candidate, rankingFeatures } from './ranking-features.ts';

const tenant = parseTenantId('plant') as TenantId;
/** The last is held by no passage. */
const WORDS = ['泵', 'seal', 'e-17', 'leak', 'gasket'];

interface Drawn {
  readonly document?: string;
  readonly order?: number;
  readonly kind?: PassageKind;
  readonly language?: 'zh' | 'en';
  readonly counts: readonly number[];
  readonly names?: readonly number[];
  readonly name?: readonly string[];
  readonly near?: readonly (readonly number[])[];
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
  names = [],
  name = [],
  near = [],
  bm25 = 0,
  cosine,
  age = 0,
}: Drawn): Candidate {
  const documentId = makeDocumentId(tenant, document);
  const versionId = makeVersionId(documentId, 'bytes');
  const passage: RankablePassage = {
    ...{ id: makePassageId(versionId, kind, `${order}`, counts.join()), versionId, documentId, kind, language, order, age, scope: [] },
    tokens: WORDS.filter((_, at) => (counts[at] ?? 0) > 0),
    ...{ near: [], title: document, uri: document },
  };
  const countsOf = (held: readonly number[]) => Uint32Array.from(WORDS, (_, at) => held[at] ?? 0);
  return {
    ...{ passage, counts: countsOf(counts), names: countsOf(names), name, near: near.map(countsOf), bm25 },
    ...(cosine === undefined ? {} : { cosine }),
  };
}

function featuresOf(candidates: readonly Candidate[], lexical: readonly PassageId[] = []) {
  const frequency = new Map(Object.entries({ 泵: 20, seal: 20, leak: 20, 'e-17': 20 }));
  const asked = {
    terms: WORDS.map((word) => ({ asked: [word], alternatives: [[word]], near: [] })),
    tokens: { asked: ['泵', 'seal', 'e-17', 'gasket'], added: ['leak'] },
    statistics: { passages: 100, averageLength: 5, frequency },
  };
  return rankingFeatures(
    asked,
    WORDS,
    candidates,
    { graph: new Map(), lexical: new Map(lexical.map((id, at) => [id, at + 1])) },
    new Set(['e-17']),
  );
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
  });

  test('counts what its document is called and what stands next to it, candidate or not', () => {
    const [named, beside, bare] = featuresOf([
      candidate({ counts: [1], names: [0, 1, 0, 0, 0] }),
      candidate({
        document: 'b',
        counts: [1],
        near: [
          [0, 0, 1],
          [0, 0, 0, 1],
        ],
      }),
      candidate({ document: 'c', counts: [1] }),
    ]);
    expect([named?.sectionCoverage, beside?.sectionCoverage, bare?.sectionCoverage]).toEqual([0.5, 0.75, 0.25]);
    expect([named?.names, beside?.names]).toEqual([1, 0]);
    expect([named?.coverage, named?.nearCoverage]).toEqual([0.25, 0.25]);
  });

  test('is handed something by a text that names its document, of a document that the question names', () => {
    const candidates = [
      candidate({ counts: [1, 1], names: [1], name: ['pump'] }),
      candidate({ document: 'b', counts: [], name: ['泵', 'seal'] }),
      candidate({ document: 'c', counts: [0, 0, 0, 1], name: ['seal', '泵'] }),
      candidate({ document: 'd', counts: [], name: ['leak'] }),
    ];
    const [naming, named, other, bare] = featuresOf(
      candidates,
      candidates.map(({ passage }) => passage.id),
    );
    expect([naming?.handed, other?.handed, bare?.handed]).toEqual([0, 0, 0]);
    expect(named?.handed).toBeGreaterThan(0.9);
  });

  test('does not count what is spoken of nowhere, unless a document is called by it', () => {
    const whole = candidate({ counts: [1, 1, 1, 1] });
    const [unspoken] = featuresOf([whole]);
    expect(unspoken?.coverage).toBe(1);
    const [beside, called] = featuresOf([whole, candidate({ document: 'gasket', counts: [], names: [0, 0, 0, 0, 1] })]);
    expect(beside?.coverage).toBeLessThan(0.8);
    expect([called?.coverage, called?.names]).toEqual([0, 1]);
    expect(called?.sectionCoverage).toBeGreaterThan(0.2);
  });

  test('holds nearness of meaning against texts of the same language too, since it is lower across languages', () => {
    const [own, other, less] = featuresOf([
      candidate({ counts: [1], cosine: 0.8 }),
      candidate({ document: 'b', language: 'zh', counts: [1], cosine: 0.4 }),
      candidate({ document: 'c', language: 'zh', counts: [1], cosine: 0.2 }),
    ]);
    expect([own?.cosineShare, other?.cosineShare, less?.cosineShare]).toEqual([1, 1, 0.5]);
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
