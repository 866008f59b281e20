import { z } from 'zod';
import { FaultlineError, parseTenantId } from '../../kernel/index.ts';

/** Raised when the form of a backup changes; a program reads the forms that it knows and no other. */
export const BACKUP_FORMAT = 'faultline-backup/1';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({ sha256: hashSchema, bytes: z.int().nonnegative() });

/** What a backup holds, in `manifest.json`: written last, so that a folder without one is no backup. */
const manifestSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** `ledger.db`: one committed state. Search index and graph are made anew from it. */
  ledger: fileSchema,
  /** `blobs.jsonl`: a line a blob, each a file under `blobs/` named by its own hash. */
  blobs: fileSchema.extend({ count: z.int().nonnegative(), contentBytes: z.int().nonnegative() }),
  /** Last seal of the audit trail in that state. */
  auditHead: z
    .strictObject({ seal: z.int().min(1), hash: hashSchema, events: z.int().min(1), at: z.number() })
    .optional()
    .transform((head) => head),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

const blobLineSchema = z.strictObject({
  tenant: z.string().transform((text, context) => {
    const tenant = parseTenantId(text);
    if (tenant !== undefined) return tenant;
    context.addIssue({ code: 'custom', message: 'is no tenant' });
    return z.NEVER;
  }),
  sha256: hashSchema,
  bytes: z.int().nonnegative(),
});
export type BackedUpBlob = z.infer<typeof blobLineSchema>;

/** @throws FaultlineError `conflict` for what is no manifest of a form that this program knows. */
export function readManifest(text: string): BackupManifest {
  return readJsonAs(manifestSchema, text, 'manifest.json');
}

/** @throws FaultlineError `conflict`. */
export function readBlobLine(text: string): BackedUpBlob {
  return readJsonAs(blobLineSchema, text, 'blobs.jsonl');
}

function readJsonAs<Out>(schema: z.ZodType<Out>, text: string, file: string): Out {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FaultlineError('conflict', `${file} of the backup is damaged: it is not JSON.`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new FaultlineError('conflict', `${file} is not of the form "${BACKUP_FORMAT}" that this program reads.`, { cause: parsed.error });
  }
  return parsed.data;
}
