import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('log-question-words/tables/', import.meta.url);
const QUESTION = /^Q (en|zh) \| (.+) \| (.+)$/u;
const MARK = /\{([CVTOUMRGXWNL])(\d*):([^{}]+)\}/gu;
const OF_COLUMNS = new Set(['C', 'V']);

interface Table {
  readonly headers: string[];
  readonly questions: string[];
}

function tables(): readonly Table[] {
  const all: Table[] = [];
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt')))
    for (const line of readFileSync(new URL(name, FOLDER), 'utf8').split('\n')) {
      if (/^# LOG (?:en|zh|de|mix) \| /u.test(line)) all.push({ headers: [], questions: [] });
      else if (line.startsWith('K ')) all.at(-1)?.headers.push(line.slice(2).split(' | ')[0] ?? '');
      else if (line.trim() !== '') all.at(-1)?.questions.push(line);
    }
  return all;
}

describe('the questions over logs with what each word is for', () => {
  const all = tables();

  it('are thousands over hundreds of tables, in both languages', () => {
    expect(all.length).toBeGreaterThan(400);
    const languages = all.flatMap(({ questions }) => questions.map((line) => QUESTION.exec(line)?.[1]));
    for (const language of ['en', 'zh']) expect(languages.filter((one) => one === language).length).toBeGreaterThan(3_000);
  });

  it('mark words one beside the other, and name columns that their table has', () => {
    const faults = all.flatMap(({ headers, questions }) =>
      questions.filter((line) => {
        const marked = QUESTION.exec(line)?.[2];
        if (marked === undefined || /[{}]/u.test(marked.replaceAll(MARK, ''))) return true;
        return [...marked.matchAll(MARK)].some(([, kind = '', column = '']) =>
          OF_COLUMNS.has(kind) ? Number(column) < 1 || Number(column) > headers.length : column !== '',
        );
      }),
    );
    expect(faults).toEqual([]);
  });

  it('ask for what no column tells only where the table cannot answer', () => {
    const faults = all.flatMap(({ questions }) =>
      questions.filter((line) => line.includes('{L:') && QUESTION.exec(line)?.[3]?.startsWith('-') !== true),
    );
    expect(faults).toEqual([]);
  });
});
