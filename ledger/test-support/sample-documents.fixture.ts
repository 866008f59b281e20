import {
  anchorsText,
  type DocumentClaims,
  type Evidence,
  type EvidenceStatus,
  type Fact,
  type Identifier,
  type Key,
  type KeyClass,
  type Language,
  type LinkClass,
  makeDocumentId,
  makeFact,
  makeKeyId,
  makePassageId,
  makeVersionId,
  type NodeKind,
  type Passage,
  type PassageKind,
  type Predicate,
  type ScopeName,
  sha256,
  type TenantId,
  type TypedRecord,
  type Value,
  type VersionId,
} from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import type { ProjectionTarget } from '../projection/outbox.ts';
import type { ExtractedChunk } from '../stages/commit-extracted.ts';
import type { ParsedChunk } from '../stages/commit-parsed.ts';

export const PLANT = 'plant' as TenantId;

/** A document of a few sentences: what its "parser" and "extractor" find follows from it alone. */
export interface Sample {
  readonly uri: string;
  /** Each passage `pump|mode`: says that the pump (a tag) has the failure mode. Names may be Chinese. */
  readonly says: readonly (readonly [tag: string, mode: string])[];
  /** Pairs of names of failure modes said to be the same. */
  readonly same?: readonly (readonly [string, string, LinkClass])[];
  /** Rows of a work-order log: asset, day since 1970, hours, and the words where they matter. */
  readonly rows?: readonly (readonly [asset: string, day: number, hours: number | null, text?: string])[];
  readonly claims?: DocumentClaims;
  /** What its reading says the document is about. */
  readonly about?: readonly ScopeName[];
}

const DAY = 86_400_000;
const PASSAGES_A_CHUNK = 2;

export function keyOf(type: NodeKind, keyClass: KeyClass, text: string, site = 'north'): Key {
  const folded = text.toLowerCase();
  const language: Language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return { id: makeKeyId(PLANT, type, keyClass, site, folded), type, class: keyClass, site, folded, text, language };
}

export const pumpKey = (text: string) => keyOf('FunctionalLocation', 'tag', text);
export const modeKey = (text: string) => keyOf('FailureMode', 'name', text);

export function bytesOf(sample: Sample): string {
  return sha256(JSON.stringify([sample.says, sample.same ?? [], sample.rows ?? []]));
}

export function versionOf(sample: Sample): VersionId {
  return makeVersionId(makeDocumentId(PLANT, sample.uri), bytesOf(sample));
}

function passageOf(version: VersionId, order: number, text: string, kind: PassageKind = 'paragraph'): Passage {
  const anchors = [{ kind: 'block' as const, path: `paragraph/${order}`, start: 0, end: text.length }];
  return {
    id: makePassageId(version, kind, anchorsText(anchors), text),
    versionId: version,
    kind,
    text,
    language: 'mixed',
    headings: ['Pumps 泵'],
    anchors,
    order,
    structure: {},
    scope: [],
  };
}

function evidenceOf(passage: Passage, status: EvidenceStatus = 'stated'): Evidence {
  return {
    passageId: passage.id,
    start: 0,
    end: passage.text.length,
    quote: passage.text,
    anchors: passage.anchors,
    extractor: 'sample',
    extractorVersion: '1',
    confidence: 0.9,
    status,
  };
}

/** What parsing and extracting a sample give, in chunks; of the bytes of another one as a program that finds this sample in them. */
export function chunksOf(
  sample: Sample,
  version: VersionId = versionOf(sample),
): { parsed: ParsedChunk[]; tokens: string[][][]; extracted: ExtractedChunk[] } {
  const sentences = sample.says.map(([tag, mode], order) => passageOf(version, order, `${tag} has ${mode}`));
  const entries = (sample.rows ?? []).map(([asset, day, hours], index) =>
    passageOf(version, sentences.length + index, `${asset}\t${day}\t${hours ?? ''}`, 'log-entry'),
  );
  const passages = [...sentences, ...entries];
  const starts = Array.from({ length: Math.max(1, Math.ceil(passages.length / PASSAGES_A_CHUNK)) }, (_, index) => index * PASSAGES_A_CHUNK);
  const parsed = starts.map((start, ordinal): ParsedChunk => {
    const slice = passages.slice(start, start + PASSAGES_A_CHUNK);
    return {
      ordinal,
      inputHash: sha256(JSON.stringify(slice)),
      carry: { seen: start },
      passages: slice,
      records: slice
        .filter((passage) => passage.kind === 'log-entry')
        .map((passage) => recordOf(sample, passage, passage.order - sentences.length)),
      excluded: [
        { text: `page ${ordinal}`, anchor: { kind: 'block', path: `footer/${ordinal}`, start: 0, end: 6 }, reason: 'running-footer' },
      ],
    };
  });
  const extracted = parsed.map((chunk) => extractOf(sample, chunk));
  return { parsed, tokens: parsed.map((chunk) => chunk.passages.map((passage) => tokensOf(passage.text))), extracted };
}

export function tokensOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((token) => token !== '');
}

