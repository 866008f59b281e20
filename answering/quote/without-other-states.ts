import { titlesAbove } from '../../kernel/index.ts';
import { askedValveState, saysValveState } from '../question/asked-valve-state.ts';
import type { Question } from '../question/question.ts';
import type { EvidenceBlock } from './evidence-block.ts';

/** Where it is asked which valves stand in some way, what says that of something: steps that lock valves tell of none that is locked. */
export function withoutOtherStates<Judged extends { readonly block: EvidenceBlock }>(
  question: Question,
  judged: readonly Judged[],
): readonly Judged[] {
  const asked = askedValveState(question);
  if (asked === undefined) return judged;
  return judged.filter(({ block }) =>
    block.passages.some(({ passage }) => {
      const columns = (passage.cells ?? []).map(({ column }) => column);
      return saysValveState([...titlesAbove(passage), ...columns, passage.text].join(' '), asked.states);
    }),
  );
}
