import type { ElectricalRole } from '../../../ontology/index.ts';
import type { PlacedText } from '../interpret/placed-text.ts';

/** What one thing of a sheet has to do with another one, as lines and places show it. */
export interface DrawnLink {
  readonly kind: 'feeds' | 'joins' | 'measures' | 'controls' | 'drives';
  readonly from: DrawnEnd;
  readonly to: DrawnEnd;
  /** Number of the line, or cable, between them. */
  readonly line?: string;
  /** From 0 to 1: how surely the lines show it. */
  readonly confidence: number;
  /** The file states it. */
  readonly isStated?: true;
  /** It stands on a one-line diagram. */
  readonly isElectrical?: true;
}

/** A thing by its tag, a line by its number, or another sheet by the letter of a connector. */
export interface DrawnEnd {
  readonly kind: 'tag' | 'line' | 'connector';
  readonly name: string;
  /** Absent of a connector that no text names. */
  readonly text?: PlacedText;
}

/** What the lines of a sheet say. */
export interface Piping {
  readonly links: readonly DrawnLink[];
  /** Tags of instruments: in circles, of a function by ISA-5.1. */
  readonly instruments: readonly DrawnEnd[];
  /** Marks that the file gives to valves, each with its valve. */
  readonly states?: readonly { readonly mark: PlacedText; readonly of: DrawnEnd }[];
  /** What things of a one-line diagram are. */
  readonly roles?: readonly { readonly end: DrawnEnd; readonly role: ElectricalRole }[];
  /** Loops that the file states, each with one of its members. */
  readonly loops?: readonly { readonly member: DrawnEnd; readonly name: string }[];
}
