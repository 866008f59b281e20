/** A thing that the file of a drawing names: by its tag, a line by its number, the way to another sheet by its letter. */
export interface StatedName {
  readonly kind: 'tag' | 'line' | 'connector';
  readonly name: string;
  /** Ids of the texts that print or state it, in reading order. */
  readonly texts: readonly string[];
  readonly isInstrument: boolean;
}

/** How two named things are connected. Over what bears no name (tees, flanges) a connection goes on. */
export interface StatedLink {
  /** `joins`: a pipe that the file gives no one direction. */
  readonly kind: 'feeds' | 'joins' | 'measures' | 'controls';
  readonly from: StatedName;
  readonly to: StatedName;
  /** Number of the line between them. */
  readonly line?: string;
}

/** How a valve stands, and the text that prints or states it. */
export interface StatedState {
  readonly of: StatedName;
  readonly text: string;
}

/** What a file that knows what it draws states of a sheet. */
export interface StatedPlant {
  readonly names: readonly StatedName[];
  readonly links: readonly StatedLink[];
  readonly states: readonly StatedState[];
  readonly loops: readonly { readonly name: string; readonly member: StatedName }[];
}
