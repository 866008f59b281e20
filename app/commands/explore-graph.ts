import { expand } from '../../graph/index.ts';
import {
  type Caller,
  type Entity,
  FaultlineError,
  fold,
  foldIdentifier,
  type KeyId,
  type Predicate,
  type SupportedFact,
  sha256,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';

const CAPS = { fanOut: 50, nodes: 200, edges: 400 };

export interface GraphRequest {
  /** Tag, part number, alarm code or name. */
  readonly name: string;
  readonly hops: number;
}

export interface Neighbourhood {
  /** Things of that name, strongest kind of name first. */
  readonly entities: readonly Entity[];
  readonly edges: readonly {
    readonly from: string;
    readonly predicate: Predicate;
    readonly to: string;
    readonly fact: SupportedFact;
  }[];
  readonly truncated: boolean;
}

/**
 * What is known of a thing by its tag, number or name: its facts within `hops`, each with the evidence that the caller may read.
 * @throws FaultlineError `not-found`.
 */
export async function exploreGraph(
  application: Application,
  caller: Caller,
  { name, hops }: GraphRequest,
  signal: AbortSignal,
): Promise<Neighbourhood> {
  const { ledger, graph } = application;
  const access = await readerAccess(application, caller);
  const keys = await ledger.keys.find(access, [...new Set([fold(name), foldIdentifier(name)])]);
  if (keys.length === 0) throw new FaultlineError('not-found', `No document names "${name}".`);
  const entities = [
    ...new Map(
      [
        ...(
          await ledger.keys.entities(
            access,
            keys.map((key) => key.id),
          )
        ).values(),
      ].map((one) => [one.id, one]),
    ).values(),
  ];
  const seeds = entities.flatMap((entity) => entity.keys.map((key) => key.id));
  const { edges, truncated } = await expand(graph, access, { seeds, hops, direction: 'both', caps: CAPS }, signal);
  const facts = new Map(
    (
      await ledger.keys.facts(
        access,
        edges.map((edge) => edge.fact),
      )
    ).map((supported) => [supported.fact.id, supported]),
  );
  const ends = [...new Set<KeyId>(edges.flatMap((edge) => [edge.from, edge.to]))];
  const names = new Map((await ledger.keys.get(access, ends)).map((key) => [key.id, key.text]));
  noteAudit(application, caller, 'graph-explored', sha256(name), { hops, entities: entities.map(({ id }) => id), facts: facts.size });
  return {
    entities,
    truncated,
    edges: edges.flatMap((edge) => {
      const fact = facts.get(edge.fact);
      return fact === undefined
        ? []
        : [{ from: names.get(edge.from) ?? edge.from, predicate: edge.predicate, to: names.get(edge.to) ?? edge.to, fact }];
    }),
  };
}
