import { canonicalJson, type Json, sha256, type VersionId } from '../../kernel/index.ts';
import { beingRemoved } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { beginRemoval, clearAll, isClearing } from '../documents/removal.ts';
import { resolveComponents } from '../identity/resolve-components.ts';
import { resolveLoneKeys } from '../identity/resolve-lone-keys.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { readShape, tenantShape } from '../rows/stored-shapes.ts';
import { type ExtractedChunk, writeExtracted } from './commit-extracted.ts';
import { type ParsedChunk, writeParsed } from './commit-parsed.ts';
import { type ParsedMaterial, parsedMaterial } from './parsed-material.ts';
import { admitChunk, type ChunkHead, type Committed, lastChunk, type Stage, type StageChunk } from './stage-chunks.ts';

/**
 * The outputs of the stages, each chunk one commit. Repeating a chunk changes nothing; a stage that starts anew (another
 * program version, other input) takes back its own output and that of the stages after it, batch by batch in commits of their own,
 * and hides the version meanwhile.
 */
export interface Stages {
  last(version: VersionId, stage: Stage): Promise<StageChunk | undefined>;
  commitSurvey(version: VersionId, detail: Json): Promise<Committed>;
  commitParsed(version: VersionId, parserVersion: string, chunk: ParsedChunk, tokens: readonly (readonly string[])[]): Promise<Committed>;
  /** What the next step of extraction works on: passages with `order` in [from, from + count) and their records. */
  material(version: VersionId, from: number, count: number): Promise<ParsedMaterial>;
  commitExtracted(version: VersionId, extractorVersion: string, chunk: ExtractedChunk): Promise<Committed>;
  /** A parsed chunk and the extracted chunks that it completed, in one commit. */
  commitRead(
    version: VersionId,
    parsed: { readonly tool: string; readonly chunk: ParsedChunk; readonly tokens: readonly (readonly string[])[] },
    extracted: { readonly tool: string; readonly chunks: readonly ExtractedChunk[] },
  ): Promise<Committed>;
  /** Computes the entities that the version touches and tells the projections; the last commit before they work. */
  commitResolved(version: VersionId): Promise<Committed>;
}

const SURVEY_TOOL = 'survey';
const RESOLVE_TOOL = 'components-1';

export function makeStages(connections: Connections): Stages {
  const { clock, dialect, reader, write, writeSoon } = connections;

  /** Has what is outdated of a stage taken back, from the first of these commits on, until the work can be done. */
  async function whole<Out>(version: VersionId, work: (trx: Writing) => Promise<Out | 'outdated'>): Promise<Out> {
    for (;;) {
      await clearAll(connections, version);
      const done = await writeSoon(async (trx) => ((await isClearing(trx, version)) ? 'outdated' : work(trx)));
      if (done !== 'outdated') return done;
    }
  }

  /** Takes a chunk, or begins to take back what is outdated of its stage and of those after it. */
  async function admit(trx: Writing, head: Omit<ChunkHead, 'stage'>, stage: 'survey' | 'parsed' | 'extracted') {
    const outcome = await admitChunk(trx, { ...head, stage });
    if (outcome === 'outdated') await beginRemoval(trx, head.version, stage, clock.now());
    return outcome;
  }

  async function takeParsed(trx: Writing, version: VersionId, tool: string, chunk: ParsedChunk, tokens: readonly (readonly string[])[]) {
    const { ordinal, inputHash, carry } = chunk;
    const outcome = await admit(trx, { version, tool, ordinal, inputHash, carry }, 'parsed');
    if (outcome === 'committed') await writeParsed(trx, dialect, version, chunk, tokens);
    return outcome;
  }

  async function takeExtracted(trx: Writing, version: VersionId, tool: string, chunk: ExtractedChunk) {
    const { ordinal, inputHash, carry } = chunk;
    const outcome = await admit(trx, { version, tool, ordinal, inputHash, carry }, 'extracted');
    if (outcome !== 'committed') return outcome;
    const row = await trx.selectFrom('version').select('tenant').where('id', '=', version).executeTakeFirst();
    if (row === undefined) throw beingRemoved();
    await writeExtracted(trx, dialect, readShape(tenantShape, row.tenant, 'version'), version, chunk);
    return outcome;
  }

  return {
    last: (version, stage) => lastChunk(reader, version, stage),
    material: (version, from, count) => parsedMaterial(connections, version, from, count),

    commitSurvey: (version, detail) =>
      whole(version, (trx) =>
        admit(trx, { version, tool: SURVEY_TOOL, ordinal: 0, inputHash: sha256(canonicalJson(detail)), carry: detail }, 'survey'),
      ),

    commitParsed: (version, tool, chunk, tokens) => whole(version, (trx) => takeParsed(trx, version, tool, chunk, tokens)),
    commitExtracted: (version, tool, chunk) => whole(version, (trx) => takeExtracted(trx, version, tool, chunk)),
    commitRead: (version, parsed, extracted) =>
      whole(version, async (trx) => {
        const outcome = await takeParsed(trx, version, parsed.tool, parsed.chunk, parsed.tokens);
        if (outcome === 'outdated') return outcome;
        for (const chunk of extracted.chunks) {
          // What was parsed stays in this commit, and is known again when it comes back.
          if ((await takeExtracted(trx, version, extracted.tool, chunk)) === 'outdated') return 'outdated';
        }
        return outcome;
      }),

    async commitResolved(version): Promise<Committed> {
      await clearAll(connections, version);
      const joined = await resolveLoneKeys(connections, version);
      return write(async (trx) => {
        const inputHash = await knowledgeHash(trx, version);
        const head = { version, stage: 'resolved', tool: RESOLVE_TOOL, ordinal: 0, inputHash, carry: null } as const;
        let outcome = await admitChunk(trx, head);
        if (outcome === 'outdated') {
          await trx.deleteFrom('stage_chunk').where('version', '=', version).where('stage', '=', 'resolved').execute();
          outcome = await admitChunk(trx, head);
        }
        if (outcome === 'repeated') return outcome;
        await resolveComponents(trx, dialect, joined, clock.now());
        await raiseVersion(trx, version, clock.now(), PROJECTION_TARGETS);
        await trx.updateTable('version').set({ state: 'committed' }).where('id', '=', version).execute();
        return 'committed';
      });
    },
  };
}

/** What resolution depends on: the chunks committed before it. */
async function knowledgeHash(trx: Writing, version: VersionId): Promise<string> {
  const rows = await trx
    .selectFrom('stage_chunk')
    .select(['stage', 'ordinal', 'tool', 'input_hash'])
    .where('version', '=', version)
    .where('stage', 'in', ['parsed', 'extracted'])
    .orderBy('stage')
    .orderBy('ordinal')
    .execute();
  return sha256(canonicalJson(rows.map((row) => [row.stage, row.ordinal, row.tool, row.input_hash])));
}
