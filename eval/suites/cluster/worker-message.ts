import { z } from 'zod';
import { MOMENTS } from '../kills/fault-point.ts';

/** Where a worker dies. */
const pointShape = z.object({
  method: z.string(),
  call: z.int().positive(),
  moment: z.enum(MOMENTS),
  turns: z.int().nonnegative(),
});

/** What a worker process is told. */
export const workerOrderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('work'),
    /** Settings of the site. */
    settings: z.record(z.string(), z.union([z.string(), z.number()])),
    name: z.string(),
    /** Milliseconds that the clock of the trial is ahead of the machine's. */
    ahead: z.number(),
    /** Whether a process of its own reads documents, as in service. */
    readsApart: z.boolean(),
    point: z.optional(pointShape),
  }),
  z.object({ kind: z.literal('clock'), ahead: z.number() }),
  z.object({ kind: z.literal('stop') }),
]);
export type WorkerOrder = z.infer<typeof workerOrderSchema>;

/** What it answers. `ready`: it takes work, at the beginning and when it has stopped. */
export const workerNewsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** It could not work, as when the ledger is away at its start; it takes work again. */
  z.object({ kind: z.literal('failed'), code: z.string(), reason: z.string() }),
]);
export type WorkerNews = z.infer<typeof workerNewsSchema>;
