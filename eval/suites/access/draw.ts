import { z } from 'zod';
import { exportKnowledge } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import {
  type DecisionId,
  type DocumentId,
  type FactId,
  type JobId,
  type KeyId,
  type PassageId,
  parseDecisionId,
  parseDocumentId,
  parseEntityId,
  parseFactId,
  parseJobId,
  parseKeyId,
  parsePassageId,
  parseReviewId,
  parseVersionId,
  type ReviewId,
  sha256,
  type TenantId,
  type VersionId,
} from '../../../kernel/index.ts';
import type { Site } from './open-site.ts';
import type { WrittenPlant } from './write-plant.ts';

/** What a prober may ask about: things of the own tenant, hidden or not, of the neighbour, and things that nobody has. */
export interface Draw {
  readonly random: Random;
  document(): DocumentId;
  version(): VersionId;
  passage(): PassageId;
  key(): KeyId;
  fact(): FactId;
  job(): JobId;
  review(): ReviewId;
  decision(): DecisionId;
  /** Tag, code, part, name of a thing or a word of a document. */
  name(): string;
  /** A thing of the graph by name, key or entity. */
  thing(): string;
  /** Some words to search by. */
  words(): string;
  question(): string;
}

const lineShape = z.looseObject({
  line: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  entity: z.string().optional(),
});

type Kind = 'doc' | 'ver' | 'psg' | 'key' | 'fct' | 'job' | 'rev' | 'dec' | 'ent';
export type Pools = Readonly<Record<Kind, readonly string[]>> & { readonly texts: readonly string[]; readonly names: readonly string[] };

/** Everything that stands on a site, of all its tenants, to draw from. */
export async function readPools(site: Site, tenants: readonly TenantId[], signal: AbortSignal): Promise<Pools> {
  const pools: Record<Kind | 'texts' | 'names', Set<string>> = {
    doc: new Set(),
    ver: new Set(),
    psg: new Set(),
    key: new Set(),
    fct: new Set(),
    job: new Set(),
    rev: new Set(),
    dec: new Set(),
    ent: new Set(),
    texts: new Set(),
    names: new Set(),
  };
  const kinds: Readonly<Record<string, Kind>> = { document: 'doc', version: 'ver', passage: 'psg', key: 'key', fact: 'fct' };
  for (const tenant of tenants) {
    const caller = { tenant, labels: 'all' as const, role: 'admin' as const, actor: 'prober' };
    for await (const lines of exportKnowledge(site.application, caller, undefined, signal)) {
      for (const text of lines) {
        const line = lineShape.parse(JSON.parse(text));
        const kind = kinds[line.line];
        if (kind !== undefined && line.id !== undefined) pools[kind].add(line.id);
        if (line.line === 'component' && line.entity !== undefined) pools.ent.add(line.entity);
        if (line.line === 'passage' && line.text !== undefined) pools.texts.add(line.text);
        if (line.line === 'key-use' && line.text !== undefined) pools.names.add(line.text);
      }
    }
    const most = { limit: 1_000 };
    for (const { id } of await site.service.listJobs(caller, most, signal)) pools.job.add(id);
    for (const { id } of (await site.service.listReviews(caller, most, signal)).reviews) pools.rev.add(id);
    for (const { id } of await site.service.listDecisions(caller, most, signal)) pools.dec.add(id);
  }
  const sorted = (kind: Kind | 'texts' | 'names') => [...pools[kind]].sort();
  return {
    doc: sorted('doc'),
    ver: sorted('ver'),
    psg: sorted('psg'),
    key: sorted('key'),
    fct: sorted('fct'),
    job: sorted('job'),
    rev: sorted('rev'),
    dec: sorted('dec'),
    ent: sorted('ent'),
    texts: sorted('texts'),
    names: sorted('names'),
  };
}

const ABSENT = 0.08;

export function makeDraw(pools: Pools, { words, questions }: WrittenPlant, random: Random): Draw {
  function id<Id>(kind: Kind, parse: (text: string) => Id | undefined): Id {
    const absent = `${kind}_${sha256(`absent ${random.next()}`).slice(0, 32)}`;
    const text = pools[kind].length === 0 || random.chance(ABSENT) ? absent : random.pick(pools[kind]);
    const parsed = parse(text);
    if (parsed === undefined) throw new RangeError(`"${text}" is no id`);
    return parsed;
  }
  /** A few words or characters in a row from anywhere in a document. */
  function slice(): string {
    const text = random.pick(pools.texts);
    const from = random.integer(0, Math.max(0, text.length - 2));
    return text.slice(from, from + random.integer(2, 30)).trim() || text.trim();
  }
  const name = (): string => random.pick([() => random.pick(pools.names), () => random.pick(words), slice])();
  return {
    random,
    document: () => id('doc', parseDocumentId),
    version: () => id('ver', parseVersionId),
    passage: () => id('psg', parsePassageId),
    key: () => id('key', parseKeyId),
    fact: () => id('fct', parseFactId),
    job: () => id('job', parseJobId),
    review: () => id('rev', parseReviewId),
    decision: () => id('dec', parseDecisionId),
    name,
    thing: () =>
      random.pick([
        name,
        () => random.pick(pools.names),
        () => random.pick(pools.names),
        () => id('key', parseKeyId),
        () => id('ent', parseEntityId),
      ])(),
    words: () =>
      Array.from({ length: random.integer(1, 4) }, name)
        .join(' ')
        .slice(0, 400),
    question: () =>
      random.chance(0.7) ? random.pick(questions) : random.pick([`What is known about ${name()}?`, `${name()} 的原因是什么？`, slice()]),
  };
}
