import { type Caller, FaultlineError } from '../../kernel/index.ts';
import type { ConversationSummary, ConversationTurn } from '../../ledger/index.ts';
import type { Application } from '../application.ts';

const HOUR = 3_600_000;

/** A conversation whose last question is not younger than this instant is over. */
export function expiryOf({ clock, config }: Pick<Application, 'clock' | 'config'>): number {
  return clock.now() - config.conversationHours * HOUR;
}

/** The caller's own conversations, latest first. */
export function listConversations(application: Application, caller: Caller): Promise<readonly ConversationSummary[]> {
  return application.ledger.conversations.list(caller, expiryOf(application));
}

/** The questions of one of the caller's conversations. @throws FaultlineError `not-found`. */
export async function getConversation(application: Application, caller: Caller, id: string): Promise<readonly ConversationTurn[]> {
  const turns = await application.ledger.conversations.turns(caller, id, expiryOf(application));
  if (turns.length === 0) throw noConversation();
  return turns;
}

export interface KeepTurnRequest {
  readonly conversationId: string;
  /** As it was asked. */
  readonly question: string;
}

/** Adds an answered question to a conversation of the caller's; gives its number, from 1. */
export function keepTurn(application: Application, caller: Caller, { conversationId, question }: KeepTurnRequest): Promise<number> {
  return application.ledger.conversations.add(caller, conversationId, question, expiryOf(application));
}

/** Removes one of the caller's conversations. @throws FaultlineError `not-found`. */
export async function deleteConversation(application: Application, caller: Caller, id: string): Promise<void> {
  if (!(await application.ledger.conversations.remove(caller, id))) throw noConversation();
}

function noConversation(): FaultlineError {
  return new FaultlineError('not-found', 'You have no such conversation; it may have expired.');
}
