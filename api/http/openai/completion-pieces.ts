import type { Answer, AnswerEvent } from '../../../app/index.ts';
import { asDocumentText, assertNever } from '../../../kernel/index.ts';

/** A piece of the text of an answer, or its end with the whole answer. */
export type CompletionPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'end'; readonly answer: Answer };

/** An answer as text, piece by piece: warnings and claims with the numbers of their citations, and last what is missing. */
export async function* completionPieces(events: AsyncIterable<AnswerEvent>): AsyncGenerator<CompletionPiece, void, undefined> {
  let isFirst = true;
  const line = (text: string): CompletionPiece => {
    const piece = { kind: 'text', text: isFirst ? text : `\n${text}` } as const;
    isFirst = false;
    return piece;
  };
  for await (const event of events) {
    switch (event.kind) {
      case 'start':
      case 'evidence':
        break;
      case 'safety':
        yield line(`⚠ ${cited(event.claim)}`);
        break;
      case 'claim':
        yield line(cited(event.claim));
        break;
      case 'done':
        if (event.answer.content.missing !== '') yield line(event.answer.content.missing);
        for (const { text } of event.answer.content.candidates) yield line(`- ${text}`);
        yield { kind: 'end', answer: event.answer };
        break;
      default:
        assertNever(event);
    }
  }
}

function cited({ text, citations }: { readonly text: string; readonly citations: readonly number[] }): string {
  return `${asDocumentText(text.trim())} ${citations.map((at) => `[${at + 1}]`).join('')}`.trimEnd();
}
