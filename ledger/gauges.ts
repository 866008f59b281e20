import type { Connections } from './connection/connections.ts';
import { PROJECTION_TARGETS, type ProjectionTarget } from './projection/outbox.ts';

/** What monitoring watches of a ledger, over all tenants: counts and ages, nothing of what they are about. Ages in milliseconds. */
export interface LedgerGauges {
  readonly jobs: Readonly<Record<string, number>>;
  readonly outbox: Readonly<Record<ProjectionTarget, { readonly units: number; readonly oldest: number }>>;
  readonly stored: {
    readonly documents: number;
    readonly versions: number;
    readonly pages: number;
    readonly passages: number;
    readonly records: number;
  };
  /** Audit events that wait for their seal. */
  readonly unsealed: { readonly events: number; readonly oldest: number };
}

export function makeGauges({ clock, reader }: Connections): () => Promise<LedgerGauges> {
  return async () => {
    const now = clock.now();
    const jobs = await reader
      .selectFrom('job')
      .select((count) => ['state', count.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute();
    const waiting = await reader
      .selectFrom('outbox')
      .select((count) => ['target', count.fn.countAll<number>().as('units'), count.fn.min('raised_at').as('since')])
      // A literal: with a parameter SQLite would not use the index over pending rows.
      .where('pending', '=', (value) => value.lit(1))
      .groupBy('target')
      .execute();
    const versions = await reader
      .selectFrom('version')
      .select((sum) => [
        sum.fn.countAll<number>().as('versions'),
        sum.fn.sum<number | null>('pages').as('pages'),
        sum.fn.sum<number | null>('passages').as('passages'),
        sum.fn.sum<number | null>('records').as('records'),
      ])
      .executeTakeFirst();
    const documents = await reader
      .selectFrom('document')
      .select((count) => count.fn.countAll<number>().as('documents'))
      .executeTakeFirst();
    const unsealed = await reader
      .selectFrom('audit_event')
      .select((count) => [count.fn.countAll<number>().as('events'), count.fn.min('at').as('since')])
      .where('seal', 'is', null)
      .executeTakeFirst();
    const ageOf = (since: number | null | undefined): number => (since === null || since === undefined ? 0 : Math.max(0, now - since));
    const outboxOf = (target: ProjectionTarget) => {
      const row = waiting.find((one) => one.target === target);
      return { units: row?.units ?? 0, oldest: ageOf(row?.since) };
    };
    const [search, graph] = PROJECTION_TARGETS;
    return {
      jobs: Object.fromEntries(jobs.map(({ state, count }) => [state, count])),
      outbox: { search: outboxOf(search), graph: outboxOf(graph) },
      stored: {
        documents: documents?.documents ?? 0,
        versions: versions?.versions ?? 0,
        pages: versions?.pages ?? 0,
        passages: versions?.passages ?? 0,
        records: versions?.records ?? 0,
      },
      unsealed: { events: unsealed?.events ?? 0, oldest: ageOf(unsealed?.since) },
    };
  };
}
