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

export function keepSaid(conversation: Conversation, id: string, said: SaidOfAnswer): Conversation {
  return { ...conversation, turns: conversation.turns.map((turn) => (turn.id === id ? { ...turn, said } : turn)) };
}

/** Of several unanswered questions the first: the next may be a follow-up of it. */
export function firstUnanswered({ turns }: Conversation): Turn | undefined {
  return turns.find(({ progress }) => progress.kind === 'asking' || progress.kind === 'waiting');
}
