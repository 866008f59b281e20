/** What a thing of a plant is, as far as connections go. */
export type ThingKind = 'equipment' | 'nozzle' | 'component' | 'connector' | 'instrument' | 'line' | 'segment';

/** A thing of a plant as a file of either form of DEXPI states it; others are named by its id. */
export interface Thing {
  readonly id: string;
  readonly kind: ThingKind;
  /** Name of its class (`CentrifugalPump`). */
  readonly className: string;
  /** Tag of equipment, valve or instrument, number of a line, letter or number of a connector. */
  readonly name?: string;
  /** Of a line or segment: what its printed number holds, where the file states no whole number. */
  readonly lineNumber?: string;
  /** Of a valve: how it stands in normal running, in the words of the file (`NormallyClose`). */
  readonly state?: string;
  /** Of a nozzle its equipment, of a part of equipment the whole, of a segment its line, of a component its segment. */
  readonly owner?: string;
}

/** A stretch of pipe from one thing to another over those that stand in it. */
export interface Stretch {
  readonly segment: string;
  /** Ids from the source to the target. */
  readonly things: readonly string[];
  /** The medium flows that way and no other. */
  readonly isDirected: boolean;
}

/** What a file states of a plant. */
export interface Plant {
  /** By id, in the order of the file. */
  readonly things: ReadonlyMap<string, Thing>;
  readonly stretches: readonly Stretch[];
  /** An instrument and where it takes its value from. */
  readonly sensings: readonly { readonly instrument: string; readonly at: string }[];
  /** An instrument and the valve that it sets. */
  readonly actions: readonly { readonly instrument: string; readonly on: string }[];
  readonly loops: readonly { readonly name: string; readonly members: readonly string[] }[];
  /** What the file says of the drawing (`RevisionNumber`). */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
