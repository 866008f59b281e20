import { BEGIN, END } from '../onnx/around-texts.ts';
import type { Tokenise } from '../onnx/open-tokeniser.ts';

export type PairKind = 'question' | 'claim';

const AROUND = 4;
/** Tokens of a pair, and of its first text, at most: what the model was taught with. */
const MOST = { question: { pair: 320, first: 100 }, claim: { pair: 400, first: 120 } } as const;
const PREFIX = { question: 'query: ', claim: 'claim: ' } as const;
const PASSAGE = 'passage: ';
/** Share of a window by which the next one of a long text starts behind it. */
const STRIDE = 2 / 3;

/** The tokens of a question or claim with a text: one row, or for a claim with a long text one a window. */
export function pairTokens(tokenise: Tokenise, kind: PairKind, first: string, text: string): readonly (readonly number[])[] {
  const most = MOST[kind];
  const own = tokenise(PREFIX[kind] + first).slice(0, most.first);
  const passage = tokenise(PASSAGE + text);
  const room = most.pair - own.length - AROUND;
  const row = (part: readonly number[]) => [BEGIN, ...own, END, END, ...part, END];
  if (kind === 'question' || passage.length <= room) return [row(passage.slice(0, room))];
  const opening = tokenise(PASSAGE.trim());
  const step = Math.floor(room * STRIDE);
  const rows: (readonly number[])[] = [];
  for (let at = 0; at === 0 || at - step + room - opening.length < passage.length; at += step) {
    const part = at === 0 ? passage.slice(0, room) : [...opening, ...passage.slice(at, at + room - opening.length)];
    rows.push(row(part));
  }
  return rows;
}
