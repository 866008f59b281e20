import { z } from 'zod';
import { EXCLUSION_REASONS, type QualityReport, SHEET_STATUSES } from '../../kernel/index.ts';
import { boxShape, decisionIdShape } from './stored-shapes.ts';

/** What reading says of a version, as it is stored. */
export const reportShape: z.ZodType<QualityReport> = z.object({
  characters: z.number(),
  passages: z.number(),
  pages: z.exactOptional(z.object({ total: z.number(), text: z.number(), unread: z.number(), unreadPages: z.array(z.number()) })),
  recognised: z.exactOptional(
    z.object({
      engine: z.string(),
      pages: z.number(),
      confidence: z.number(),
      unsure: z.number(),
      regions: z.array(z.object({ page: z.number(), text: z.string(), confidence: z.number(), box: boxShape })),
    }),
  ),
  tables: z.number(),
  rows: z.exactOptional(
    z.object({
      total: z.number(),
      bad: z.number(),
      firstBad: z.array(z.object({ sheet: z.string(), row: z.number(), line: z.exactOptional(z.number()), fault: z.string() })),
    }),
  ),
  excluded: z.partialRecord(z.enum(EXCLUSION_REASONS), z.number()),
  garbled: z.number(),
  encoding: z.exactOptional(z.string()),
  delimiter: z.exactOptional(z.string()),
  columns: z.exactOptional(
    z.array(
      z.object({
        header: z.string(),
        role: z.exactOptional(z.string()),
        unit: z.exactOptional(z.string()),
        sheet: z.exactOptional(z.string()),
        decisions: z.exactOptional(z.array(decisionIdShape)),
      }),
    ),
  ),
  stamps: z.exactOptional(z.array(z.object({ sheet: z.string(), status: z.enum(SHEET_STATUSES) }))),
  aiGenerated: z.exactOptional(z.literal(true)),
  warnings: z.array(z.string()),
});
