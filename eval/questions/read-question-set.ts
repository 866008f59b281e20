import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readDelimited } from '../../ingest/index.ts';
import { FaultlineError, fold, sha256 } from '../../kernel/index.ts';
import { readLabel } from '../scoring/read-label.ts';

/** A question of a user's own, with what a right answer to it says, as far as the user tells. */
export interface OwnQuestion {
  readonly id: string;
  readonly question: string;
  /** Each has to be said, in any of its wordings; empty: it is not told what is right. */
  readonly expected: readonly (readonly string[])[];
  /** File whose text a right answer cites. */
  readonly document?: string;
  /** Undefined where it is not told; what has an expected answer has one. */
  readonly isAnswerable?: boolean;
  readonly form: string;
}

export interface QuestionSet {
  /** SHA-256 of the file. */
  readonly corpus: string;
  readonly questions: readonly OwnQuestion[];
}

const NAMES = {
  id: ['id', '编号', '序号'],
  question: ['question', 'query', 'user_input', '问题', '提问'],
  expected: ['expected', 'answer', 'reference', 'ground_truth', '参考答案', '标准答案', '答案'],
  document: ['document', 'file', 'source', '文档', '文件', '来源'],
  answerable: ['answerable', '可回答', '有答案'],
  form: ['form', 'category', 'kind', '类别', '类型'],
} as const;
type Role = keyof typeof NAMES;

const MOST_SAID = 5;

/**
 * Reads a CSV or TSV of questions: `question`, and where they are known `expected` (parts that an answer has to say, divided by `|`,
 * the wordings of one by ` / `), `document` (name of the file to be cited), `answerable` (yes or no), `id`, `form`.
 * @throws FaultlineError `not-found` where there is no such file; `invalid-request` where it has no questions, or rows that are broken,
 * which are named.
 */
export async function readQuestionSet(path: string): Promise<QuestionSet> {
  if (!existsSync(path)) throw new FaultlineError('not-found', `There is no file "${path}"; name the file of the questions.`);
  const [header, ...records] = await readDelimited(path);
  const names =
    header?.cells.map((name) =>
      fold(name)
        .trim()
        .replace(/[\s-]+/gu, '_'),
    ) ?? [];
  const places = Object.fromEntries(Object.entries(NAMES).map(([role, known]) => [role, placeOf(names, known)])) as Record<Role, number>;
  if (places.question < 0)
    throw new FaultlineError(
      'invalid-request',
      `"${path}" has no column "question"; its columns are ${header?.cells.join(', ') ?? 'none'}.`,
    );
  const faults: string[] = [];
  const questions = records.flatMap(({ cells, line, fault }): OwnQuestion[] => {
    const cell = (role: Role) => (places[role] < 0 ? '' : (cells[places[role]] ?? '').trim());
    const answerable = cell('answerable');
    const isAnswerable = answerable === '' ? undefined : readLabel(answerable);
    const wrong =
      fault ??
      (cells.length === names.length ? undefined : `has ${cells.length} cells under ${names.length} columns`) ??
      (cell('question') === '' ? 'has no question' : undefined) ??
      (answerable !== '' && isAnswerable === undefined
        ? `says "${answerable}" of whether it can be answered, neither yes nor no`
        : undefined) ??
      (isAnswerable === false && cell('expected') !== '' ? 'has an expected answer and is said to have none' : undefined);
    if (wrong !== undefined) {
      faults.push(`line ${line}: ${wrong}`);
      return [];
    }
    const expected = cell('expected')
      .split('|')
      .map(wordingsOf)
      .filter((wordings) => wordings.length > 0);
    const known = expected.length > 0 ? true : isAnswerable;
    return [
      {
        id: cell('id') || `line ${String(line).padStart(4, '0')}`,
        question: cell('question'),
        expected,
        ...(cell('document') === '' ? {} : { document: cell('document') }),
        ...(known === undefined ? {} : { isAnswerable: known }),
        form: cell('form') || 'question',
      },
    ];
  });
  const twice = questions
    .filter(({ id }, at) => questions.findIndex((one) => one.id === id) < at)
    .map(({ id }) => `id ${id}: stands twice`);
  const said = [...faults, ...twice];
  if (said.length > 0)
    throw new FaultlineError('invalid-request', `Correct these ${said.length} rows of "${path}":\n${said.slice(0, MOST_SAID).join('\n')}`);
  if (questions.length === 0) throw new FaultlineError('invalid-request', `"${path}" has no questions.`);
  return { corpus: sha256(await readFile(path)), questions };
}

function placeOf(names: readonly string[], known: readonly string[]): number {
  const name = known.find((one) => names.includes(one));
  return name === undefined ? -1 : names.indexOf(name);
}

function wordingsOf(part: string): readonly string[] {
  return part
    .split(' / ')
    .map((wording) => wording.trim())
    .filter((wording) => wording !== '');
}
