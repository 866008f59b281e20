import type { AnswerContent, Claim } from '../contract.ts';
import type { Speak } from '../languages/speak.ts';
import { describeSource } from './describe-source.ts';
import { plainLine } from './plain-line.ts';
import { saidFirst } from './said-first.ts';
import { saidText } from './said-text.ts';

/** An answer as text that can be put into a report: what was asked and decided, warnings first, each sentence with its sources. */
export function answerText(words: Speak, question: string, content: AnswerContent): string {
  const { decision, reason, missing, safety, claims, conflicts, citations, wording } = content;
  const lines = [question, '', words(`decision.${decision}`)];
  if (reason !== undefined) lines.push(words(`reason.${reason}`));
  if (missing !== '') lines.push(missing);
  if (content.mode === 'model' && wording !== undefined)
    lines.push(words('answer.worded', { model: wording.model, said: wording.said, kept: wording.kept }));
  if (safety.length > 0) lines.push('', words('answer.safety'), ...safety.map((claim) => `! ${sentence(claim)}`));
  if (claims.length > 0)
    lines.push('', ...claims.map((claim) => `- ${sentence(claim)}${claim.worded === true ? ` (${words('answer.generated')})` : ''}`));
  for (const conflict of conflicts) {
    const first = `${plainLine(saidFirst(content, conflict))} [${conflict.winner + 1}]`;
    lines.push('', `${words('answer.conflict')}: ${first} ≠ ${plainLine(conflict.text)} [${conflict.other + 1}]`);
  }
  if (citations.length > 0) lines.push('', words('answer.sources'));
  citations.forEach((citation, index) => {
    lines.push(`[${index + 1}] ${describeSource(words, citation)}: “${plainLine(citation.quote)}”`);
  });
  lines.push('', words(`origin.${content.mode}`), words('answer.notice'), '');
  return lines.join('\n');
}

function sentence(claim: Claim): string {
  return `${asDocumentText(plainLine(saidText(claim)))} ${claim.citations.map((place) => `[${place + 1}]`).join('')}`.trim();
}

const MARK = /\[\s*\d+\s*\]|【\s*\d+\s*】/u;

/** Words of a document that look like numbers of sources stand between quotation marks, which they cannot close. */
function asDocumentText(text: string): string {
  return MARK.test(text) ? `“${text.replace(/[“”]/gu, '"')}”` : text;
}
