/**
 * Takes the tags of a file in their order: a group code and its value. Strings hold one character a byte, since the encoding is
 * known only when the header has been read; numbers are written out.
 */
export type TakeTag = (code: number, value: string) => void;

/** Cuts bytes into tags. */
export interface TagCutter {
  /** @throws FaultlineError `parse-failed` where the bytes are no tags. */
  push(bytes: Buffer): void;
  /** What is left without its other half is no tag. */
  end(): void;
}
