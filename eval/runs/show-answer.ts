import type { AnswerContent } from '../../answering/index.ts';
import type { CaseRecord } from '../report/run-record.ts';

/** An answer of this product as the report shows it. */
export function showAnswer(
  question: string,
  content: AnswerContent,
  expected: string,
  notes: readonly string[] = [],
): NonNullable<CaseRecord['shown']> {
  const claims = [...content.safety, ...content.claims];
  const said = `${content.decision}${content.reason === undefined ? '' : ` (${content.reason})`}`;
  return {
    question,
    answer: claims.length === 0 ? `${said}: ${content.missing}` : claims.map(({ text }) => text).join('\n'),
    expected,
    evidence: content.citations.map(({ title, quote, anchors }) => ({ source: `${title} ${placeOf(anchors[0])}`.trim(), text: quote })),
    claims: claims.map(({ text, verdict, checks }) => ({
      text,
      verdict,
      reasons: checks.filter(({ outcome }) => outcome !== 'passed').map(({ name, detail }) => `${name}: ${detail}`),
    })),
    notes: notes.filter((note) => note !== ''),
  };
}

function placeOf(anchor: AnswerContent['citations'][number]['anchors'][number] | undefined): string {
  if (anchor?.kind === 'page') return `p. ${anchor.page}`;
  return anchor?.kind === 'row' ? `row ${anchor.row}` : '';
}

/** How sure an answer says it is: given, shown as nearest; undefined of a refusal, which was never accepted. */
export function sureness({ decision }: AnswerContent): number | undefined {
  if (decision === 'answered') return 1;
  return decision === 'nearest' ? 0.5 : undefined;
}
