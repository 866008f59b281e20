import { join } from 'node:path';
import { z } from 'zod';

const figures = z.object({
  balancedAccuracy: z.number().min(0).max(1),
  auroc: z.number().min(0).max(1),
  calibrationError: z.number().min(0).max(1),
});

/** What a site's labelled claims taught, as the data folder keeps it. */
export const calibrationShape = z.strictObject({
  format: z.literal('faultline-calibration-1'),
  /** Version of the program that made it, and when. */
  program: z.string().min(1),
  at: z.iso.datetime(),
  /** SHA-256 of the file of claims, and what was in it. */
  data: z.string().regex(/^[0-9a-f]{64}$/),
  claims: z.int().positive(),
  supported: z.int().positive(),
  /** Whether the cross-encoder had a part in the chances, and the digest of the weights that made them. */
  by: z.enum(['words', 'reading']),
  base: z.string().regex(/^[0-9a-f]{64}$/),
  slope: z.number().positive(),
  offset: z.number(),
  threshold: z.number().min(0).max(1),
  /** Over claims that had no part in learning (five folds), by the chances of the release and by those moved. */
  before: figures,
  after: figures,
});
export type Calibration = z.infer<typeof calibrationShape>;
export type CalibrationFigures = z.infer<typeof figures>;

const FILE = 'support-calibration.json';

/** File of the data folder that holds it. */
export function calibrationPath(home: string): string {
  return join(home, FILE);
}
