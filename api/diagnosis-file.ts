import { answerFileWords, type Diagnosis, phrasesOf } from '../app/index.ts';
import type { Observation } from '../kernel/index.ts';
import type { AnswerFile } from './answer-file.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { labelledHead } from './labelled-head.ts';
import { markdownSection } from './markdown-section.ts';
import { saidText } from './said-text.ts';
import { sourceLine } from './source-line.ts';
import { stillBeingRead } from './still-being-read.ts';
import { writtenAt } from './written-at.ts';

const PERCENT = 100;
/** Letters of the digest that tell one file from another. */
const SHORT = 12;

interface Asked {
  readonly fault: string;
  readonly observations: readonly Observation[];
}

/**
 * A diagnosis as a report to pass on, in Markdown: the fault, the warnings before anything is opened, what was seen step by step, what to look
 * at next, the causes with their remedies, the procedure of the one that leads, and the words of each source. `writtenOn` in milliseconds, UTC.
 */
export function diagnosisFile({ fault, observations }: Asked, diagnosis: Diagnosis, writtenOn: number): AnswerFile {
  const { language, state, missing, candidates, causes, procedures, order, safety, next, notice, aigc, degraded, citations } = diagnosis;
  const { headings, diagnosis: words } = phrasesOf(language);
  const told = answerFileWords(language);
  const marks = (claim: { readonly citations: readonly number[] }) => claim.citations.map((index) => `\\[${index + 1}\\]`).join('');
  const ofCheck = (check: string) => causes.filter((cause) => cause.check === check);
  const cited = ({ text, claim }: Diagnosis['causes'][number] | NonNullable<NonNullable<Diagnosis['next']>['told']>) =>
    `${escapeMarkdown(text)} ${marks(claim)}`;
  const heading = state === 'clarify' || state === 'abstained' ? headings[state] : words.states[state];
  const toLookAt = next === undefined ? [] : next.told === undefined ? ofCheck(next.id).map(cited) : [cited(next.told)];
  const causeLines = causes.flatMap((cause) => {
    const { standing, chance, remedies, earlier } = cause;
    const isLeft = standing === 'open' || standing === 'found';
    const share = isLeft && order === 'earlier' ? ` ${Math.round(chance * PERCENT)} %` : '';
    const before = earlier.atLeast === 0 ? '' : `, ${words.earlier(earlier.atLeast)} ${earlier.claims.map(marks).join('')}`;
    return [
      `- ${cited(cause)} — ${words.standing[standing]}${share}${before}`,
      ...(isLeft ? remedies.map((remedy) => `  - ${words.remedy}: ${escapeMarkdown(remedy.text)} ${marks(remedy.claim)}`) : []),
    ];
  });
  const procedureLines = procedures.flatMap((one) => {
    const head = `### ${words.procedure}: ${escapeMarkdown(one.remedy)}`;
    if (one.kind === 'none') return ['', head, '', escapeMarkdown(one.missing)];
    const line = (claim: (typeof one.steps)[number]) => `- ${escapeMarkdown(saidText(claim))} ${marks(claim)}`;
    const warnings = one.warnings.length === 0 ? [] : ['', `**${headings.safety}**`, '', ...one.warnings.map(line)];
    const about = [one.title, one.missing].filter((text) => text !== '').flatMap((text) => ['', escapeMarkdown(text)]);
    return ['', head, ...about, ...warnings, '', ...one.steps.map(line)];
  });
  const unread = stillBeingRead(language, diagnosis.beingRead, (fileName) => fileName);
  const text = [
    ...labelledHead(aigc, language),
    `# ${escapeMarkdown(fault)}`,
    '',
    `**${heading}**`,
    '',
    `> ${escapeMarkdown(notice)}`,
    ...[missing, unread].filter((said) => said !== '').flatMap((said) => ['', escapeMarkdown(said)]),
    ...markdownSection(
      headings.safety,
      safety.map((claim) => `- ${escapeMarkdown(claim.text)} ${marks(claim)}`),
    ),
    ...markdownSection(
      words.seen,
      observations.map(
        ({ check, outcome }, at) => `${at + 1}. ${ofCheck(check).map(cited).join('; ') || check}: ${words.outcome[outcome]}`,
      ),
    ),
    ...markdownSection(
      words.next,
      toLookAt.map((line) => `- ${line}`),
    ),
    ...markdownSection(words.causes, causeLines),
    ...procedureLines,
    ...markdownSection(
      told.candidates,
      candidates.map((candidate) => `- ${escapeMarkdown(candidate.text)}`),
    ),
    ...(degraded.length === 0 ? [] : ['', `${told.degraded}: ${degraded.map((one) => told.lacks[one] ?? one).join(', ')}`]),
    ...markdownSection(
      headings.sources,
      citations.map((citation, index) => `${index + 1}. ${sourceLine(citation, language)}`),
    ),
    '',
    '---',
    '',
    `${told.written(writtenAt(writtenOn))} ${told.check}`,
    '',
    `${told.digest}: \`${aigc.ProduceID}\``,
    '',
  ].join('\n');
  return { name: `diagnosis-${aigc.ProduceID.slice(0, SHORT)}.md`, type: 'text/markdown; charset=utf-8', text };
}
