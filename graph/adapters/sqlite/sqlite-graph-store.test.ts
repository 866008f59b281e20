import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graphStoreContract } from '../../graph-store.contract.ts';
import { openSqliteGraphStore } from './sqlite-graph-store.ts';

graphStoreContract('sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-graph-'));
  const store = openSqliteGraphStore(join(folder, 'graph.db'));
  return {
    store,
    close: () => {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

test('a file that is no database is a typed storage fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-graph-'));
  try {
    const path = join(folder, 'graph.db');
    writeFileSync(
      path,
      '这不是数据库 this is not a database, and it is longer than a header of one hundred bytes, so that it is read as one.',
    );
    expect(() => openSqliteGraphStore(path)).toThrow(expect.objectContaining({ code: 'storage-failed' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
