import {
  type Access,
  asCorrected,
  assertNever,
  type Caller,
  type DocumentId,
  FaultlineError,
  type TextDecision,
} from '../../kernel/index.ts';
import { startAnswerTime } from '../answer-time.ts';
import type { Application } from '../application.ts';
import { type RowsEffect, rowsEffect } from '../effects/rows-effect.ts';
import { type ThingsEffect, thingsEffect } from '../effects/things-effect.ts';
import { readerAccess } from '../reader-access.ts';
import { isOfTable } from './check-correction.ts';
import { checkMatter, type Deciding } from './check-matter.ts';

/** What a decision would change, as far as its caller may read. */
export type DecisionEffect =
  | RowsEffect
  | ThingsEffect
  /** Words of a text that would be read otherwise. */
  | {
      readonly kind: 'text';
      readonly documentId: DocumentId;
      readonly title: string;
      readonly passageId: string;
      readonly before: string;
      readonly after: string;
    }
  /** Whether a fact counts, and how many places state it. */
  | {
      readonly kind: 'fact';
      readonly statement: string;
      readonly places: number;
      readonly counts: { readonly before: boolean; readonly after: boolean };
    }
  /** Nothing that is known changes; a confirmed fault of an answer is measured by from then on. */
  | { readonly kind: 'answer'; readonly isMeasured: boolean }
  /** Nothing that is known changes; what is unread is asked about no more. */
  | { readonly kind: 'unread' };

/**
 * What a decision would change, without making it.
 * @throws FaultlineError as `makeDecision` does of a decision that cannot be made; `deadline-exceeded` where reading takes too long.
 */
export async function previewDecision(
  application: Application,
  caller: Caller,
  { decision: asked }: { readonly decision: Deciding },
  signal: AbortSignal,
): Promise<DecisionEffect> {
  const time = startAnswerTime(application, signal);
  return time.within(async () => {
    const access = await readerAccess(application, caller);
    return effectOf(application, access, await checkMatter(application, access, asked), time.signal);
  });
}

async function effectOf(application: Application, access: Access, decision: Deciding, signal: AbortSignal): Promise<DecisionEffect> {
  const { ledger } = application;
  switch (decision.kind) {
    case 'correct-column': {
      const documents = (await ledger.reviews.reached(access, decision)).map(({ document, version, ...rest }) => ({
        documentId: document,
        versionId: version,
        ...rest,
      }));
      const isWanted: Parameters<typeof rowsEffect>[2]['isWanted'] = (passage) =>
        isOfTable(passage, decision.table) && passage.cells?.some(({ column }) => column === decision.column) === true;
      return rowsEffect(application, access.tenant, { decision, documents, isWanted }, signal);
    }
    case 'correct-text':
      return textEffect(application, access, decision, signal);
    case 'must-link':
    case 'cannot-link':
      return thingsEffect(ledger, access, inOrder(decision));
    case 'accept-fact':
    case 'reject-fact': {
      const held = await ledger.reviews.quarantined(access, decision.fact);
      if (held === undefined) throw new FaultlineError('not-found', 'This fact is no longer in quarantine.');
      const log = await ledger.decisions.list(access.tenant);
      const isAccepted = log.some(
        ({ state, decision: made }) => state === 'in-force' && made.kind === 'accept-fact' && made.fact === decision.fact,
      );
      const { statement, places } = held;
      return { kind: 'fact', statement, places, counts: { before: isAccepted, after: decision.kind === 'accept-fact' } };
    }
    case 'judge-answer':
      return { kind: 'answer', isMeasured: decision.outcome === 'confirmed' };
    case 'set-aside':
      return { kind: 'unread' };
    default:
      return assertNever(decision);
  }
}

/** Of a row how its cells would be read, of a text how its words would. */
async function textEffect(application: Application, access: Access, decision: TextDecision, signal: AbortSignal): Promise<DecisionEffect> {
  const { ledger } = application;
  const [stored] = await ledger.passages.get(access, [decision.passage]);
  if (stored === undefined) throw new FaultlineError('not-found', 'There is no such passage, or you may not read it.');
  const { passage, documentId, title } = stored;
  if (passage.cells !== undefined) {
    const documents = [{ documentId, versionId: passage.versionId, title, rows: 1 }];
    return rowsEffect(application, access.tenant, { decision, documents, isWanted: ({ id }) => id === passage.id }, signal);
  }
  const { corrections } = await ledger.decisions.corrections(passage.versionId, decision);
  const then = { ...passage, corrections: corrections.texts[passage.id] ?? [] };
  return { kind: 'text', documentId, title, passageId: passage.id, before: asCorrected(passage).text, after: asCorrected(then).text };
}

function inOrder<Pair extends { readonly a: string; readonly b: string }>(pair: Pair): Pair {
  return pair.a < pair.b ? pair : { ...pair, a: pair.b, b: pair.a };
}
