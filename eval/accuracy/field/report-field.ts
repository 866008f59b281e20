import { printTable } from '../../print-table.ts';
import { FIELD_GRADES } from './grade-field-answer.ts';
import type { AskedFieldQuestion, FieldReport, Ranks } from './run-field-suite.ts';

const DEPTHS = [1, 5, 10, 20];
const LEGS: readonly (keyof Ranks)[] = ['mixed', 'lexical', 'vector', 'identifier', 'graph', 'plain'];

/** What became of the questions by form and language, and how far up search, its legs and plain BM25 have what answers. */
export function reportField({ asked, passages, unplaced }: FieldReport): string {
  const answerable = asked.filter(({ question }) => question.answerable);
  const unanswerable = asked.filter(({ question }) => !question.answerable);
  const groups: readonly (readonly [string, readonly AskedFieldQuestion[]])[] = [
    ...byName(answerable, ({ question }) => question.form),
    ...byName(answerable, ({ question }) => question.language),
    ['across languages', answerable.filter(({ question }) => question.crossLanguage)],
    ['answerable', answerable],
    ...byName(unanswerable, ({ question }) => question.why ?? 'unanswerable'),
    ['unanswerable', unanswerable],
  ];
  const grades = printTable(
    ['questions', 'asked', ...FIELD_GRADES, 'right %'],
    groups.map(([name, group]) => [
      name,
      group.length,
      ...FIELD_GRADES.map((grade) => group.filter((one) => one.grade === grade).length),
      percent(group.filter(({ grade }) => grade === 'right' || grade === 'rightly-refused').length, group.length),
    ]),
  );
  const ranked = asked.filter(({ ranks }) => ranks !== undefined);
  const sections: readonly (readonly [string, readonly AskedFieldQuestion[]])[] = [
    ['all', ranked],
    ...byName(ranked, ({ question }) => question.language),
    ['across languages', ranked.filter(({ question }) => question.crossLanguage)],
  ];
  const recall = printTable(
    ['first gold passage', 'asked', 'by', ...DEPTHS.map((depth) => `@${depth} %`)],
    sections.flatMap(([name, group]) =>
      LEGS.map((leg) => [
        name,
        group.length,
        leg,
        ...DEPTHS.map((depth) =>
          percent(group.filter(({ ranks }) => (ranks?.[leg] ?? Number.POSITIVE_INFINITY) <= depth).length, group.length),
        ),
      ]),
    ),
  );
  const wrong = asked.filter(({ grade }) => grade === 'wrong').map(({ question }) => question.id);
  return `${[
    `${asked.length} questions over ${passages} passages; wrong ${percent(wrong.length, asked.length)} % of all`,
    grades,
    recall,
    ...(unplaced.length === 0 ? [] : [`in no passage: ${unplaced.join(', ')}`]),
    `wrong: ${wrong.join(', ')}`,
  ].join('\n\n')}\n`;
}

/** Every answer as it was given, to be read by people. */
export function printFieldAnswers({ asked }: FieldReport): string {
  return asked
    .map(({ question, grade, answer: { content }, ranks }) =>
      [
        `## ${question.id} ${grade} (${question.form}, ${question.language}${question.turn > 1 ? `, turn ${question.turn}` : ''}; rank ${ranks?.mixed ?? '-'}, plain ${ranks?.plain ?? '-'})`,
        question.question,
        `${content.decision}${content.reason === undefined ? '' : ` (${content.reason})`} ${content.intent}: ${content.missing}`,
        ...content.claims.map(({ text, verdict }) => `- ${text} [${verdict}]`),
        ...content.safety.map(({ text }) => `- ! ${text}`),
        ...content.citations.slice(0, 6).map(({ title, quote }) => `  > ${title}: ${quote}`),
        `gold: ${question.atoms.map((wordings) => wordings[0]).join(' · ')}`,
      ].join('\n'),
    )
    .join('\n\n');
}

function byName(
  asked: readonly AskedFieldQuestion[],
  nameOf: (one: AskedFieldQuestion) => string,
): (readonly [string, readonly AskedFieldQuestion[]])[] {
  const names = [...new Set(asked.map(nameOf))].sort();
  return names.map((name) => [name, asked.filter((one) => nameOf(one) === name)]);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}
