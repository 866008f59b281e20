import { type AnswerExport, answerFileWords, phrasesOf } from '../app/index.ts';
import { assertNever } from '../kernel/index.ts';
import { describePlaces } from './describe-place.ts';
import { saidFirst } from './said-first.ts';
import { saidText } from './said-text.ts';

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
  const { origin: _, ...label } = aigc;
  const said = (claim: AnswerExport['content']['claims'][number]): string => {
    const marks = claim.citations.map((index) => `\\[${index + 1}\\]`).join('');
    const generated = claim.worded === true ? ` (${headings.generated})` : '';
    return `- ${escaped(saidText(claim))} ${marks}${generated} — ${words.verdicts[claim.verdict]}`;
  };
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
  const aside = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : ['', escaped(text)]);
  const at = new Date(exportedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    '---',
    // JSON is YAML; the names are those of GB 45438-2025 for metadata of files.
    `AIGC: ${JSON.stringify(label)}`,
    `lang: ${content.language === 'zh' ? 'zh-CN' : 'en'}`,
    '---',
    '',
    `# ${escaped(question)}`,
    '',
    `**${headings[content.decision]}**`,
    '',
    `> ${escaped(notice)}`,
    ...aside(content.resolution?.text),
    ...aside(content.missing),
    ...section(headings.safety, content.safety.map(said)),
    ...section(words.claims, content.claims.map(said)),
    ...section(
      headings.conflict,
      content.conflicts.map((conflict) => {
        const { text, winner, other } = conflict;
        return `- ${escaped(saidFirst(content, conflict))} \\[${winner + 1}\\] ≠ ${escaped(text)} \\[${other + 1}\\]`;
      }),
    ),
    ...section(
      words.candidates,
      content.candidates.map(({ text }) => `- ${escaped(text)}`),
    ),
    ...(content.degraded.length === 0
      ? []
      : ['', `${words.degraded}: ${content.degraded.map((one) => words.lacks[one] ?? one).join(', ')}`]),
    ...section(
      headings.sources,
      content.citations.map((citation, index) => `${index + 1}. ${sourceOf(citation, content.language)}`),
    ),
    '',
    '---',
    '',
    `${words.written(`${at} UTC`)} ${words.check}`,
    '',
    `${words.digest}: \`${digest}\``,
    '',
  ].join('\n');
}

function sourceOf(citation: AnswerExport['content']['citations'][number], language: 'zh' | 'en'): string {
  const words = answerFileWords(language);
  const { title, documentNumber, revision, anchors, quote } = citation;
  const named = [
    `**${escaped(title)}**`,
    ...(documentNumber === undefined || title.includes(documentNumber) ? [] : [escaped(documentNumber)]),
    ...(revision === undefined ? [] : [escaped(words.revision(revision))]),
    escaped(describePlaces(anchors, language)),
  ];
  return `${named.join(', ')}: “${escaped(quote)}”`;
}

/** Words of a document or a person on one line, with nothing in them that Markdown would take for its own. */
function escaped(text: string): string {
  return text
    .replace(/\t/g, ' | ')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~!$&]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}
