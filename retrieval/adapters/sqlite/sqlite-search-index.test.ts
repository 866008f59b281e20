import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchIndexContract } from '../../search-index.contract.ts';
import { CONTRACT_IDENTITY, type OpenIndex } from '../../search-index.test-support.ts';
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
