import { type SqlBool, sql } from 'kysely';
import type { TenantId } from '../kernel/index.ts';
import type { Connections, Reading } from './connection/connections.ts';
import { takeLock } from './connection/take-lock.ts';

/** Turns kept of a conversation: each is read anew with the next, and what was said longer ago is hardly meant by it. */
const MOST_TURNS = 20;

/** Whose a conversation is: two callers may use one id and never meet. */
export interface ConversationOwner {
  readonly tenant: TenantId;
  readonly actor: string;
}

/** A question as it was asked. Answers are not kept: what they said is read anew by who may still read it. */
export interface ConversationTurn {
  /** From 1. */
  readonly number: number;
  /** Milliseconds, UTC. */
  readonly at: number;
  readonly question: string;
}

export interface ConversationSummary {
  readonly id: string;
  readonly turns: number;
  /** Milliseconds, UTC, of the last question. */
  readonly at: number;
}

/** Questions that belong together. A conversation whose last question came at or before `expired` (milliseconds, UTC) is gone. */
export interface Conversations {
  /** Oldest first; empty when there is no such conversation. */
  turns(owner: ConversationOwner, id: string, expired: number): Promise<readonly ConversationTurn[]>;
  /** Adds a question, which begins the conversation when there is none, and removes all that expired. Gives the turn's number. */
  add(owner: ConversationOwner, id: string, question: string, expired: number): Promise<number>;
  /** Latest first. */
  list(owner: ConversationOwner, expired: number): Promise<readonly ConversationSummary[]>;
  /** False when there is no such conversation. */
  remove(owner: ConversationOwner, id: string): Promise<boolean>;
}

export function makeConversations({ clock, dialect, reader, writeBeside }: Connections): Conversations {
  const turnsOf = (db: Reading, { tenant, actor }: ConversationOwner, id: string) =>
    db.selectFrom('conversation_turn').where('tenant', '=', tenant).where('actor', '=', actor).where('conversation', '=', id);

  return {
    async turns(owner, id, expired) {
      const rows = await turnsOf(reader, owner, id).select(['number', 'at', 'question']).orderBy('number').execute();
      return (rows.at(-1)?.at ?? expired) > expired ? rows : [];
    },

    add: (owner, id, question, expired) =>
      writeBeside('now', async (trx) => {
        await takeLock(trx, dialect, 'conversations');
        await trx
          .deleteFrom('conversation_turn')
          .where(
            sql<SqlBool>`(tenant, actor, conversation) in (select tenant, actor, conversation from conversation_turn
              group by tenant, actor, conversation having max(at) <= ${expired})`,
          )
          .execute();
        const last = await turnsOf(trx, owner, id).select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        const { tenant, actor } = owner;
        await trx.insertInto('conversation_turn').values({ tenant, actor, conversation: id, number, at: clock.now(), question }).execute();
        await trx
          .deleteFrom('conversation_turn')
          .where('tenant', '=', tenant)
          .where('actor', '=', actor)
          .where('conversation', '=', id)
          .where('number', '<=', number - MOST_TURNS)
          .execute();
        return number;
      }),

    async list({ tenant, actor }, expired) {
      const rows = await reader
        .selectFrom('conversation_turn')
        .select(({ fn }) => ['conversation as id', fn.countAll<number>().as('turns'), fn.max('at').as('at')])
        .where('tenant', '=', tenant)
        .where('actor', '=', actor)
        .groupBy('conversation')
        .having(({ fn }) => fn.max('at'), '>', expired)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ id, turns, at }) => ({ id, turns: Number(turns), at: Number(at) }));
    },

    async remove({ tenant, actor }, id) {
      const removed = await writeBeside('now', (trx) =>
        trx
          .deleteFrom('conversation_turn')
          .where('tenant', '=', tenant)
          .where('actor', '=', actor)
          .where('conversation', '=', id)
          .executeTakeFirst(),
      );
      return Number(removed.numDeletedRows) > 0;
    },
  };
}
