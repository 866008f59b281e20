import Sqlite from 'better-sqlite3';

/** Words that the full-text table cannot take: it splits at them, and a query would read them as its own language. */
const MARKS = /[^\p{L}\p{N}]+/gu;

/**
 * The plain peer that search is measured beside: SQLite's FTS5 with its own BM25 over the very tokens of our passages, ten best
 * of all. It knows no access, no second language, no meaning and no evidence; it is what search would cost without them.
 */
export interface PlainBm25 {
  add(passages: Iterable<{ readonly id: string; readonly tokens: readonly string[] }>): void;
  search(tokens: readonly string[], n: number): readonly string[];
  close(): void;
}

export function openPlainBm25(path: string): PlainBm25 {
  const database = new Sqlite(path);
  database.exec("create virtual table passage using fts5(id unindexed, tokens, tokenize='unicode61')");
  const insert = database.prepare('insert into passage (id, tokens) values (?, ?)');
  const find = database.prepare('select id from passage where passage match ? order by bm25(passage) limit ?').pluck();
  const add = database.transaction((passages: Iterable<{ readonly id: string; readonly tokens: readonly string[] }>) => {
    for (const { id, tokens } of passages) insert.run(id, tokens.join(' '));
  });
  return {
    add,
    search(tokens, n) {
      const words = tokens.flatMap((token) => token.replace(MARKS, ' ').trim().split(' ')).filter((word) => word !== '');
      if (words.length === 0) return [];
      return find.all([...new Set(words)].map((word) => `"${word}"`).join(' OR '), n).map(String);
    },
    close: () => database.close(),
  };
}
