import { type Answer, answerFileWords, phrasesOf } from '../../app/index.ts';
import { asDocumentText, type Verdict } from '../../kernel/index.ts';
import { saidFirst } from '../said-first.ts';
import { saidText } from '../said-text.ts';
import { stillBeingRead } from '../still-being-read.ts';
import { asStarted } from './as-started.ts';
import { lackLines } from './lack-lines.ts';
import { oneLine } from './one-line.ts';
import { sourceLines } from './source-lines.ts';

const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  supported: '✓',
  contradicted: '✗',
  unsupported: '✗',
  miscited: '✗',
  'not-checked': '·',
};

/** For whom an answer is printed. */
export interface Printing {
  /** How whoever reads it starts this program. */
  readonly startedAs: string;
  /** With the ids of its passages. */
  readonly ids: boolean;
}

const PLAIN: Printing = { startedAs: 'faultline', ids: false };

/**
 * An answer for a terminal, in the language of who asked: claims with verdicts, warnings, conflicts, numbered sources with document,
 * revision, place and quote, and last whose words it is.
 */
export function presentAnswer({ content, envelope }: Answer, { startedAs, ids }: Printing = PLAIN): string {
  const phrases = phrasesOf(content.language);
  const words = phrases.headings;
  const lines: string[] = [];
  const told = answerFileWords(content.language);
  const reason = content.reason === undefined ? '' : `: ${told.reasons[content.reason] ?? content.reason}`;
  lines.push(`${words[content.decision]}${reason}`);
  if (content.resolution !== undefined) lines.push(`  ${oneLine(content.resolution.text)}`);
  if (content.missing !== '') lines.push(`  ${asStarted(content.missing, startedAs)}`);
  for (const candidate of content.candidates) lines.push(`  - ${candidate.text}`);
  if (content.wording !== undefined) {
    const { cut, ...wording } = content.wording;
    const counts = { cut: cut.length, quoted: cut.filter(({ isQuoted }) => isQuoted).length };
    lines.push(`  ${phrases.worded({ ...wording, ...counts })}`);
  }
  for (const claim of content.claims) lines.push(claimLine(claim));
  if (content.safety.length > 0) {
    lines.push(words.safety);
    for (const claim of content.safety) lines.push(claimLine(claim));
  }
  for (const conflict of content.conflicts) {
    const [first, other] = [saidFirst(content, conflict), conflict.text].map((text) => asDocumentText(oneLine(text)));
    lines.push(`${words.conflict}: ${first} [${conflict.winner + 1}] ≠ ${other} [${conflict.other + 1}]`);
  }
  const { lacking } = envelope;
  const unread = stillBeingRead(content.language, envelope.beingRead, oneLine);
  if (unread !== '') lines.push(`  ${unread}`);
  lines.push(...lackLines({ content, ...(lacking === undefined ? {} : { lacking }) }, startedAs));
  if (envelope.spending !== undefined) lines.push(phrases.spent(envelope.spending));
  lines.push(...sourceLines(content, ids), envelope.notice);
  return `${lines.join('\n')}\n`;

  function claimLine(claim: Answer['content']['claims'][number]): string {
    const marks = claim.citations.map((index) => `[${index + 1}]`).join('');
    const computed = claim.computed === undefined ? '' : ` (${words.computed} ${claim.computed.matched} ${words.rows})`;
    const generated = claim.worded === true ? ` (${words.generated})` : '';
    // What is quoted beside a refusal stands so in its source and answers nothing: no tick is put to it.
    const verdict = content.decision === 'answered' ? `  ${VERDICT_SIGNS[claim.verdict]} ${told.verdicts[claim.verdict]}` : '';
    return `  ${asDocumentText(oneLine(saidText(claim)))} ${marks}${computed}${generated}${verdict}`;
  }
}
