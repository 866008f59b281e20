/** Sentences that the product says; `{…}` is filled in. */
export const SAID = {
  damagedSource:
    'What {titles} says on this was changed or damaged where it is kept and is no longer what was read, so nothing is answered. Have the document read again, send it again, or restore a backup.',
  quoted: '“{text}”',
  listed: ', ',
  /** Of a section or table that could not be read to its end. */
  unreadEnd:
    '“{name}” in “{document}” is too long to be read to its end. Steps or warnings could be missing, so nothing is answered: read it in the document.',
} as const;
