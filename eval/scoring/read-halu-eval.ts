import type { AnswerRow, AnswerSet } from './answer-row.ts';
import type { JsonItem } from './read-json-items.ts';

/** Fields of the three tasks: source, question, the supported answer and the other one. */
const TASKS = [
  { form: 'qa', source: 'knowledge', question: 'question', right: 'right_answer', other: 'hallucinated_answer' },
  { form: 'dialogue', source: 'knowledge', question: 'dialogue_history', right: 'right_response', other: 'hallucinated_response' },
  { form: 'summarization', source: 'document', question: undefined, right: 'right_summary', other: 'hallucinated_summary' },
] as const;

/** Whether an object is of HaluEval. */
export function isHaluEval(fields: Readonly<Record<string, unknown>>): boolean {
  return TASKS.some(({ right, other }) => right in fields && other in fields) || ('user_query' in fields && 'chatgpt_response' in fields);
}

/** HaluEval (Li et al., 2023): each object gives a supported answer and one that is not. Its general part has no source to hold answers against. */
export function readHaluEval(items: readonly JsonItem[]): AnswerSet {
  const problems: string[] = [];
  const rows: AnswerRow[] = [];
  for (const item of items) {
    if (item.kind === 'unread') {
      problems.push(item.problem);
      continue;
    }
    const { fields, place } = item;
    const task = TASKS.find(({ right, other }) => right in fields && other in fields);
    const text = (name: string | undefined) => (name === undefined || typeof fields[name] !== 'string' ? undefined : fields[name]);
    const [source, question, right, other] = [text(task?.source), text(task?.question), text(task?.right), text(task?.other)];
    if (task === undefined || source === undefined || right === undefined || other === undefined) {
      problems.push(`${place}: has no source to hold its answer against`);
      continue;
    }
    const shared = { place, contexts: [source], form: task.form, ...(question === undefined ? {} : { question }) };
    rows.push({ ...shared, id: `${place} right`, answer: right, isSupported: true });
    rows.push({ ...shared, id: `${place} hallucinated`, answer: other, isSupported: false });
  }
  return { layout: 'HaluEval', rows, problems };
}
