import type { SheetSet } from '../drawn-sheets/sheet-set.ts';

/** What stands in a feeder before its load. */
export type DeviceKind = 'breaker' | 'contactor' | 'overload' | 'drive' | 'starter';

export interface Device {
  readonly kind: DeviceKind;
  /** Absent of one that is drawn without a tag. */
  readonly tag?: string;
  /** As it is printed under the tag. */
  readonly rating?: string;
}

export interface Load {
  readonly kind: 'motor' | 'board' | 'transformer';
  readonly tag: string;
  readonly name?: string;
  readonly rating?: string;
  /** The machine that a motor turns, where its tag is printed under that of the motor. */
  readonly drives?: { readonly tag: string; readonly name?: string };
}

/** From the bus on: the breaker first. One without a load is a spare. */
export interface Feeder {
  readonly devices: readonly Device[];
  /** Between the last device and the load. */
  readonly cable?: { readonly tag: string; readonly type: string };
  readonly load?: Load;
  /** Number of the cubicle, printed above. */
  readonly cubicle?: string;
}

/** What a bus is supplied from, through a breaker: something with a tag, or a line that comes in from elsewhere. */
export interface Supply {
  readonly source?: { readonly kind: 'transformer' | 'board'; readonly tag: string; readonly rating?: string };
  readonly breaker: Device;
}

export interface Section {
  /** Its tag, unless it is named in words alone, and what is printed behind. */
  readonly bus: { readonly tag?: string; readonly words: string };
  readonly supply?: Supply;
  readonly feeders: readonly Feeder[];
}

/** A one-line diagram as it is drawn, on one sheet: what every form of it is written from, so that the truth is known. */
export interface OneLine extends SheetSet {
  readonly number: string;
  readonly sections: readonly Section[];
  /** The breaker between the first two sections. */
  readonly tie?: Device;
}
