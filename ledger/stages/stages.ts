import { canonicalJson, type Json, sha256, type VersionId } from '../../kernel/index.ts';
import { beingRemoved } from '../connection/check-goes-on.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { within } from '../connection/within.ts';
import { beginRemoval, clearAll, isClearing } from '../documents/removal.ts';
import { isReread, isShown, keepShown } from '../documents/rereading.ts';
import { resolveComponents } from '../identity/resolve-components.ts';
import { resolveLoneKeys } from '../identity/resolve-lone-keys.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { readShape, tenantShape } from '../rows/stored-shapes.ts';
import { type ExtractedChunk, writeExtracted } from './commit-extracted.ts';
import { type ParsedChunk, writeParsed } from './commit-parsed.ts';
import { type ParsedMaterial, parsedMaterial } from './parsed-material.ts';
import { admitReread, type KeptParsed, lastReread } from './reread-chunks.ts';
import { admitChunk, type ChunkHead, type Committed, extractedOtherwise, lastChunk, type Stage, type StageChunk } from './stage-chunks.ts';
import { type Ended, takePlace } from './take-place.ts';

/**
 * The outputs of the stages, each chunk one commit. Repeating a chunk changes nothing; a stage that starts anew (another
 * program version, other input) takes back its own output and that of the stages after it, batch by batch in commits of their own.
 * Of a version that readers are shown nothing changes meanwhile: what is read of it again is kept apart, and `takePlace` shows it.
 */
export interface Stages {
  /** Where to resume: of what is read again, else of what was read. */
  last(version: VersionId, stage: Stage): Promise<StageChunk | undefined>;
  /** The same of what readers are shown, whatever is read again. */
  lastShown(version: VersionId, stage: Stage): Promise<StageChunk | undefined>;
  /** Of how many versions that readers see what is shown was extracted by another tool. */
  extractedOtherwise(extractorVersion: string): Promise<number>;
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
  /** Whether readers are shown the version: it is then read again, and `takePlace` or `breakOff` ends that. */
  isShown(version: VersionId): Promise<boolean>;
  /** Whether something was read again of a shown version that has not taken its place yet: a reading goes on with that. */
  isReread(version: VersionId): Promise<boolean>;
  /**
   * Has what was read again of a shown version take the place of what was shown, with its entities, description and outcome, all in
   * one commit, and tells the projections. The others wait for it as long as its rows take to be written.
   * @throws FaultlineError `busy` when the version is gone or going.
   */
  takePlace(version: VersionId, ended: Ended): Promise<void>;
  /** Ends a reading again that came to nothing: what was shown stays, with the reason. False for a version that is not shown. */
  breakOff(version: VersionId, reason: string): Promise<boolean>;
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

  async function takeSurvey(trx: Writing, version: VersionId, detail: Json) {
    const head = { version, tool: SURVEY_TOOL, ordinal: 0, inputHash: sha256(canonicalJson(detail)), carry: detail };
    return (await isShown(trx, version)) ? admitReread(trx, { ...head, stage: 'survey' }, null) : admit(trx, head, 'survey');
  }

  async function takeParsed(trx: Writing, version: VersionId, tool: string, chunk: ParsedChunk, tokens: readonly (readonly string[])[]) {
    const { ordinal, inputHash, carry } = chunk;
    if (await isShown(trx, version)) {
      const head = { version, stage: 'parsed', tool, ordinal, inputHash, carry } as const;
      const content: KeptParsed = { chunk, tokens };
      return admitReread(
        trx,
        head,
        content,
        chunk.passages.map((passage) => passage.order),
      );
    }
    const outcome = await admit(trx, { version, tool, ordinal, inputHash, carry }, 'parsed');
    if (outcome === 'committed') await writeParsed(trx, dialect, version, chunk, tokens);
    return outcome;
  }

  async function takeExtracted(trx: Writing, version: VersionId, tool: string, chunk: ExtractedChunk) {
    const { ordinal, inputHash, carry } = chunk;
    if (await isShown(trx, version)) return admitReread(trx, { version, stage: 'extracted', tool, ordinal, inputHash, carry }, chunk);
    const outcome = await admit(trx, { version, tool, ordinal, inputHash, carry }, 'extracted');
    if (outcome !== 'committed') return outcome;
    const row = await trx.selectFrom('version').select('tenant').where('id', '=', version).executeTakeFirst();
    if (row === undefined) throw beingRemoved();
    await writeExtracted(trx, dialect, readShape(tenantShape, row.tenant, 'version'), version, chunk);
    return outcome;
  }

  return {
    last: (version, stage) => lastReread(reader, version, stage),
    lastShown: (version, stage) => lastChunk(reader, version, stage),
    extractedOtherwise: (tool) => extractedOtherwise(reader, tool),
    material: (version, from, count) => parsedMaterial(connections, version, from, count),

    commitSurvey: (version, detail) => whole(version, (trx) => takeSurvey(trx, version, detail)),

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

    isShown: (version) => isShown(reader, version),
    isReread: (version) => isReread(reader, version),
    takePlace: (version, ended) =>
      write((trx) => {
        const inside = within(connections, trx);
        return takePlace(inside, makeStages(inside), trx, version, ended);
      }),
    breakOff: (version, reason) => write((trx) => keepShown(trx, version, reason)),
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
