import type { Box } from '../../kernel/index.ts';
import type { ElectricalRole } from '../../ontology/index.ts';
import type { Segment } from '../plane/geometry.ts';

/** Pieces of conductor that are joined without a thing between, and the things, by number, that they end at. */
export interface ConductorNet {
  readonly terminals: readonly { readonly item: number }[];
  readonly pieces: readonly Segment[];
}

/** The conductors of a one-line diagram. Numbers of items are places in `boxes`. */
export interface Conductors {
  readonly nets: readonly ConductorNet[];
  readonly boxes: readonly Box[];
  /** What each named item is; `undefined` where its tag does not say it. */
  readonly roles: ReadonlyMap<number, ElectricalRole | undefined>;
  /** Nets that bear a name of their own. */
  readonly named: ReadonlySet<ConductorNet>;
  /** Nets at whose loose end words say that the supply comes in. */
  readonly incoming: ReadonlySet<ConductorNet>;
  /** Height of the usual tag, in units of the sheet. */
  readonly height: number;
}

/** One end of a conductor: a thing, or a bus with a name. */
export type ConductorEnd = { readonly item: number } | { readonly bus: ConductorNet };

/** What a conductor shows between two things. `isDirected`: `from` is on the side of the supply; else the order says nothing. */
export interface ConductorLink {
  readonly from: ConductorEnd;
  readonly to: ConductorEnd;
  readonly isDirected: boolean;
  /** The conductor itself; absent between things on two sides of a bus without a name. */
  readonly net?: ConductorNet;
}
