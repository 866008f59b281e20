import { type Answer, type AnswerEvent, phrasesOf } from '../../../app/index.ts';
import { asDocumentText, assertNever } from '../../../kernel/index.ts';
import { saidFirst } from '../../said-first.ts';
import { saidText } from '../../said-text.ts';

type Content = Answer['content'];

/** A piece of the text of an answer, or its end with the whole answer. */
export type CompletionPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'end'; readonly answer: Answer };

/** An answer as text, piece by piece: warnings and claims with the numbers of their citations, what is missing, and last whose words it is. */
export async function* completionPieces(events: AsyncIterable<AnswerEvent>): AsyncGenerator<CompletionPiece, void, undefined> {
  let isFirst = true;
  let generated = '';
  const line = (text: string): CompletionPiece => {
    const piece = { kind: 'text', text: isFirst ? text : `\n${text}` } as const;
    isFirst = false;
    return piece;
  };
  for await (const event of events) {
    switch (event.kind) {
      case 'start':
        generated = phrasesOf(event.language).headings.generated;
        break;
      case 'evidence':
        break;
      case 'safety':
        yield line(`⚠ ${cited(event.claim)}`);
        break;
      case 'claim':
        yield line(event.claim.worded === true ? `${cited(event.claim)} (${generated})` : cited(event.claim));
        break;
      case 'done':
        if (event.answer.content.missing !== '') yield line(event.answer.content.missing);
        for (const { text } of event.answer.content.candidates) yield line(`- ${text}`);
        for (const conflict of event.answer.content.conflicts) yield line(disagreement(event.answer.content, conflict));
        yield line(event.answer.envelope.notice);
        yield { kind: 'end', answer: event.answer };
        break;
      default:
        assertNever(event);
    }
  }
}

function cited(claim: Content['claims'][number]): string {
  return `${asDocumentText(saidText(claim).trim())} ${claim.citations.map((at) => `[${at + 1}]`).join('')}`.trimEnd();
}

/** What two documents say, the one that goes first before the other. */
function disagreement(content: Content, conflict: Content['conflicts'][number]): string {
  const [first, other] = [saidFirst(content, conflict), conflict.text].map((text) => asDocumentText(text.trim()));
  const { conflict: heading } = phrasesOf(content.language).headings;
  return `${heading}: ${first} [${conflict.winner + 1}] ≠ ${other} [${conflict.other + 1}]`;
}
