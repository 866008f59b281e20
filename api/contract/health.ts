import { z } from 'zod';

export const livenessSchema = z.object({ status: z.literal('alive') }).meta({ id: 'Liveness' });

export const readinessSchema = z
  .object({
    ready: z.boolean(),
    checks: z
      .array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string().optional() }))
      .readonly()
      .meta({
        description: '`data-folder`, `stores`, `readers` and `worker` decide; `faultline doctor` tells what to do about the others',
      }),
  })
  .meta({ id: 'Readiness' });

export const versionSchema = z.object({ name: z.literal('faultline'), version: z.string() }).meta({ id: 'Version' });
