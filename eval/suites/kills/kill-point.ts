import { z } from 'zod';
import { MOMENTS } from './fault-point.ts';
import { PHASES } from './phases.ts';

/** What a process that is to die is told. */
export const killPointSchema = z.object({
  home: z.string(),
  /** Whether a process of its own reads documents, as in service. */
  readsApart: z.boolean(),
  phase: z.enum(PHASES),
  method: z.string(),
  call: z.int().positive(),
  moment: z.enum(MOMENTS),
  turns: z.int().nonnegative(),
});
export type KillPoint = z.infer<typeof killPointSchema>;

/** What it says with its last breath. */
export const lastWordsSchema = z.object({ method: z.string(), call: z.int(), moment: z.enum(MOMENTS) });
export type LastWords = z.infer<typeof lastWordsSchema>;
