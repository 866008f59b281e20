import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBeir, readBeir } from './read-beir.ts';
import { scoreRetrieval } from './score-retrieval.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-beir-'));
  const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
  await mkdir(join(folder, 'qrels'));
  await writeFile(
    join(folder, 'corpus.jsonl'),
    lines(
      { _id: 'd1', title: 'Seal', text: 'The mechanical seal of the pump is flushed with clean water.' },
      { _id: 'd2', title: '', text: '轴承润滑脂每运行两千小时补充一次。' },
      { _id: 'd3', title: 'Motor', text: 'The motor is rated at 7.5 kW.' },
      { title: 'no id' },
    ),
  );
  await writeFile(
    join(folder, 'queries.jsonl'),
    lines({ _id: '1', text: 'What flushes the mechanical seal?' }, { _id: '2', text: '轴承多久加润滑脂？' }),
  );
  await writeFile(join(folder, 'qrels', 'test.tsv'), 'query-id\tcorpus-id\tscore\n1\td1\t2\n1\td3\t0\n2\td2\t1\n2\td9\t1\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('reads texts, questions and judgements in the layout of BEIR, and says how far up search has what answers', async () => {
  expect(isBeir(folder)).toBe(true);
  const set = await readBeir(folder);
  expect(set.problems).toEqual(['corpus.jsonl line 4: is no text with an _id', 'qrels/test.tsv line 5: there is no text d9']);
  const record = await scoreRetrieval(set, { seed: 1, corpus: '', onProgress: () => undefined }, new AbortController().signal);
  expect(record.cases.map(({ id, language, values }) => [id, language, values.ndcg, values.recall])).toEqual([
    ['1', 'en', 1, 1],
    ['2', 'zh', 1, 1],
  ]);
  expect(record.problems).toEqual(set.problems);
});
