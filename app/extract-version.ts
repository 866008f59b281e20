import { extractChunk, EXTRACTOR_VERSION, type ExtractionOutput } from '../ontology/index.ts';
import type { Evidence, Fact, Field, Value } from '../kernel/index.ts';
import type { DocumentVersion, ExtractedChunk } from '../ledger/index.ts';
import type { Application } from './application.ts';
import type { ReportProgress } from './ingest-version.ts';

const PASSAGES_A_CHUNK = 400;

/** Finds keys, links and facts in a parsed version, chunk by chunk from where an earlier run stopped; each chunk is a commit. */
export async function extractVersion(
  application: Application,
  { document, version }: DocumentVersion,
  total: number,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<void> {
  const { ledger, config } = application;
  const last = await ledger.stages.last(version.id, 'extracted');
  const resumes = last !== undefined && last.tool === EXTRACTOR_VERSION;
  let carry = resumes ? last.carry : undefined;
  for (let ordinal = resumes ? last.ordinal + 1 : 0; ; ordinal++) {
    signal.throwIfAborted();
    const { passages, records, inputHash } = await ledger.stages.material(version.id, ordinal * PASSAGES_A_CHUNK, PASSAGES_A_CHUNK);
    if (passages.length === 0) return;
    const found = extractChunk({
      tenant: config.tenant,
      versionId: version.id,
      site: document.site,
      title: version.title,
      passages,
      records,
      carry,
      patterns: [],
    });
    carry = found.carry;
    await ledger.stages.commitExtracted(version.id, EXTRACTOR_VERSION, { ordinal, inputHash, ...extractedRows(found) });
    await report({ stage: 'extract', done: ordinal * PASSAGES_A_CHUNK + passages.length, total }, version);
  }
}

/** The extractor's findings as the ledger's rows: uses counted a key, evidence gathered a fact, coded fields gathered a record. */
function extractedRows(found: ExtractionOutput): Omit<ExtractedChunk, 'ordinal' | 'inputHash'> {
  const uses = new Map<ExtractionOutput['uses'][number]['key'], number>();
  for (const { key } of found.uses) uses.set(key, (uses.get(key) ?? 0) + 1);
  const facts = new Map<string, { readonly fact: Fact; readonly evidence: Evidence[] }>();
  for (const { fact, evidence } of found.facts) {
    const known = facts.get(fact.id);
    if (known === undefined) facts.set(fact.id, { fact, evidence: [evidence] });
    else known.evidence.push(evidence);
  }
  const coded = new Map<number, Partial<Record<Field, Value>>>();
  for (const { ordinal, field, value } of found.coded) coded.set(ordinal, { ...coded.get(ordinal), [field]: value });
  return {
    carry: found.carry,
    keys: found.keys,
    uses: [...uses].map(([key, n]) => ({ key, n })),
    links: found.links,
    facts: [...facts.values()],
    scopes: found.scopes.map(({ passageId, keys }) => ({ passageId, scope: keys })),
    coded: [...coded].map(([ordinal, columns]) => ({ ordinal, columns })),
    quarantine: found.quarantine.map(({ reason, passageId, detail }) => ({ reason, content: { passageId, detail } })),
  };
}
