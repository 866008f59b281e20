/** How surely a drawing says something: it is written there, or concluded from where lines end and texts stand. */
export type DrawnBasis = 'stated' | 'inferred';

/** What is said of two things of a drawing. `line`: number of the pipe, or cable, between them; `overSheets`: it goes on at another sheet. */
export interface SaidOfDrawing {
  readonly from: string;
  readonly to: string;
  readonly line?: string;
  readonly isOverSheets: boolean;
  readonly basis: DrawnBasis;
  /** A one-line diagram shows it. */
  readonly isElectrical?: true;
}

/** Valves, or breakers, that may part a thing from the rest of a plant. */
export interface SaidOfIsolation {
  readonly of: string;
  readonly valves: readonly string[];
  /** Other equipment that no shut-off valve parts from it. */
  readonly unparted: readonly string[];
  /** What has a pipe that goes on at a sheet that was not found. */
  readonly leaving: readonly string[];
  readonly basis: DrawnBasis;
  readonly isElectrical?: true;
}

/** One difference of two revisions of a drawing. */
export interface SaidOfChange {
  readonly drawing: string;
  readonly from: string;
  readonly to: string;
  readonly change: 'added' | 'removed' | 'altered';
  readonly what:
    | 'valve'
    | 'instrument'
    | 'equipment'
    | 'line'
    | 'label'
    | 'mark'
    | 'pipe'
    | 'title-block'
    | 'breaker'
    | 'motor'
    | 'cable'
    | 'conductor'
    | 'rating';
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** Sentences about what a drawing shows; each says whether it is stated or inferred, and from what. */
export interface DrawingPhrases {
  readonly feeds: (said: SaidOfDrawing) => string;
  readonly joins: (said: SaidOfDrawing) => string;
  readonly measures: (said: SaidOfDrawing) => string;
  readonly controls: (said: SaidOfDrawing) => string;
  readonly inLoop: (said: SaidOfDrawing) => string;
  /** A motor turns a machine. */
  readonly drives: (said: SaidOfDrawing) => string;
  readonly isolation: (said: SaidOfIsolation) => string;
  /** How a valve stands, as the mark beside it says. */
  readonly normalState: (valve: string, mark: string) => string;
  /** What candidates are, and what they are not. */
  readonly candidatesOnly: (said: { readonly isElectrical?: true; readonly isRecognised?: true }) => string;
  readonly changed: (said: SaidOfChange) => string;
  /** No difference of two revisions was read. */
  readonly noChange: (drawing: string, from: string, to: string) => string;
  /** The revisions in which a drawing is held are not those that were asked for. */
  readonly revisionsHeld: (drawing: string, revisions: readonly string[]) => string;
  /** The thing is drawn, and nothing of what is asked is drawn at it. */
  readonly nothingDrawn: (of: string) => string;
  /** More stands around it than can be told. */
  readonly tooMuchDrawn: (of: string) => string;
}