function extractOf(sample: Sample, chunk: ParsedChunk): ExtractedChunk {
  const keys: Key[] = [];
  const facts: { fact: Fact; evidence: Evidence }[] = [];
  const scopes: { passageId: Passage['id']; keys: Key['id'][] }[] = [];
  for (const passage of chunk.passages) {
    const said = sample.says[passage.order];
    if (said === undefined) continue;
    const [pump, mode] = [pumpKey(said[0]), modeKey(said[1])];
    keys.push(pump, mode);
    scopes.push({ passageId: passage.id, keys: [pump.id] });
    facts.push({ fact: factOf(pump, 'HAS_MODE', mode), evidence: evidenceOf(passage) });
  }
  const links =
    chunk.ordinal > 0 ? [] : (sample.same ?? []).map(([a, b, linkClass]) => ({ a: modeKey(a), b: modeKey(b), class: linkClass }));
  for (const link of links) keys.push(link.a, link.b);
  return {
    ordinal: chunk.ordinal,
    inputHash: chunk.inputHash,
    carry: null,
    keys,
    uses: keys.map((key) => ({ key: key.id })),
    links: links.map(({ a, b, class: linkClass }) => ({ a: a.id, b: b.id, class: linkClass, n: 1 })),
    facts,
    scopes,
    coded: chunk.records.map((record) => ({
      ordinal: record.ordinal,
      field: 'coded:activity' as const,
      value: { kind: 'concept' as const, text: '更换', concept: record.ordinal % 2 === 0 ? 'activity/replace' : 'activity/inspect' },
    })),
    // What the schema would hold back of each sentence: its fact the wrong way round.
    quarantine: facts.map(({ fact, evidence }) => ({
      fact: makeFact(fact.object.kind === 'key' ? fact.object.key : fact.subject, 'HAS_EFFECT', { kind: 'key', key: fact.subject }, []),
      evidence,
      reason: 'a test of keeping',
      detail: evidence.quote,
    })),
  };
}

function factOf(subject: Key, predicate: Predicate, object: Key): Fact {
  return makeFact(subject.id, predicate, { kind: 'key', key: object.id }, []);
}

function recordOf(sample: Sample, passage: Passage, ordinal: number): TypedRecord {
  const [asset = '', day = 0, hours = null, text = `检修 ${asset} overhaul`] = sample.rows?.[ordinal] ?? [];
  const identifier: Identifier = { kind: 'tag', text: asset, folded: asset.toUpperCase().replaceAll('-', '') };
  const date: Value = { kind: 'date', text: String(day), time: day * DAY, precision: 'day' };
  return {
    versionId: passage.versionId,
    ordinal,
    kind: 'work-order',
    columns: {
      asset: { kind: 'identifier', text: asset, identifier },
      date,
      duration: hours === null ? null : { kind: 'number', text: String(hours), number: hours },
      text: { kind: 'text', text },
      'x:备注 "note"': { kind: 'text', text: 'x' },
    },
    anchor: { kind: 'row', sheet: 'orders', row: ordinal + 1 },
    passageId: passage.id,
  };
}

/** One commit of an ingest; each may be repeated. */
export type Step = (ledger: Ledger) => Promise<unknown>;

/** A program by its number, and what it finds in the bytes of a sample. */
export interface Program {
  readonly number: number;
  readonly finds: Sample;
}

/** The commits of an ingest in order, from acceptance to visibility. */
export function ingestSteps(sample: Sample, program: Program = { number: 1, finds: sample }): Step[] {
  const id = versionOf(sample);
  return [
    (ledger) =>
      ledger.documents.accept({
        tenant: PLANT,
        uri: sample.uri,
        fileName: 'sample.txt',
        sha256: bytesOf(sample),
        bytes: 10,
        actor: 'tester',
        claims: { site: 'north', ...sample.claims },
      }),
    ...readingSteps(sample, program),
    (ledger) => ledger.stages.commitResolved(id),
    (ledger) => ledger.documents.settle(id, 'visible', undefined, undefined),
    (ledger) => ledger.makeVisible(id),
  ];
}

/** The commits by which a program reads a sample that readers are shown already, to the one that shows what it found. */
export function rereadingSteps(sample: Sample, program: Program): Step[] {
  const ended = { outcome: 'visible', reason: undefined, report: undefined } as const;
  return [...readingSteps(sample, program), (ledger) => ledger.stages.takePlace(versionOf(sample), ended)];
}

function readingSteps(sample: Sample, { number, finds }: Program): Step[] {
  const id = versionOf(sample);
  const { parsed, tokens, extracted } = chunksOf(finds, id);
  return [
    (ledger) => ledger.documents.describe(id, { language: 'mixed', title: `Manual ${finds.uri}` }, 'text', finds.about),
    (ledger) => ledger.stages.commitSurvey(id, { total: parsed.length }),
    ...parsed.map(
      (chunk, index): Step =>
        (ledger) =>
          ledger.stages.commitParsed(id, `parser-${number}`, chunk, tokens[index] ?? []),
    ),
    ...extracted.map(
      (chunk): Step =>
        (ledger) =>
          ledger.stages.commitExtracted(id, `extractor-${number}`, chunk),
    ),
  ];
}

export async function ingest(ledger: Ledger, sample: Sample, program?: Program): Promise<VersionId> {
  for (const step of ingestSteps(sample, program)) await step(ledger);
  return versionOf(sample);
}

export async function exported(ledger: Ledger): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of ledger.exportCanonical()) lines.push(line);
  return lines;
}

/** Marks what waits, or what waited at some time, as projected. */
export async function deliver(
  ledger: Ledger,
  target: ProjectionTarget,
  rows?: Awaited<ReturnType<Ledger['outbox']['pending']>>,
): Promise<void> {
  const turn = await ledger.turns.take('projector', 1_000);
  if (turn === undefined) throw new Error('nobody else takes a turn here');
  await ledger.outbox.delivered(rows ?? (await ledger.outbox.pending(target, 99)), turn);
  await ledger.turns.giveBack(turn);
}
