import type { z } from 'zod';
import type { JobEvent, JobRow } from '../../app/index.ts';
import type { jobEventSchema, jobSchema } from '../contract/job.ts';

export function presentJob(job: JobRow): z.infer<typeof jobSchema> {
  const { id, kind, subject, state, attempts, progress, reason, createdAt, updatedAt, document } = job;
  return {
    id,
    kind,
    versionId: subject,
    ...(document === undefined ? {} : { documentId: document.id, uri: document.uri, fileName: document.fileName }),
    state,
    attempts,
    ...(progress === undefined ? {} : { progress }),
    ...(reason === undefined ? {} : { reason }),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

export function presentJobEvent(event: JobEvent): z.infer<typeof jobEventSchema> {
  return { ...event, at: new Date(event.at).toISOString() };
}
