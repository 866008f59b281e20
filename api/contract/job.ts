import { z } from 'zod';

export const jobStateSchema = z.enum(['queued', 'running', 'done', 'dead', 'cancelled']);

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    versionId: z.string().meta({ description: 'Version of the document that it reads' }),
    state: jobStateSchema.meta({
      description: '`done` says that reading ended; how it ended is the outcome of the document. `dead` gave up',
    }),
    attempts: z.int(),
    stage: z.string().optional(),
    done: z.int().optional().meta({ description: 'Pages, rows or passages of this stage that are done' }),
    total: z.int().optional(),
    reason: z.string().optional().meta({ description: 'Why the last attempt failed' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Job' });

export const jobListSchema = z.object({ jobs: z.array(jobSchema).readonly() }).meta({ id: 'JobList', description: 'Newest first' });
