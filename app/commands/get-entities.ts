import { type Access, type Caller, compareText, type Entity, PREDICATES, type Predicate, sha256 } from '../../kernel/index.ts';
import { SCHEMA } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type DescribedFact, describeFacts } from '../knowledge/describe-facts.ts';
import { nameEntity } from '../knowledge/named-entity.ts';
import { resolveEntities } from '../knowledge/resolve-entities.ts';
import { readerAccess } from '../reader-access.ts';
import type { FoundEntity } from './find-entities.ts';

/** Facts with a value given, and facts counted a key: a thing with more is a hub, and its numbers are lower bounds. */
const VALUES = 200;
const COUNTED = 10_000;
const WITH_VALUES = PREDICATES.filter((predicate) => SCHEMA.predicates[predicate].values.length > 0);

export interface EntityDetail extends FoundEntity {
  /** What is said of it as a value: specifications, intervals. */
  readonly values: readonly DescribedFact[];
  /** How many facts join it to other things, of each kind; ordered by predicate, `out` of it first. */
  readonly relations: readonly { readonly predicate: Predicate; readonly direction: 'out' | 'in'; readonly count: number }[];
  /** True when there are more values or facts than were read. */
  readonly truncated: boolean;
}

/**
 * Things by any key or id, or by a whole tag, code or name: their names, what is said of each, and how many facts join it to
 * others. Each carries the id under which it goes now. @throws FaultlineError `not-found`.
 */
export async function getEntities(
  application: Application,
  caller: Caller,
  name: string,
  signal: AbortSignal,
): Promise<readonly EntityDetail[]> {
  const access = await readerAccess(application, caller);
  const details: EntityDetail[] = [];
  for (const entity of await resolveEntities(application.ledger.keys, access, name)) {
    signal.throwIfAborted();
    details.push(await detail(application, access, entity, signal));
  }
  noteAudit(application, caller, 'graph-explored', sha256(name), { entities: details.map(({ id }) => id) });
  return details;
}

async function detail({ ledger, graph }: Application, access: Access, entity: Entity, signal: AbortSignal): Promise<EntityDetail> {
  const keys = entity.keys.map(({ id }) => id);
  const values = (await ledger.keys.about(access, keys, WITH_VALUES, VALUES)).filter(({ fact }) => fact.object.kind === 'value');
  const caps = { fanOut: COUNTED, nodes: Number.MAX_SAFE_INTEGER, edges: Number.MAX_SAFE_INTEGER };
  const near = await graph.neighbours(access, { keys, direction: 'both', caps }, signal);
  return {
    ...nameEntity(entity),
    keys: entity.keys,
    values: await describeFacts(ledger, access, values, new Map([[entity.id, entity]])),
    relations: countRelations(near.edges, new Set<string>(keys)),
    truncated: near.truncated || values.length === VALUES,
  };
}

function countRelations(
  edges: readonly { readonly from: string; readonly to: string; readonly predicate: Predicate }[],
  own: ReadonlySet<string>,
) {
  const counts = new Map<string, EntityDetail['relations'][number]>();
  for (const { from, to, predicate } of edges) {
    for (const direction of ['out', 'in'] as const) {
      if (!own.has(direction === 'out' ? from : to)) continue;
      const name = `${predicate} ${direction === 'out' ? 0 : 1}`;
      counts.set(name, { predicate, direction, count: (counts.get(name)?.count ?? 0) + 1 });
    }
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([, relation]) => relation);
}
