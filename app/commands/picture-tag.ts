import { canonicalJson, hashParts, type Json } from '../../kernel/index.ts';
import { PROGRAM_VERSION } from '../program-version.ts';

/** Names a picture by all that it is drawn from, so that it is known before it is drawn: equal tags, equal pictures. */
export function pictureTag(drawnFrom: object): string {
  return hashParts([PROGRAM_VERSION, canonicalJson(drawnFrom as unknown as Json)]);
}
