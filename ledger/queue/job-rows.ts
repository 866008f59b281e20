import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DocumentId, JobId, Json, TenantId } from '../../kernel/index.ts';
import type { JobTable } from '../connection/schema.ts';
import { documentIdShape, jobIdShape, jsonShape, readJson, readShape, tenantShape } from '../rows/stored-shapes.ts';

/** `dead`: gave up after its attempts, the reason kept. */
export const JOB_STATES = ['queued', 'running', 'done', 'dead', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** One step of a job: a chunk of a stage that is committed. */
export interface JobProgress {
  readonly stage: 'survey' | 'read' | 'extract' | 'project';
  /** Place of the chunk in its stage, from 0. */
  readonly chunk: number;
  /** Units of the stage that are done, of how many where that is known. */
  readonly done: number;
  readonly total?: number;
  readonly unit: 'page' | 'row' | 'block' | 'passage' | 'version';
  /** Units a second since the stage began; absent where there is nothing to measure yet. */
  readonly rate?: number;
}

export interface JobRow {
  readonly id: JobId;
  readonly tenant: TenantId;
  readonly kind: string;
  /** What it works on, such as a version id: one unfinished job a kind and subject. */
  readonly subject: string;
  readonly payload: Json;
  readonly state: JobState;
  readonly attempts: number;
  readonly progress?: JobProgress;
  /** Why the last attempt failed, or who cancelled it. */
  readonly reason?: string;
  /** Milliseconds, UTC. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The document whose version it reads; absent when that is gone. */
  readonly document?: { readonly id: DocumentId; readonly uri: string; readonly fileName: string };
}

/** A job held by one worker until the lease runs out; the fence tells this holder from earlier and later ones. */
export interface Lease {
  readonly job: JobRow;
  readonly fence: number;
}

export const progressShape: z.ZodType<JobProgress> = z.object({
  stage: z.enum(['survey', 'read', 'extract', 'project']),
  chunk: z.number(),
  done: z.number(),
  total: z.exactOptional(z.number()),
  unit: z.enum(['page', 'row', 'block', 'passage', 'version']),
  rate: z.exactOptional(z.number()),
});

interface NamedSubject {
  readonly document_id?: string | null;
  readonly uri?: string | null;
  readonly file_name?: string | null;
}

export function readJob(row: Selectable<JobTable> & NamedSubject): JobRow {
  // What an earlier release noted has another shape and tells nothing that matters.
  const progress = row.progress_json === null ? undefined : progressShape.safeParse(JSON.parse(row.progress_json)).data;
  const { document_id: document, uri, file_name: fileName } = row;
  return {
    id: readShape(jobIdShape, row.id, 'job'),
    tenant: readShape(tenantShape, row.tenant, 'job'),
    kind: row.kind,
    subject: row.subject,
    payload: readJson(jsonShape, row.payload_json, 'job'),
    state: readShape(z.enum(JOB_STATES), row.state, 'job'),
    attempts: row.attempts,
    ...(progress === undefined ? {} : { progress }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(typeof document === 'string' && typeof uri === 'string' && typeof fileName === 'string'
      ? { document: { id: readShape(documentIdShape, document, 'job'), uri, fileName } }
      : {}),
  };
}
