import { FaultlineError } from '../../kernel/index.ts';

/** What one request holds of the room. */
export interface RoomPart {
  /** @throws FaultlineError `too-many-requests` when the room has not so many left. */
  take(bytes: number): void;
  /** Gives all back that was taken. */
  free(): void;
}

/**
 * Room in memory for bytes that come in and are kept nowhere else, for all requests together. It is taken as the bytes come, so a
 * sender who is slow holds little.
 */
export function openByteRoom(maxBytes: number): { begin(): RoomPart } {
  let held = 0;
  return {
    begin() {
      let own = 0;
      return {
        take(bytes) {
          if (held + bytes > maxBytes)
            throw new FaultlineError('too-many-requests', 'More photos come in at the moment than can be taken: try again in a second.');
          held += bytes;
          own += bytes;
        },
        free() {
          held -= own;
          own = 0;
        },
      };
    },
  };
}
