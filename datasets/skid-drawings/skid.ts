import type { SheetSet } from '../drawn-sheets/sheet-set.ts';

/** What stands in a pipe or at its end: machines, valves, and connectors to other sheets. */
export type MachineKind = 'pump' | 'tank' | 'vessel' | 'exchanger' | 'strainer' | 'filter';
export type ValveKind = 'gate' | 'ball' | 'check' | 'control';
export type ItemKind = MachineKind | ValveKind | 'connector';

export interface Item {
  readonly kind: ItemKind;
  /** Of a connector its letter, equal on both sheets. */
  readonly tag: string;
  /** Printed with its tag. */
  readonly name?: string;
  /** How a valve stands when the plant runs. */
  readonly normal?: 'open' | 'closed';
  /** Of a connector: number of the sheet at the other end, or what lies beyond the skid. */
  readonly beyond?: string;
}

/** Branches of one item are a station in a straight pipe; several branches part before them and meet again behind. */
export interface Station {
  readonly branches: readonly (readonly Item[])[];
  /** Number of the line that leads away from it; absent of the last. */
  readonly line?: string;
}

/** A circle with a tag, which takes its signal from the pipe behind a station or from the machine there. */
export interface Instrument {
  readonly tag: string;
  readonly at: number;
  readonly on: 'pipe' | 'machine';
  /** A controller that takes its signal from this instrument, and the valve that it sets. */
  readonly controller?: { readonly tag: string; readonly valve: string };
}

export interface Chain {
  readonly stations: readonly Station[];
  readonly instruments: readonly Instrument[];
}

export interface SkidSheet {
  readonly number: string;
  readonly chains: readonly Chain[];
}

/** The skid of a plant as it is drawn: what every form of its drawing is written from, so that the truth is known. */
export interface Skid extends SheetSet {
  readonly sheets: readonly SkidSheet[];
}

/** How a valve stands, as profiles of DEXPI say it: names of their enumeration, and the signs of these. */
export const POSITIONS = { open: ['NormallyOpen', 'NO'], closed: ['NormallyClose', 'NC'] } as const;

/** Names of the classes that DEXPI has for what stands on the sheets. */
export const CLASSES: Readonly<Record<ItemKind, string>> = {
  pump: 'CentrifugalPump',
  tank: 'Tank',
  vessel: 'Vessel',
  exchanger: 'PlateHeatExchanger',
  strainer: 'Filter',
  filter: 'Filter',
  gate: 'GateValve',
  ball: 'BallValve',
  check: 'CheckValve',
  control: 'GlobeValve',
  connector: 'PipeOffPageConnector',
};
