import { type AnswerExport, answerFileWords, phrasesOf } from '../app/index.ts';
import { assertNever } from '../kernel/index.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { labelledHead } from './labelled-head.ts';
import { markdownSection } from './markdown-section.ts';
import { saidFirst } from './said-first.ts';
import { saidText } from './said-text.ts';
import { sourceLine } from './source-line.ts';
import { writtenAt } from './written-at.ts';

export const ANSWER_FILE_FORMS = ['markdown', 'json'] as const;
export type AnswerFileForm = (typeof ANSWER_FILE_FORMS)[number];

export interface AnswerFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Letters of the digest that tell one file from another. */
const SHORT = 12;

/** An answer as a file to pass on: what was asked and said, verdicts, sources with their words, and whose words it is. */
export function answerFile(answer: AnswerExport, form: AnswerFileForm): AnswerFile {
  const stem = `answer-${answer.digest.slice(0, SHORT)}`;
  switch (form) {
    case 'json': {
      const { exportedAt, ...rest } = answer;
      const text = `${JSON.stringify({ ...rest, exportedAt: new Date(exportedAt).toISOString() }, null, 2)}\n`;
      return { name: `${stem}.json`, type: 'application/json; charset=utf-8', text };
    }
    case 'markdown':
      return { name: `${stem}.md`, type: 'text/markdown; charset=utf-8', text: asMarkdown(answer) };
    default:
      return assertNever(form);
  }
}

function asMarkdown({ question, content, digest, notice, aigc, exportedAt }: AnswerExport): string {
  const words = answerFileWords(content.language);
  const { headings } = phrasesOf(content.language);
  const said = (claim: AnswerExport['content']['claims'][number]): string => {
    const marks = claim.citations.map((index) => `\\[${index + 1}\\]`).join('');
    const generated = claim.worded === true ? ` (${headings.generated})` : '';
    return `- ${escapeMarkdown(saidText(claim))} ${marks}${generated} — ${words.verdicts[claim.verdict]}`;
  };
  const aside = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : ['', escapeMarkdown(text)]);
  return [
    ...labelledHead(aigc, content.language),
    `# ${escapeMarkdown(question)}`,
    '',
    `**${headings[content.decision]}**`,
    '',
    `> ${escapeMarkdown(notice)}`,
    ...aside(content.resolution?.text),
    ...aside(content.missing),
    ...markdownSection(headings.safety, content.safety.map(said)),
    ...markdownSection(words.claims, content.claims.map(said)),
    ...markdownSection(
      headings.conflict,
      content.conflicts.map((conflict) => {
        const { text, winner, other } = conflict;
        return `- ${escapeMarkdown(saidFirst(content, conflict))} \\[${winner + 1}\\] ≠ ${escapeMarkdown(text)} \\[${other + 1}\\]`;
      }),
    ),
    ...markdownSection(
      words.candidates,
      content.candidates.map(({ text }) => `- ${escapeMarkdown(text)}`),
    ),
    ...(content.degraded.length === 0
      ? []
      : ['', `${words.degraded}: ${content.degraded.map((one) => words.lacks[one] ?? one).join(', ')}`]),
    ...markdownSection(
      headings.sources,
      content.citations.map((citation, index) => `${index + 1}. ${sourceLine(citation, content.language)}`),
    ),
    '',
    '---',
    '',
    `${words.written(writtenAt(exportedAt))} ${words.check}`,
    '',
    `${words.digest}: \`${digest}\``,
    '',
  ].join('\n');
}
