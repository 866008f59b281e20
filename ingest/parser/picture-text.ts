import type { Cell, PassageKind, PicturePlace, Recognition } from '../../kernel/index.ts';

/** A text that was recognised in a picture which stands within a document. */
export interface PictureText {
  readonly kind: PassageKind;
  readonly text: string;
  readonly picture: PicturePlace;
  readonly cells?: readonly Cell[];
  /** Of a row: the first row of its table, as a place in the list of texts. */
  readonly table?: number;
  /** Absent of what holds no sign that was recognised. */
  readonly recognition?: Recognition;
}

/** Why a picture was not read. */
export type UnreadPicture =
  | 'damaged'
  | 'too large'
  | 'not in the file'
  | 'of a form that is not read'
  | 'beyond the number that is read'
  | 'not recognised';

/** Reads the pictures that stand within a document, one after the other. */
export interface PictureReader {
  /** What stands in one; nothing of a picture that came before, of a sign, and of one that cannot be read. */
  read(bytes: Buffer): Promise<readonly PictureText[]>;
  /** Counts a picture of which the bytes cannot be had. */
  miss(why: UnreadPicture): void;
  /** What was not read of them, for people. */
  warnings(): readonly string[];
}
