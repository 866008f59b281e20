import { type KeptValues, keepState, keptState } from '../kept/kept-state.ts';
import type { Conversation } from './conversation.ts';
import { ASKED, type Turn } from './turn.ts';

const NAME = 'conversation.1';
/** Browsers keep some five million characters for a page; what else is kept needs little. */
const MOST_CHARACTERS = 2_000_000;

/** Keeps what stands on the page over a reload; of a very long conversation the last answers. */
export function keepConversation(storage: KeptValues, conversation: Conversation): void {
  let kept = conversation;
  while (kept.turns.length > 1 && JSON.stringify(kept).length > MOST_CHARACTERS) kept = { ...kept, turns: kept.turns.slice(1) };
  keepState(storage, NAME, kept);
}

/** The conversation as it was left; a question that was being answered is asked again. */
export function keptConversation(storage: KeptValues): Conversation | undefined {
  const kept = keptState(storage, NAME) as Conversation | undefined;
  if (kept === undefined || typeof kept.id !== 'string' || !Array.isArray(kept.turns)) return undefined;
  return { ...kept, turns: kept.turns.map(keptTurn) };
}

function keptTurn({ said, ...turn }: Turn): Turn {
  const kept = turn.progress.kind === 'asking' ? { ...turn, progress: ASKED } : turn;
  // What an earlier page kept without its id could not be taken back: said again it takes the place of what was said.
  return typeof said?.id === 'string' ? { ...kept, said } : kept;
}
