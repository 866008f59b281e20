import type { Answer, AnswerEvent, Citation, Claim, FeedbackRequest, Resolution } from '../contract.ts';

/** How far a question has come. */
export type Progress =
  | {
      readonly kind: 'asking';
      readonly evidence: readonly Citation[];
      readonly safety: readonly Claim[];
      readonly claims: readonly Claim[];
      readonly resolution?: Resolution;
    }
  /** The service could not be reached or broke off; it is asked again. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'stopped' };

/** A question of a conversation with what became of it. */
export interface Turn {
  readonly id: string;
  readonly question: string;
  /** Asked so because who asks wants the words of the documents. */
  readonly mode?: 'extractive';
  readonly progress: Progress;
  /** What was said of its answer. */
  readonly said?: SaidOfAnswer;
}

export interface SaidOfAnswer {
  /** Under which the service keeps it, so that it can be taken back. */
  readonly id: string;
  readonly verdict: FeedbackRequest['verdict'];
  /** Empty: nothing was added. */
  readonly remark: string;
}

export const ASKED: Progress = { kind: 'asking', evidence: [], safety: [], claims: [] };

/** Takes in one more piece of the answer. Pieces name their places, so the order in which they come plays no part. */
export function takePiece(progress: Progress, event: AnswerEvent): Progress {
  const asking = progress.kind === 'asking' ? progress : ASKED;
  if (asking.kind !== 'asking') return progress;
  switch (event.name) {
    case 'start':
      return { ...asking, ...(event.data.resolution === undefined ? {} : { resolution: event.data.resolution }) };
    case 'evidence':
      return { ...asking, evidence: placed(asking.evidence, event.data.index, event.data.citation) };
    case 'safety':
      return { ...asking, safety: placed(asking.safety, event.data.index, event.data.claim) };
    case 'claim':
      return { ...asking, claims: placed(asking.claims, event.data.index, event.data.claim) };
    case 'done':
      return { kind: 'done', answer: event.data };
    case 'error':
      return { kind: 'failed', detail: event.data.detail };
    default:
      return event satisfies never;
  }
}

function placed<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  const changed = [...items];
  changed[index] = item;
  return changed;
}
