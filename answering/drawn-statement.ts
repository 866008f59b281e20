export const DRAWN_LINKS = ['feeds', 'joins', 'measures', 'controls', 'in-loop', 'drives'] as const;
export const DRAWN_CHANGES = ['added', 'removed', 'altered'] as const;
export const CHANGED_THINGS = [
  'valve',
  'instrument',
  'equipment',
  'line',
  'label',
  'mark',
  'pipe',
  'title-block',
  'breaker',
  'motor',
  'cable',
  'conductor',
  'rating',
] as const;
export const DRAWN_BASES = ['stated', 'inferred'] as const;

/**
 * What a drawing shows: something between two things; the shut-off valves nearest to one; how a valve stands, by the mark beside it;
 * what candidates for isolating are. Names as they are printed.
 */
export type DrawnStatement =
  | {
      readonly kind: (typeof DRAWN_LINKS)[number];
      readonly from: string;
      readonly to: string;
      /** Number of the pipe, or cable, between them. */
      readonly line?: string;
      readonly basis: (typeof DRAWN_BASES)[number];
      /** A one-line diagram shows it: conductors, not pipes. */
      readonly isElectrical?: true;
    }
  | {
      readonly kind: 'isolation';
      readonly of: string;
      /** Of a one-line diagram breakers and isolating switches. */
      readonly valves: readonly string[];
      /** Other equipment that no shut-off valve parts from it. */
      readonly unparted: readonly string[];
      /** What has a pipe that goes on at a sheet that was not found. */
      readonly leaving: readonly string[];
      readonly basis: (typeof DRAWN_BASES)[number];
      readonly isElectrical?: true;
    }
  | {
      readonly kind: 'changed';
      /** Number of the drawing, and its two revisions. */
      readonly drawing: string;
      readonly from: string;
      readonly to: string;
      readonly change: (typeof DRAWN_CHANGES)[number];
      readonly what: (typeof CHANGED_THINGS)[number];
      readonly name: string;
      /** Of what was altered; absent where there was, or is, none. */
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly kind: 'normal-state'; readonly valve: string; readonly mark: string }
  /** `isRecognised`: of a sheet that was read from a picture, in which things may have been overlooked. */
  | { readonly kind: 'candidates-only'; readonly isElectrical?: true; readonly isRecognised?: true };
