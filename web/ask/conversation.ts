import type { Progress, SaidOfAnswer, Turn } from './turn.ts';

/** What stands on the page: the service knows the conversation by its id, so that follow-ups are understood. */
export interface Conversation {
  readonly id: string;
  readonly turns: readonly Turn[];
}

export function addTurn(conversation: Conversation, turn: Turn): Conversation {
  return { ...conversation, turns: [...conversation.turns, turn] };
}

export function changeTurn(conversation: Conversation, id: string, change: (progress: Progress) => Progress): Conversation {
  return {
    ...conversation,
    turns: conversation.turns.map((turn) => (turn.id === id ? { ...turn, progress: change(turn.progress) } : turn)),
  };
}

/** `said` is undefined where it was taken back. */
export function keepSaid(conversation: Conversation, id: string, said: SaidOfAnswer | undefined): Conversation {
  return { ...conversation, turns: conversation.turns.map((turn) => (turn.id === id ? withSaid(turn, said) : turn)) };
}

function withSaid({ said: _, ...turn }: Turn, said: SaidOfAnswer | undefined): Turn {
  return said === undefined ? turn : { ...turn, said };
}

/** Of several unanswered questions the first: the next may be a follow-up of it. */
export function firstUnanswered({ turns }: Conversation): Turn | undefined {
  return turns.find(({ progress }) => progress.kind === 'asking' || progress.kind === 'waiting');
}
