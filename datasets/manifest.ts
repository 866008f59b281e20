import { z } from 'zod';
import { FORMATS, OUTCOMES } from '../kernel/index.ts';

const outcomeSchema = z.enum(OUTCOMES);

const entryFields = {
  /** Absent where more than one format would be right, or none is read. */
  format: z.enum(FORMATS).optional(),
  /** One outcome, or several of which each is right. */
  expected: z.union([outcomeSchema, z.array(outcomeSchema).min(2)]),
  /** Records without the header, counted by another program. */
  rows: z.int().nonnegative().optional(),
  pages: z.int().positive().optional(),
  title: z.string().optional(),
  language: z.enum(['en', 'zh', 'mixed']).optional(),
  documentNumber: z.string().optional(),
  revision: z.string().optional(),
  note: z.string().optional(),
};

const manifestSchema = z.strictObject({
  set: z.string().min(1),
  /** Repository and commit that the set was taken from. */
  source: z.string().min(1),
  licence: z.string().min(1),
  seed: z.int().optional(),
  documents: z.array(
    z.union([z.strictObject({ path: z.string().min(1), ...entryFields }), z.strictObject({ glob: z.string().min(1), ...entryFields })]),
  ),
});

/** What ingesting a set of documents must come to. Paths and globs are relative to the data root (demo plant: to its own folder). */
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestEntry = Manifest['documents'][number];

/** @throws z.ZodError for anything that is not a manifest. */
export function parseManifest(value: unknown): Manifest {
  return manifestSchema.parse(value);
}

/** First entry that names the file (path with forward slashes), or undefined. An entry's own path wins over every glob. */
export function manifestEntryOf(manifest: Manifest, file: string): ManifestEntry | undefined {
  return (
    manifest.documents.find((entry) => 'path' in entry && entry.path === file) ??
    manifest.documents.find((entry) => 'glob' in entry && globPattern(entry.glob).test(file))
  );
}

/** `**` followed by a slash stands for any folders, also none; `*` for anything but a slash. */
function globPattern(glob: string): RegExp {
  const source = glob.replaceAll(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:[^/]+/)*'));
  return new RegExp(`^${source}$`);
}
