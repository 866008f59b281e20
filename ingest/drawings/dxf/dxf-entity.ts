import type { Point } from '../../plane/point.ts';
import type { TextForm } from '../model/drawing.ts';
import type { TextSetting } from '../model/text-extent.ts';
import type { Transform } from '../model/transform.ts';

/** Where an entity stands; strings as bytes (`read-tags.ts`). */
interface EntityBase {
  readonly handle: string | undefined;
  readonly layer: string;
  readonly isInvisible: boolean;
  /** Name of the layout of an entity outside the blocks; undefined for the model. */
  readonly layout: string | undefined;
}

export interface TextEntity extends EntityBase {
  readonly kind: 'text';
  readonly form: TextForm;
  /** Codes of formatting and all. */
  readonly content: string;
  /** Whether the content has paragraphs and codes of formatting. */
  readonly isFormatted: boolean;
  readonly at: Point;
  readonly setting: Omit<TextSetting, 'lines'>;
  readonly rotation: number;
  /** From the plane that the entity is drawn in to that of the sheet. */
  readonly plane: Transform;
  readonly tag?: string;
  /** An attribute definition whose text is the same in every use. */
  readonly isConstant?: boolean;
}

export interface InsertEntity extends EntityBase {
  readonly kind: 'insert';
  readonly block: string;
  readonly at: Point;
  readonly scale: Point;
  readonly rotation: number;
  readonly plane: Transform;
  readonly rows: number;
  readonly columns: number;
  readonly rowSpacing: number;
  readonly columnSpacing: number;
  readonly attributes: TextEntity[];
}

export interface PathEntity extends EntityBase {
  readonly kind: 'path';
  readonly shape: 'line' | 'polyline' | 'arc' | 'circle' | 'curve' | 'leader';
  readonly points: readonly number[];
  readonly isClosed: boolean;
  readonly plane: Transform;
}

export interface DimensionEntity extends EntityBase {
  readonly kind: 'dimension';
  /** What is shown instead of the measure; `<>` in it stands for the measure. */
  readonly override: string;
  readonly measured: number | undefined;
  readonly isAngle: boolean;
  readonly style: string;
  /** The block that its lines and text are drawn in. */
  readonly block: string | undefined;
  readonly at: Point;
}

export interface TableEntity extends EntityBase {
  readonly kind: 'table';
  readonly at: Point;
  readonly rowHeights: readonly number[];
  readonly columnWidths: readonly number[];
  /** A cell for each place, row by row. */
  readonly cells: readonly string[];
  readonly direction: number;
  /** The block that it is drawn in. */
  readonly block: string | undefined;
}

export type DxfEntity = TextEntity | InsertEntity | PathEntity | DimensionEntity | TableEntity;

export interface DxfBlock {
  readonly name: string;
  readonly base: Point;
  readonly entities: DxfEntity[];
}

/** What was read of a file, before its strings are decoded and its inserts expanded. */
export interface DxfFile {
  /** First value of each variable of the header. */
  readonly header: ReadonlyMap<string, string>;
  readonly blocks: ReadonlyMap<string, DxfBlock>;
  /** Outside the blocks. */
  readonly entities: readonly DxfEntity[];
  /** Names of layouts in the order of their tabs, with the names of the blocks that hold them. */
  readonly layouts: readonly { readonly name: string; readonly block: string }[];
  /** Names of layers that are off or frozen. */
  readonly hiddenLayers: ReadonlySet<string>;
  /** Decimal places of dimensions by the name of their style. */
  readonly decimals: ReadonlyMap<string, number>;
  /** Kinds of entities that are not read, with how often they stand in the file. */
  readonly unread: ReadonlyMap<string, number>;
  /** Whether the file ends with its mark; without it the end is missing. */
  readonly isWhole: boolean;
}
