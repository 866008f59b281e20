import { z } from 'zod';

/** An instant to read as of, as it enters: a day (its first moment, UTC) or an instant with its zone; milliseconds, UTC. */
export const asOfSchema = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'must be a day (2035-01-31) or an instant with its zone')
  .transform((text) => Date.parse(text))
  .meta({ description: 'Read as of this day or instant: revisions that take effect later do not count; absent: as of now' });
