/** What the sheet of a drawing is stamped with, in order of gravity: of several stamps the last of these counts. */
export const SHEET_STATUSES = ['preliminary', 'for-construction', 'as-built', 'superseded', 'void'] as const;
export type SheetStatus = (typeof SHEET_STATUSES)[number];

/** The stamp of a sheet; `sheet` is its name within the drawing. */
export interface SheetStamp {
  readonly sheet: string;
  readonly status: SheetStatus;
}

/** Whether a status takes a sheet out of use: what stands on it answers nothing. */
export function isOutOfUse(status: SheetStatus | undefined): boolean {
  return status === 'superseded' || status === 'void';
}

/** Whether a passage stands on a sheet that is out of use. */
export function isOnSheetOutOfUse({ structure }: { readonly structure: { readonly stamp?: SheetStatus } }): boolean {
  return isOutOfUse(structure.stamp);
}

/** The gravest of some; undefined of none. */
export function gravestStatus(statuses: readonly SheetStatus[]): SheetStatus | undefined {
  return SHEET_STATUSES.findLast((status) => statuses.includes(status));
}
