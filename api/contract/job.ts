import { z } from 'zod';
import { OUTCOMES } from '../../kernel/index.ts';

export const jobStateSchema = z.enum(['queued', 'running', 'done', 'dead', 'cancelled']);

const progressFields = {
  stage: z.enum(['survey', 'read', 'extract', 'project']),
  chunk: z.int().meta({ description: 'Place of the chunk in its stage, from 0' }),
  done: z.int().meta({ description: 'Units of this stage that are done' }),
  total: z.int().exactOptional().meta({ description: 'Absent while it is not known' }),
  unit: z.enum(['page', 'row', 'block', 'passage', 'version']),
  rate: z.number().exactOptional().meta({ description: 'Units a second since the stage began' }),
};

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    versionId: z.string().meta({ description: 'Version of the document that it reads' }),
    documentId: z.string().optional().meta({ description: 'Absent when the document is gone' }),
    uri: z.string().optional(),
    fileName: z.string().optional(),
    state: jobStateSchema.meta({
      description:
        '`done` says that reading ended; how it ended is the outcome of the document. `dead` gave up. Of a `cancelled` one nothing that it read is kept but the bytes; a document that could be read before stays as it was',
    }),
    attempts: z.int(),
    progress: z.object(progressFields).optional().meta({ description: 'The last step that was told' }),
    reason: z.string().optional().meta({ description: 'Why the last attempt failed or was ended, and what to do' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Job' });

export const jobListSchema = z
  .object({
    jobs: z.array(jobSchema).readonly(),
    next: z.string().optional().meta({ description: 'Give it as `cursor` for the jobs that follow; absent: there are none' }),
  })
  .meta({ id: 'JobList', description: 'Newest first' });

const eventFields = { number: z.int().meta({ description: 'From 1 without gaps; also the id of the event' }), at: z.iso.datetime() };

export const jobEventSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), ...eventFields }),
    z.object({ kind: z.literal('running'), attempt: z.int(), ...eventFields }),
    z.object({ kind: z.literal('progress'), ...progressFields, ...eventFields }),
    z.object({ kind: z.literal('waiting'), reason: z.string().exactOptional(), ...eventFields }),
    z.object({ kind: z.literal('done'), outcome: z.enum(OUTCOMES).exactOptional(), reason: z.string().exactOptional(), ...eventFields }),
    z.object({ kind: z.literal('dead'), reason: z.string(), ...eventFields }),
    z.object({ kind: z.literal('cancelled'), reason: z.string(), ...eventFields }),
  ])
  .meta({ id: 'JobEvent', description: 'What happened to a job; `done`, `dead` or `cancelled` is the last of a run' });
