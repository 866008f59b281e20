import { FaultlineError, type PassageId, parsePassageId } from '../../kernel/index.ts';

/** A passage, or a span of it. */
export interface Place {
  readonly id: PassageId;
  readonly span?: { readonly start: number; readonly end: number };
}

/** A passage, or a span of it, as printed with an answer. @throws FaultlineError `invalid-request`. */
export function readPlace(place: string): Place {
  const match = /^([a-z0-9_]+)(?::(\d+)-(\d+))?$/.exec(place);
  const id = parsePassageId(match?.[1] ?? '');
  if (match === null || id === undefined) {
    throw new FaultlineError(
      'invalid-request',
      `"${place}" is no passage; give PASSAGE_ID or PASSAGE_ID:START-END as printed with an answer.`,
    );
  }
  return match[2] === undefined ? { id } : { id, span: { start: Number(match[2]), end: Number(match[3]) } };
}
