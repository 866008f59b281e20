import { answerFileWords, type Diagnosis, phrasesOf } from '../../app/index.ts';
import { asDocumentText } from '../../kernel/index.ts';
import { saidText } from '../said-text.ts';
import { stillBeingRead } from '../still-being-read.ts';
import { asStarted } from './as-started.ts';
import { lackLines } from './lack-lines.ts';
import { oneLine } from './one-line.ts';
import type { Printing } from './present-answer.ts';
import { sourceLines } from './source-lines.ts';

const PERCENT = 100;

/** A diagnosis for a terminal: warnings first, then what to look at next, the causes with their chances where these say something, the procedure of the one that leads, the sources. */
export function presentDiagnosis(diagnosis: Diagnosis, { startedAs, ids }: Printing): string {
  const { language, state, reason, missing, candidates, causes, procedures, order, safety, next, notice, lacking } = diagnosis;
  const { headings, diagnosis: words } = phrasesOf(language);
  const marks = ({ citations }: { readonly citations: readonly number[] }) => citations.map((index) => `[${index + 1}]`).join('');
  const lines: string[] = [];
  if (state === 'clarify' || state === 'abstained')
    lines.push(`${headings[state]}${reason === undefined ? '' : `: ${answerFileWords(language).reasons[reason] ?? reason}`}`);
  if (missing !== '') lines.push(asStarted(missing, startedAs));
  for (const candidate of candidates) lines.push(`  - ${oneLine(candidate.text)}`);
  if (safety.length > 0) lines.push(headings.safety);
  for (const claim of safety) lines.push(`  ! ${oneLine(claim.text)} ${marks(claim)}`);
  if (next !== undefined) {
    const own = causes.filter(({ id }) => next.causes.includes(id));
    const what = next.told === undefined ? words.lookFor(own.map(({ text }) => oneLine(text))) : oneLine(next.told.text);
    const places = next.told === undefined ? own.map(({ claim }) => marks(claim)).join('') : marks(next.told.claim);
    lines.push(`${words.next} (${words.effort[next.effort]})`, `  ${what} ${places}`);
    lines.push(`  --found ${next.id} | --not-found ${next.id} | --unclear ${next.id}`);
  }
  if (causes.length > 0) lines.push(order === 'document' && isOpen(causes) ? `${words.causes} (${words.asListed})` : words.causes);
  for (const { text, claim, standing, chance, remedies, earlier } of causes) {
    const isLeft = standing === 'open' || standing === 'found';
    const share = isLeft && order === 'earlier' ? ` ${Math.round(chance * PERCENT)} %` : '';
    const before = earlier.atLeast === 0 ? '' : `, ${words.earlier(earlier.atLeast)} ${earlier.claims.map(marks).join('')}`;
    lines.push(`  ${oneLine(text)} ${marks(claim)}: ${words.standing[standing]}${share}${before}`);
    if (isLeft) for (const remedy of remedies) lines.push(`      ${words.remedy}: ${oneLine(remedy.text)} ${marks(remedy.claim)}`);
  }
  for (const one of procedures) {
    lines.push(`${words.procedure}: ${oneLine(one.remedy)}`);
    if (one.missing !== '') lines.push(`  ${asStarted(one.missing, startedAs)}`);
    if (one.kind === 'none') continue;
    if (one.title !== '') lines.push(`  ${oneLine(one.title)}`);
    for (const claim of one.warnings) lines.push(`  ! ${oneLine(claim.text)} ${marks(claim)}`);
    for (const claim of one.steps) lines.push(`  ${asDocumentText(oneLine(saidText(claim)))} ${marks(claim)}`);
  }
  const unread = stillBeingRead(language, diagnosis.beingRead, oneLine);
  if (unread !== '') lines.push(`  ${unread}`);
  lines.push(...lackLines({ content: diagnosis, ...(lacking === undefined ? {} : { lacking }) }, startedAs));
  lines.push(...sourceLines(diagnosis, ids), notice);
  return `${lines.join('\n')}\n`;
}

/** Whether more than one cause may still be it. */
function isOpen(causes: Diagnosis['causes']): boolean {
  return causes.filter(({ standing }) => standing === 'open').length > 1;
}
