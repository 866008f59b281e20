import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswerSet } from './read-answer-set.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-answers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}
const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');

describe('readAnswerSet', () => {
  it('finds question, answer and contexts of a table by the names of its columns, in either language', async () => {
    const english = await readAnswerSet(
      await file('en.csv', 'Question,Answer,Contexts,Ground Truth\nWhat torque?,45 N·m,"[""Tighten to 45 N·m."", ""Other""]",45 N·m\n'),
    );
    expect(english.rows).toEqual([
      {
        id: 'line 2',
        place: 'line 2',
        question: 'What torque?',
        answer: '45 N·m',
        contexts: ['Tighten to 45 N·m.', 'Other'],
        reference: '45 N·m',
      },
    ]);
    const chinese = await readAnswerSet(await file('zh.csv', '编号;问题;回答;检索内容;是否幻觉\n7;力矩多少？;45 牛·米;力矩 45 N·m;否\n'));
    expect(chinese.rows[0]).toMatchObject({ id: '7', question: '力矩多少？', contexts: ['力矩 45 N·m'], isSupported: true });
  });

  it('reads a list that a data frame of Python wrote into a cell, and contexts in numbered columns', async () => {
    const frame = await readAnswerSet(await file('frame.csv', `answer,retrieved_contexts\nyes,"['it\\'s on', ""the \\n pump""]"\n`));
    expect(frame.rows[0]?.contexts).toEqual(["it's on", 'the \n pump']);
    const columns = await readAnswerSet(await file('columns.csv', 'answer,context_1,context_2\nyes,first,second\n'));
    expect(columns.rows[0]?.contexts).toEqual(['first', 'second']);
  });

  it('reads columns as RAGAS has them, a line each or as lists', async () => {
    const row = { user_input: '力矩？', response: '45 N·m', retrieved_contexts: ['力矩 45 N·m'], reference: '45 N·m' };
    const wanted = { question: '力矩？', answer: '45 N·m', contexts: ['力矩 45 N·m'], reference: '45 N·m' };
    expect((await readAnswerSet(await file('ragas.jsonl', lines(row)))).rows[0]).toMatchObject(wanted);
    const columns = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, [value]]));
    expect((await readAnswerSet(await file('ragas.json', JSON.stringify(columns)))).rows[0]).toMatchObject(wanted);
    expect((await readAnswerSet(await file('list.json', JSON.stringify([row], null, 2)))).rows[0]).toMatchObject(wanted);
  });

  it('takes the fields that the user names', async () => {
    const path = await file('named.csv', 'said,from\n45 N·m,Tighten to 45 N·m.\n');
    expect((await readAnswerSet(path, { answer: 'said', contexts: 'from' })).rows[0]).toMatchObject({ answer: '45 N·m' });
    await expect(readAnswerSet(path)).rejects.toMatchObject({ code: 'invalid-request', message: expect.stringContaining('said, from') });
  });

  it('lists each row that it could not read, with its place and the reason', async () => {
    const path = await file('bad.csv', 'answer,contexts,label\na,c,1\nb,,1\nc,d\nd,e,perhaps\n');
    const { rows, problems } = await readAnswerSet(path);
    expect(rows.map(({ answer, isSupported }) => [answer, isSupported])).toEqual([
      ['a', true],
      ['d', undefined],
    ]);
    expect(problems).toEqual([
      'line 3: its contexts are empty',
      'line 4: has 2 cells under 3 columns',
      'line 5: its label "perhaps" is neither yes nor no; it is scored without one',
    ]);
    const broken = await file('bad.jsonl', `${lines({ answer: 'a', contexts: ['c'] })}\n{"answer": \n[1]\n`);
    expect((await readAnswerSet(broken)).problems).toEqual(['line 2: is no JSON object', 'line 3: is no JSON object']);
  });

  it('tells rows of one id apart', async () => {
    const path = await file('twice.jsonl', lines({ id: 1, answer: 'a', contexts: 'c' }, { id: 1, answer: 'b', contexts: 'c' }));
    expect((await readAnswerSet(path)).rows.map(({ id }) => id)).toEqual(['1 (line 1)', '1 (line 2)']);
  });

  it('reads RAGTruth: an answer is supported that has no marked span, and what was cut short is named', async () => {
    const response = { id: '0', source_id: '9', model: 'm', labels: [], split: 'test', quality: 'good', response: 'The valve is shut.' };
    const span = { start: 0, end: 3, text: 'The', label_type: 'Evident Conflict' };
    await mkdir(join(folder, 'truth'));
    await writeFile(
      join(folder, 'truth', 'response.jsonl'),
      lines(
        response,
        { ...response, id: '1', labels: [span] },
        { ...response, id: '2', quality: 'truncated' },
        { ...response, id: '3', source_id: '8' },
      ),
    );
    await writeFile(
      join(folder, 'truth', 'source_info.jsonl'),
      lines({ source_id: '9', task_type: 'QA', source_info: { question: 'Is it?', passages: 'passage 1: It is shut.' }, prompt: '' }),
    );
    for (const path of [join(folder, 'truth'), join(folder, 'truth', 'response.jsonl')]) {
      const { layout, rows, problems } = await readAnswerSet(path);
      expect(layout).toBe('RAGTruth');
      expect(rows.map(({ id, isSupported, question, form }) => [id, isSupported, question, form])).toEqual([
        ['0', true, 'Is it?', 'QA'],
        ['1', false, 'Is it?', 'QA'],
      ]);
      expect(problems).toEqual(['line 3: left out as truncated', 'line 4: its source 8 is not in source_info']);
    }
  });

  it('reads HaluEval: each object is a supported answer and another one', async () => {
    const pair = { knowledge: '阀门关闭。', question: '阀门？', right_answer: '关闭', hallucinated_answer: '打开' };
    const general = { ID: '1', user_query: 'q', chatgpt_response: 'a', hallucination: 'no' };
    const { rows, problems } = await readAnswerSet(await file('halu.json', lines(pair, general)));
    expect(rows.map(({ answer, isSupported, form }) => [answer, isSupported, form])).toEqual([
      ['关闭', true, 'qa'],
      ['打开', false, 'qa'],
    ]);
    expect(problems).toEqual(['line 2: has no source to hold its answer against']);
  });
});
