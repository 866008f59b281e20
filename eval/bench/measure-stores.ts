import { z } from 'zod';
import { type Application, type Config, configuredCaller, openApplication } from '../../app/index.ts';
import { expand, rankNear } from '../../graph/index.ts';
import { type Access, parseTenantId, sha256, type TenantId } from '../../kernel/index.ts';
import { analyse } from '../../retrieval/index.ts';
import { randomOf } from './make-corpus.ts';
import { type Latencies, latenciesOf, timed } from './measurement.ts';
import { each, edgeBatches, sampleEdges, sampleKey, sampleLabels, samplePassages, sampleText } from './store-samples.ts';

/** What one kind of store did: counts a second, and milliseconds a question. */
export const storeReportShape = z.object({
  rates: z.record(z.string(), z.number()),
  latencies: z.record(z.string(), z.object({ measured: z.number(), p50: z.number(), p95: z.number(), busy: z.number() })),
});
export type StoreReport = z.infer<typeof storeReportShape>;

export const STORES = ['graph', 'index', 'ledger'] as const;
export type MeasuredStore = (typeof STORES)[number];

const SEED = 1;
const GRAPH_SIZE = { versions: 100, keys: 50_000, edges: 200_000 };
/** Written and dropped before, so that a server which was just started has compiled what it runs. */
const WARMING_SIZE = { versions: 25, keys: 12_500, edges: 50_000 };
const INDEX_SIZE = { versions: 100, passages: 50_000 };
const ASKED = 100;
const CANDIDATES = 60;
const CAPS = { fanOut: 50, nodes: 5_000, edges: 5_000, group: 50 };
const WALK = { restart: 0.15, tolerance: 1e-4, edges: 20_000 };
/** Numbers of equal importance: how words are weighed costs every store the same. */
const EVEN = { averageLength: 20 };
const COMMITS = 300;

/** Measures one store where the configuration has it, which must be empty, and leaves it empty but for the ledger. */
export async function measureStore(config: Config, store: MeasuredStore, signal: AbortSignal): Promise<StoreReport> {
  const application = await openApplication(config);
  try {
    switch (store) {
      case 'graph':
        return await measureGraph(application, signal);
      case 'index':
        return await measureIndex(application, signal);
      case 'ledger':
        return await measureLedger(application);
    }
  } finally {
    await application.close();
  }
}

async function measureGraph({ graph, config }: Application, signal: AbortSignal): Promise<StoreReport> {
  const random = randomOf(SEED);
  const versions = sampleEdges(config.tenant, GRAPH_SIZE, random);
  const write = async (all: typeof versions): Promise<void> => {
    for (const { id, content } of all) await graph.replace({ kind: 'version', id }, 1, edgeBatches(content));
    await graph.flush();
  };
  const drop = async (all: typeof versions): Promise<void> => {
    for (const { id } of all) await graph.drop({ kind: 'version', id }, 2);
    await graph.flush();
  };
  const warming = sampleEdges(warmingTenant(config), WARMING_SIZE, randomOf(SEED));
  await write(warming);
  await drop(warming);
  const load = await timed(() => write(versions));
  const access = accessOf(config);
  const seeds = Array.from({ length: ASKED }, () => sampleKey(Math.floor(random() * GRAPH_SIZE.keys)));
  const latencies: Record<string, Latencies> = {};
  for (const hops of [1, 2, 3]) {
    latencies[`${hops} hop${hops > 1 ? 's' : ''}`] = await latenciesOf(seeds, (seed) =>
      expand(graph, access, { seeds: [seed], hops, direction: 'both', caps: CAPS }, signal),
    );
  }
  latencies['personalised PageRank'] = await latenciesOf(seeds, (seed) =>
    rankNear(graph, access, { seeds: new Map([[seed, 1]]), ...WALK }, signal),
  );
  await drop(versions);
  return { rates: { 'edges/s': GRAPH_SIZE.edges / load.seconds }, latencies };
}

async function measureIndex({ index, config, embedder, grammar }: Application, signal: AbortSignal): Promise<StoreReport> {
  const random = randomOf(SEED);
  const versions = await samplePassages(config.tenant, INDEX_SIZE, embedder, grammar, random, signal);
  const load = await timed(async () => {
    for (const { id, content } of versions) await index.replace({ kind: 'version', id }, 1, each(content));
    await index.flush();
  });
  const access = accessOf(config);
  const texts = Array.from({ length: ASKED }, () => sampleText(random));
  const vectors = await embedder.embed(texts, signal);
  const asked = texts.map((text, place) => ({
    words: { gains: new Map([...new Set(analyse(text, grammar))].sort().map((word) => [word, 1])), ...EVEN },
    vector: vectors[place] ?? new Float32Array(embedder.dimension),
  }));
  const where = { languages: ['zh' as const] };
  const latencies = {
    lexical: await latenciesOf(asked, ({ words }) => index.candidates(access, { words, n: CANDIDATES }, signal)),
    'vector, filtered': await latenciesOf(asked, ({ vector }) => index.candidates(access, { vector, where, n: CANDIDATES }, signal)),
    hybrid: await latenciesOf(asked, ({ words, vector }) => index.candidates(access, { words, vector, n: CANDIDATES }, signal)),
  };
  for (const { id } of versions) await index.drop({ kind: 'version', id }, 2);
  await index.flush();
  return { rates: { 'passages/s, with vectors': INDEX_SIZE.passages / load.seconds }, latencies };
}

/** Commits that are on the disk when they return: a document taken in with its job; then the job claimed and given up for good. */
async function measureLedger({ ledger, config }: Application): Promise<StoreReport> {
  const accept = (place: number) =>
    ledger.documents.accept({
      tenant: config.tenant,
      uri: `bench:${place}`,
      fileName: `bench-${place}.txt`,
      sha256: sha256(`bench ${place}`),
      bytes: 1,
      actor: configuredCaller(config).actor,
      claims: {},
    });
  const alone = await timed(async () => {
    for (let place = 0; place < COMMITS; place++) await accept(place);
  });
  const together = await timed(() => Promise.all(Array.from({ length: COMMITS }, (_, place) => accept(COMMITS + place))));
  const jobs = await timed(async () => {
    for (let place = 0; place < 2 * COMMITS; place++) {
      const lease = await ledger.jobs.claim('bench', 60_000);
      if (lease !== undefined) await ledger.jobs.fail(lease, 'a job of the bench', false);
    }
  });
  return {
    rates: {
      'documents taken in/s, one after the other': COMMITS / alone.seconds,
      'documents taken in/s, side by side': COMMITS / together.seconds,
      'jobs claimed and ended/s': (2 * COMMITS) / jobs.seconds,
    },
    latencies: {},
  };
}

/** Of no caller, so that its versions are others than those that are measured. */
function warmingTenant({ tenant }: Config): TenantId {
  const found = parseTenantId(`${tenant}-warming`);
  if (found === undefined) throw new RangeError(`"${tenant}" is too long a tenant for the bench`);
  return found;
}

function accessOf({ tenant }: Config): Access {
  return { tenant, grants: [sampleLabels(tenant)], hidden: [] };
}
