import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Access,
  hashParts,
  makeDocumentId,
  makeLabelSetId,
  type PassageId,
  parsePassageId,
  parseTenantId,
  parseVersionId,
  type TenantId,
  type VersionId,
} from '../../../kernel/index.ts';
import { CONTRACT_IDENTITY } from '../../search-index.test-support.ts';
import type { IndexedPassage } from '../../search-index.ts';
import { openSqliteSearchIndex } from './sqlite-search-index.ts';

const TENANT = parseTenantId('plant') as TenantId;
const LABELS = [makeLabelSetId(TENANT, ['open']), makeLabelSetId(TENANT, ['secret'])];
const WORDS = ['泵', 'pump', '轴承', 'seal', 'a"b', '45'];
const signal = () => new AbortController().signal;
const versionOf = (name: number) => parseVersionId(`ver_${hashParts([String(name)])}`) as VersionId;

const passages = fc.array(
  fc.record({ label: fc.nat(1), words: fc.array(fc.nat(WORDS.length - 1), { maxLength: 5 }), hasVector: fc.boolean() }),
  { maxLength: 6 },
);
const changes = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('replace' as const), unit: fc.nat(3), passages }),
    fc.record({ kind: fc.constant('drop' as const), unit: fc.nat(3) }),
    fc.record({ kind: fc.constant('ask' as const), reader: fc.nat(1) }),
    fc.record({ kind: fc.constant('reopen' as const) }),
  ),
  { maxLength: 14 },
);

async function* indexed(unit: number, drafts: readonly { label: number; words: readonly number[]; hasVector: boolean }[]) {
  for (const [at, { label, words, hasVector }] of drafts.entries()) {
    const seed = unit * 100 + at;
    const passage: IndexedPassage = {
      id: parsePassageId(`psg_${hashParts([String(unit), String(at), words.join()])}`) as PassageId,
      versionId: versionOf(unit),
      documentId: makeDocumentId(TENANT, String(unit)),
      labelSet: LABELS[label] ?? makeLabelSetId(TENANT, []),
      language: at % 2 === 0 ? 'zh' : 'en',
      kind: 'paragraph',
      tokens: words.map((word) => WORDS[word] ?? ''),
      exact: words.includes(5) ? ['45'] : [],
      scope: [],
    };
    yield hasVector ? { ...passage, vector: vectorOf(seed) } : passage;
  }
}

function vectorOf(seed: number): Float32Array {
  const vector = Float32Array.from({ length: CONTRACT_IDENTITY.dimension }, (_, index) => Math.sin(seed * 31 + index * 7));
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

test('a reader that takes over differences finds what one finds that reads the whole file', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'faultline-memory-'));
      const path = join(folder, 'search.db');
      let writer = openSqliteSearchIndex(path, CONTRACT_IDENTITY);
      const readers = [0, 1].map(() => openSqliteSearchIndex(path, CONTRACT_IDENTITY, { readonly: true }));
      const accesses: Access[] = [
        { tenant: TENANT, grants: LABELS, hidden: [] },
        { tenant: TENANT, grants: LABELS.slice(0, 1), hidden: [versionOf(2)] },
      ];
      const ask = async (index: (typeof readers)[number]) => {
        const found: unknown[] = [];
        for (const access of accesses) {
          const words = { gains: new Map(WORDS.map((word, at) => [word, 1 + at])), averageLength: 3 };
          const ids = await index.candidates(access, { words, exact: ['45'], vector: vectorOf(7), n: 4 }, signal());
          found.push(ids, [...(await index.cosines(access, vectorOf(9), ids, signal()))].sort());
        }
        return found;
      };
      try {
        let generation = 0;
        for (const step of steps) {
          generation += 1;
          if (step.kind === 'replace') {
            await writer.replace({ kind: 'version', id: versionOf(step.unit) }, generation, indexed(step.unit, step.passages));
          } else if (step.kind === 'drop') {
            await writer.drop({ kind: 'version', id: versionOf(step.unit) }, generation);
          } else if (step.kind === 'reopen') {
            writer.close();
            writer = openSqliteSearchIndex(path, CONTRACT_IDENTITY);
          } else {
            const asked = readers[step.reader];
            if (asked !== undefined) await ask(asked);
          }
        }
        const fresh = openSqliteSearchIndex(path, CONTRACT_IDENTITY, { readonly: true });
        const wanted = await ask(fresh);
        fresh.close();
        for (const reader of readers) expect(await ask(reader)).toEqual(wanted);
      } finally {
        for (const index of [writer, ...readers]) index.close();
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 60 },
  );
});

test('a reader that has seen more passages go than there are reads all anew, and finds what it found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-memory-'));
  const path = join(folder, 'search.db');
  const writer = openSqliteSearchIndex(path, CONTRACT_IDENTITY);
  const reader = openSqliteSearchIndex(path, CONTRACT_IDENTITY, { readonly: true });
  const access: Access = { tenant: TENANT, grants: LABELS, hidden: [] };
  const words = { gains: new Map(WORDS.map((word, at) => [word, 1 + at])), averageLength: 3 };
  const ask = async (index: typeof reader) => {
    const ids = await index.candidates(access, { words, exact: ['45'], vector: vectorOf(7), n: 9 }, signal());
    return [ids, [...(await index.cosines(access, vectorOf(9), ids, signal()))].sort()];
  };
  const many = (round: number) =>
    Array.from({ length: 1_500 }, (_, at) => ({
      label: at % 2,
      words: [at % WORDS.length, (at + round) % WORDS.length],
      hasVector: at % 3 > 0,
    }));
  try {
    for (let round = 1; round <= 5; round++) {
      await writer.replace({ kind: 'version', id: versionOf(1) }, round, indexed(1, many(round)));
      const fresh = openSqliteSearchIndex(path, CONTRACT_IDENTITY, { readonly: true });
      expect(await ask(reader)).toEqual(await ask(fresh));
      fresh.close();
    }
  } finally {
    for (const index of [writer, reader]) index.close();
    rmSync(folder, { recursive: true });
  }
});
