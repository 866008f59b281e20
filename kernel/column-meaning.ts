import type { ColumnRole } from './column-role.ts';

/** What decimals of a column stand behind. */
export const DECIMAL_MARKS = ['.', ','] as const;

/** What a person says of a column; each aspect that is absent stays as read. */
export interface ColumnMeaning {
  /** null: nothing that is known. */
  readonly role?: ColumnRole | null;
  /** Unit of its plain numbers, as it is written (`min`). */
  readonly unit?: string;
  /** What its decimals stand behind. */
  readonly decimal?: (typeof DECIMAL_MARKS)[number];
  /** What whole cells mean, by the cell as printed (`02`: seal leak). */
  readonly codes?: Readonly<Record<string, string>>;
}

/** What a person says of one column of a document that is sent, by its header. */
export interface ColumnSaying extends ColumnMeaning {
  readonly column: string;
}

export const COLUMN_ASPECTS = ['role', 'unit', 'decimal', 'codes'] as const satisfies readonly (keyof ColumnMeaning)[];
export type ColumnAspect = (typeof COLUMN_ASPECTS)[number];

/** The aspects that a person speaks of, in a fixed order. */
export function saidAspects(meaning: ColumnMeaning): readonly ColumnAspect[] {
  return COLUMN_ASPECTS.filter((aspect) => meaning[aspect] !== undefined);
}

/** These aspects of a meaning and no others. */
export function onlyAspects({ role, unit, decimal, codes }: ColumnMeaning, aspects: readonly ColumnAspect[]): ColumnMeaning {
  return {
    ...(role === undefined || !aspects.includes('role') ? {} : { role }),
    ...(unit === undefined || !aspects.includes('unit') ? {} : { unit }),
    ...(decimal === undefined || !aspects.includes('decimal') ? {} : { decimal }),
    ...(codes === undefined || !aspects.includes('codes') ? {} : { codes }),
  };
}
