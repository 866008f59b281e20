import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { DocumentId, KeyId, LabelSetId } from '../../../kernel/index.ts';
import { ALL, OPEN, SECRET, signal, unitOf, version } from '../../../kernel/ports/projection.test-support.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { find, keyOf, makeNumbers, passage, stream, vectorAbout } from '../../search-index.test-support.ts';
import { openMemorySearchIndex } from '../memory/memory-search-index.ts';
import { openTestIndex } from './elasticsearch.test-support.ts';

vi.setConfig({ testTimeout: 240_000 });

const UNITS = ['u0', 'u1', 'u2', 'u3'];
const TOKENS = [
  '轴承',
  '泄漏',
  'bear',
  'seal',
  'p-101a',
  'a"b',
  '\ud800',
  '泵'.repeat(12_000),
  '_source',
  '*:*',
  '{"match_all":{}}',
  "o'ring",
];
const EXACT = ['P101A', 'P101B', '"; drop', '\ud801', 'X'.repeat(40_000), 'labelSet'];

/** Few values, so that ties are many: those decide whether the cut falls alike. */
const someOf = (values: readonly string[], maxLength: number) => fc.array(fc.constantFrom(...values), { maxLength });
const row = fc.record({
  tokens: someOf(TOKENS, 7),
  exact: fc.uniqueArray(fc.constantFrom(...EXACT), { maxLength: 3 }),
  subject: fc.option(fc.nat(5), { nil: undefined }),
  isSecret: fc.boolean(),
  language: fc.constantFrom('zh' as const, 'en' as const),
  scope: fc.uniqueArray(fc.constantFrom(keyOf('P1'), keyOf('P2')), { maxLength: 2 }),
});
const question = fc.record({
  tokens: someOf([...TOKENS, 'nowhere'], 4),
  exact: someOf(EXACT, 3),
  vector: fc.nat(5).map((subject) => vectorAbout(subject, makeNumbers(subject + 1))),
  n: fc.integer({ min: 1, max: 12 }),
  where: fc.constantFrom({}, { languages: ['zh' as const] }, { scopeKeys: [keyOf('P1')] }, { versions: [version('u1'), version('u2')] }),
});
const access = fc.constantFrom(ALL, { ...ALL, grants: [OPEN] }, { ...ALL, grants: [SECRET], hidden: [version('u1')] });

describeServers('elasticsearch on random corpora', ({ elasticsearch: { url } }) => {
  test('gives the same candidates, cosines and digests as plain loops in memory', async () => {
    const { index, close } = openTestIndex(url);
    const memory = openMemorySearchIndex();
    let generation = 0;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(row, { maxLength: 25 }), { minLength: 4, maxLength: 4 }),
          fc.array(fc.tuple(question, access), { minLength: 8, maxLength: 8 }),
          async (corpus, questions) => {
            generation += 1;
            for (const [at, unit] of UNITS.entries()) {
              const passages = (corpus[at] ?? []).map(({ subject, isSecret, ...one }, place) =>
                passage(unit, String(place), '', {
                  ...one,
                  labelSet: isSecret ? SECRET : OPEN,
                  // Half of the vectors of a subject are equal to the bit.
                  ...(subject === undefined ? {} : { vector: vectorAbout(subject, makeNumbers(1 + (place % 2 === 0 ? place : 0))) }),
                }),
              );
              await index.replace(unitOf(unit), generation, stream(passages));
              await memory.replace(unitOf(unit), generation, stream(passages));
              expect(await index.digest(unitOf(unit))).toBe(await memory.digest(unitOf(unit)));
            }
            for (const [asked, reader] of questions) {
              const found = await find(index, asked, reader);
              expect(found).toEqual(await find(memory, asked, reader));
              const cosines = await index.cosines(reader, asked.vector, found, signal());
              expect([...cosines].sort()).toEqual([...(await memory.cosines(reader, asked.vector, found, signal()))].sort());
            }
          },
        ),
        { numRuns: 25 },
      );
    } finally {
      await close();
    }
  });

  test('label sets, documents and keys are only ever values, whatever stands in them', async () => {
    const { index, close } = openTestIndex(url);
    try {
      const odd = ['*', '_exists_:labelSet', '"}]}},"size":0', '标签 集', "' or true", '../_all', '{"match_all":{}}', '\u0000'];
      const passages = odd.map((value, at) =>
        passage('u0', String(at), '', {
          tokens: ['泵'],
          labelSet: value as LabelSetId,
          documentId: value as DocumentId,
          scope: [value as KeyId],
        }),
      );
      await index.replace(unitOf('u0'), 1, stream(passages));
      for (const [at, value] of odd.entries()) {
        const own = [passages[at]?.id];
        const all = { ...ALL, grants: odd as LabelSetId[] };
        expect(await find(index, { tokens: ['泵'] }, { ...ALL, grants: [value as LabelSetId] })).toEqual(own);
        expect(await find(index, { tokens: ['泵'], where: { documents: [value as DocumentId] } }, all)).toEqual(own);
        expect(await find(index, { tokens: ['泵'], where: { scopeKeys: [value as KeyId] } }, all)).toEqual(own);
      }
      expect(await find(index, { tokens: ['泵'] }, { ...ALL, grants: ['**' as LabelSetId, 'ver_*' as LabelSetId] })).toEqual([]);
    } finally {
      await close();
    }
  });

  test('ties without end are cut by id', async () => {
    const { index, close } = openTestIndex(url);
    const memory = openMemorySearchIndex();
    try {
      const vector = vectorAbout(1, makeNumbers(3));
      const equal = Array.from({ length: 3_000 }, (_, at) => passage('u0', String(at), '泵 启动', { vector, exact: ['P101A'] }));
      for (const one of [index, memory]) await one.replace(unitOf('u0'), 1, stream(equal));
      for (const asked of [{ tokens: ['泵'] }, { exact: ['P101A'] }, { vector }]) {
        expect(await find(index, { ...asked, n: 20 })).toEqual(await find(memory, { ...asked, n: 20 }));
      }
    } finally {
      await close();
    }
  });

  test('a question of some thousand words and identifiers is answered', async () => {
    const { index, close } = openTestIndex(url);
    try {
      const one = passage('u0', '1', '轴承 过热', { exact: ['P101A'] });
      await index.replace(unitOf('u0'), 1, stream([one]));
      const many = Array.from({ length: 3_000 }, (_, at) => `w${at}`);
      expect(await find(index, { tokens: [...many, '轴承'], exact: [...many, 'P101A'] })).toEqual([one.id]);
    } finally {
      await close();
    }
  });
});
