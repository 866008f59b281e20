import { canonicalJson, type Json, sha256, type VersionId } from '../../kernel/index.ts';
import { beingRemoved } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { removeKnowledge, removePassages } from '../documents/remove-knowledge.ts';
import { hide } from '../documents/visibility.ts';
import { resolveComponents } from '../identity/resolve-components.ts';
import { resolveLoneKeys } from '../identity/resolve-lone-keys.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { readShape, tenantShape } from '../rows/stored-shapes.ts';
import { type ExtractedChunk, writeExtracted } from './commit-extracted.ts';
import { type ParsedChunk, writeParsed } from './commit-parsed.ts';
import { type ParsedMaterial, parsedMaterial } from './parsed-material.ts';
import { admitChunk, type Committed, lastChunk, type Stage, type StageChunk } from './stage-chunks.ts';

/**
 * The outputs of the stages, each chunk one commit. Repeating a chunk changes nothing; a stage that starts anew (another
 * program version, other input) takes back its own output and that of the stages after it, and hides the version meanwhile.
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

  async function resetExtracted(trx: Writing, version: VersionId): Promise<void> {
    await hide(trx, version);
    // A projection that holds what was read before has to let go of it: until it has, it is kept from readers by name.
    const told = await lastChunk(trx, version, 'resolved');
    if (told !== undefined) await raiseVersion(trx, version, clock.now(), PROJECTION_TARGETS);
    await removeKnowledge(trx, dialect, version, clock.now());
  }

  async function resetParsed(trx: Writing, version: VersionId): Promise<void> {
    await resetExtracted(trx, version);
    await removePassages(trx, version);
  }

  async function resetSurvey(trx: Writing, version: VersionId): Promise<void> {
    await resetParsed(trx, version);
    await trx.deleteFrom('stage_chunk').where('version', '=', version).where('stage', '=', 'survey').execute();
  }

  async function takeParsed(
    trx: Writing,
    version: VersionId,
    tool: string,
    chunk: ParsedChunk,
    tokens: readonly (readonly string[])[],
  ): Promise<Committed> {
    const { ordinal, inputHash, carry } = chunk;
    const outcome = await admitChunk(trx, { version, stage: 'parsed', tool, ordinal, inputHash, carry }, () => resetParsed(trx, version));
    if (outcome === 'committed') await writeParsed(trx, dialect, version, chunk, tokens);
    return outcome;
  }

  async function takeExtracted(trx: Writing, version: VersionId, tool: string, chunk: ExtractedChunk): Promise<Committed> {
    const { ordinal, inputHash, carry } = chunk;
    const outcome = await admitChunk(trx, { version, stage: 'extracted', tool, ordinal, inputHash, carry }, () =>
      resetExtracted(trx, version),
    );
    if (outcome === 'repeated') return outcome;
    const row = await trx.selectFrom('version').select('tenant').where('id', '=', version).executeTakeFirst();
    if (row === undefined) throw beingRemoved();
    await writeExtracted(trx, dialect, readShape(tenantShape, row.tenant, 'version'), version, chunk);
    return outcome;
  }

  return {
    last: (version, stage) => lastChunk(reader, version, stage),
    material: (version, from, count) => parsedMaterial(connections, version, from, count),

    commitSurvey: (version, detail) =>
      writeSoon((trx) =>
        admitChunk(
          trx,
          { version, stage: 'survey', tool: SURVEY_TOOL, ordinal: 0, inputHash: sha256(canonicalJson(detail)), carry: detail },
          () => resetSurvey(trx, version),
        ),
      ),

    commitParsed: (version, tool, chunk, tokens) => writeSoon((trx) => takeParsed(trx, version, tool, chunk, tokens)),
    commitExtracted: (version, tool, chunk) => writeSoon((trx) => takeExtracted(trx, version, tool, chunk)),
    commitRead: (version, parsed, extracted) =>
      writeSoon(async (trx) => {
        const outcome = await takeParsed(trx, version, parsed.tool, parsed.chunk, parsed.tokens);
        for (const chunk of extracted.chunks) await takeExtracted(trx, version, extracted.tool, chunk);
        return outcome;
      }),

    async commitResolved(version) {
      const joined = await resolveLoneKeys(connections, version);
      return write(async (trx) => {
        const inputHash = await knowledgeHash(trx, version);
        const outcome = await admitChunk(
          trx,
          { version, stage: 'resolved', tool: RESOLVE_TOOL, ordinal: 0, inputHash, carry: null },
          async () => {
            await trx.deleteFrom('stage_chunk').where('version', '=', version).where('stage', '=', 'resolved').execute();
          },
        );
        if (outcome === 'repeated') return outcome;
        await resolveComponents(trx, dialect, joined, clock.now());
        await raiseVersion(trx, version, clock.now(), PROJECTION_TARGETS);
        await trx.updateTable('version').set({ state: 'committed' }).where('id', '=', version).execute();
        return outcome;
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
