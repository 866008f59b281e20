import { printTable } from '../../print-table.ts';
import { LOG_GRADES } from './grade-log-answer.ts';
import type { AskedLogQuestion, LogReport } from './run-log-suite.ts';

/** What became of the questions by kind, language and set, and each wrong one with what was said and what is true. */
export function reportLogs({ part, asked, exports }: LogReport): string {
  const wrong = asked.filter(({ grade }) => grade === 'wrong');
  const groups: readonly (readonly [string, readonly AskedLogQuestion[]])[] = [
    ...byName(asked, ({ question }) => question.kind),
    ...byName(asked, ({ question }) => question.language),
    ...byName(asked, ({ question }) => question.set),
    ['all', asked],
  ];
  const grades = printTable(
    ['questions', 'asked', ...LOG_GRADES, 'right %', 'wrong %'],
    groups.map(([name, group]) => {
      const count = (...wanted: readonly string[]) => group.filter(({ grade }) => wanted.includes(grade)).length;
      return [
        name,
        group.length,
        ...LOG_GRADES.map((grade) => count(grade)),
        percent(count('right', 'rightly-refused'), group.length),
        percent(count('wrong'), group.length),
      ];
    }),
  );
  const isHeld = part === 'sealed' || part === 'everyday-held';
  // Of what is held back no answer is shown: who reads it has seen it.
  const shown = isHeld ? wrong.map(({ question }) => question.id).join(', ') : wrong.map(printOne).join('\n\n');
  const read = printTable(
    ['export', 'rows', 'true', 'columns', 'roles right', 'faults'],
    exports.map(({ name, rows, trueRows, columns, roles, faults }) => [
      name,
      rows,
      trueRows,
      columns,
      roles,
      isHeld ? faults.length : faults.join('; '),
    ]),
  );
  return `${grades}\n\n${read}\n\nwrong:\n\n${shown}\n`;
}

/** Every answer as it was given, to be read by people. */
export function printLogAnswers({ asked }: LogReport): string {
  return asked.map(printOne).join('\n\n');
}

function printOne({ question, grade, content }: AskedLogQuestion): string {
  const { truth } = question;
  return [
    `## ${question.id} ${grade} (${question.kind}, ${question.language}; ${question.files.join(', ')})`,
    question.text,
    `${content.decision}${content.reason === undefined ? '' : ` (${content.reason})`} ${content.intent}: ${content.missing}`,
    ...content.claims.map(({ text, verdict }) => `- ${text} [${verdict}]`),
    `truth: ${JSON.stringify('value' in truth ? truth.value : truth.why)}${'unit' in truth && truth.unit !== undefined ? ` ${truth.unit}` : ''}`,
    ...question.alternatives.map(({ value, reading }) => `or: ${JSON.stringify(value)} (${reading})`),
  ].join('\n');
}

function byName(
  asked: readonly AskedLogQuestion[],
  nameOf: (one: AskedLogQuestion) => string,
): (readonly [string, readonly AskedLogQuestion[]])[] {
  const names = [...new Set(asked.map(nameOf))].sort();
  return names.map((name) => [name, asked.filter((one) => nameOf(one) === name)]);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}
