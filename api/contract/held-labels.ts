import { z } from 'zod';

const MOST_LABELS = 1_000;

/** The access labels that a key or an account is given. */
export const heldLabelsSchema = z
  .union([z.literal('all'), z.array(z.string().max(200)).max(MOST_LABELS).readonly()])
  .meta({ description: 'Access labels held; `all` reads every document, none only those without labels' });
