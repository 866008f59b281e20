import type { StoredPassage } from '../../kernel/index.ts';

/** What a caution says beside of the sheet of a label: that it was recognised in a picture. */
export function readOfPicture({ passage }: StoredPassage): { readonly isRecognised?: true } {
  return passage.recognition === undefined ? {} : { isRecognised: true };
}
