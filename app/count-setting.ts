import { z } from 'zod';

/** A whole number of something, at least 1. */
export const count = (unit: string, fallback: number, description: string) =>
  z.coerce
    .number({ error: `must be a whole number of ${unit}` })
    .int()
    .positive()
    .default(fallback)
    .describe(description);
