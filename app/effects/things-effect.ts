import { type Access, compareText, type Entity, type KeyId, type PairDecision } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { type DescribedFact, describeFacts } from '../knowledge/describe-facts.ts';

/** Facts of a thing that are told; more than so many are not counted on. */
const FACTS_SHOWN = 5;
const MOST_COUNTED = 1_000;

/** A thing with all its names and what is known of it. */
export interface ThingThen {
  readonly id: string;
  /** As documents write them, strongest first. */
  readonly names: readonly string[];
  /** How many facts speak of it; at the most 1,000, which are then at least as many. */
  readonly facts: number;
  /** Some of them. */
  readonly told: readonly DescribedFact[];
}

/** Which things two keys stand for, as it is and as it would be. */
export interface ThingsEffect {
  readonly kind: 'things';
  readonly before: readonly ThingThen[];
  readonly after: readonly ThingThen[];
}

/** What linking or parting two keys would make of the things that they stand for, out of what this reader may read. */
export async function thingsEffect(
  ledger: Pick<Ledger, 'keys' | 'passages'>,
  access: Access,
  decision: PairDecision,
): Promise<ThingsEffect> {
  const keys = [decision.a, decision.b];
  const now = await ledger.keys.entities(access, keys);
  const then = await ledger.keys.entities(access, keys, decision);
  // Names that leave a thing by it are told as things of their own.
  const named = [...new Set([...now.values()].flatMap((entity) => entity.keys.map(({ id }) => id)))];
  const others = await ledger.keys.entities(access, named, decision);
  return {
    kind: 'things',
    before: await thingsOf(ledger, access, now),
    after: await thingsOf(ledger, access, new Map([...then, ...others])),
  };
}

async function thingsOf(
  ledger: Pick<Ledger, 'keys' | 'passages'>,
  access: Access,
  entities: ReadonlyMap<KeyId, Entity>,
): Promise<readonly ThingThen[]> {
  const distinct = new Map([...entities.values()].map((entity) => [entity.id, entity]));
  const things: ThingThen[] = [];
  for (const { id, keys } of [...distinct.values()].sort((a, b) => compareText(a.id, b.id))) {
    const ids = keys.map((key) => key.id);
    const found = await ledger.keys.about(access, ids, [], MOST_COUNTED);
    things.push({
      id,
      names: [...new Set(keys.map(({ text }) => text))],
      facts: found.length,
      told: (await describeFacts(ledger, access, found.slice(0, FACTS_SHOWN))).map((fact) => ({
        ...fact,
        evidence: fact.evidence.slice(0, 1),
      })),
    });
  }
  return things;
}
