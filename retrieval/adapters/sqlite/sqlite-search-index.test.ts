import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unitOf } from '../../../kernel/ports/projection.test-support.ts';
import { dot } from '../../dot.ts';
import { searchIndexContract } from '../../search-index.contract.ts';
import {
  CONTRACT_IDENTITY,
  contractIdentity,
  find,
  makeNumbers,
  type OpenIndex,
  passage,
  stream,
  unitVector,
} from '../../search-index.test-support.ts';
import type { IndexIdentity } from '../../search-index.ts';
import { searchIndexDimensionContract } from '../../search-index-dimension.contract.ts';
import { searchIndexProjectionContract } from '../../search-index-projection.contract.ts';
import { openSqliteSearchIndex } from './sqlite-search-index.ts';

const makeFolder = () => mkdtempSync(join(tmpdir(), 'faultline-search-'));

const openWith = (identity: IndexIdentity): ReturnType<OpenIndex> => {
  const folder = makeFolder();
  const index = openSqliteSearchIndex(join(folder, 'search.db'), identity);
  return {
    index,
    close: () => {
      index.close();
      rmSync(folder, { recursive: true });
    },
  };
};

const open: OpenIndex = () => openWith(CONTRACT_IDENTITY);

searchIndexContract('sqlite', open);
searchIndexDimensionContract('sqlite', openWith);
searchIndexProjectionContract('sqlite', open);

test('an index of another analyser or embedding is refused, not mixed', () => {
  const folder = makeFolder();
  try {
    const path = join(folder, 'search.db');
    openSqliteSearchIndex(path, CONTRACT_IDENTITY).close();
    openSqliteSearchIndex(path, CONTRACT_IDENTITY).close();
    for (const other of [{ analyser: 'next' }, { model: 'another' }, { centre: new Float32Array(CONTRACT_IDENTITY.dimension) }]) {
      expect(() => openSqliteSearchIndex(path, { ...CONTRACT_IDENTITY, ...other })).toThrow(expect.objectContaining({ code: 'conflict' }));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that is no database is a typed storage fault', () => {
  const folder = makeFolder();
  try {
    const path = join(folder, 'search.db');
    writeFileSync(
      path,
      '这不是数据库 this is not a database, and it is longer than a header of one hundred bytes, so that it is read as one.',
    );
    expect(() => openSqliteSearchIndex(path, CONTRACT_IDENTITY)).toThrow(expect.objectContaining({ code: 'storage-failed' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the nearest are found among many where the centre of the vectors is not known and all lie to one side', async () => {
  const dimension = 96;
  const next = makeNumbers(23);
  const side = unitVector(makeNumbers(5), 0, dimension);
  const subjects = Array.from({ length: 200 }, () => unitVector(next, 0, dimension));
  const about = (subject: number) => {
    const [own, noise] = [subjects[subject], unitVector(next, 0, dimension)];
    const sum = side.map((value, at) => 3 * value + (own?.[at] ?? 0) + (noise[at] ?? 0));
    const length = Math.hypot(...sum);
    return sum.map((value) => value / length);
  };
  const { index, close } = openWith({ ...contractIdentity(dimension), centre: new Float32Array(dimension) });
  try {
    const passages = Array.from({ length: 5_000 }, (_, at) => passage('m', String(at), '', { vector: about(at % 200) }));
    await index.replace(unitOf('m'), 1, stream(passages));
    let found = 0;
    for (let round = 0; round < 20; round++) {
      const vector = about(7 * round);
      const near = new Set(await find(index, { vector, n: 10 }));
      const exact = passages.map(({ id, vector: own = vector }) => ({ id, cosine: dot(vector, own) })).sort((a, b) => b.cosine - a.cosine);
      found += exact.slice(0, 10).filter(({ id }) => near.has(id)).length;
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.95);
  } finally {
    await close();
  }
});
