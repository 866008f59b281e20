import type { Prompt, ShownColumn } from '../../kernel/index.ts';

/** As the model was taught (`tools/row-questions-adapter/written.py`): another word of it is another task to the model. */
const TASK = 'Read what the question asks of the table: what its words are there for, and the query.';
const LONGEST_HEADER = 60;
const LONGEST_VALUE = 40;

/** A question beside the columns of a table, each a line with its number from 1, its header and some of its values. */
export function rowQuestionPrompt(question: string, columns: readonly ShownColumn[]): Prompt {
  const lines = columns.map(({ header, values }, at) => {
    const shown = values.map((value) => onOneLine(value).slice(0, LONGEST_VALUE)).join('; ');
    return `${at + 1} ${onOneLine(header).slice(0, LONGEST_HEADER)}${shown === '' ? '' : `: ${shown}`}`;
  });
  return { task: TASK, content: [...lines, `Question: ${onOneLine(question)}`].join('\n') };
}

/** Without marks of chat templates, which a cell may imitate. */
function onOneLine(text: string): string {
  return text.replaceAll('<|', '‹|').split(/\s+/u).filter(Boolean).join(' ');
}
