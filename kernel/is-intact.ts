import { anchorsText } from './anchor.ts';
import { makePassageId } from './ids.ts';
import type { Passage } from './passage.ts';

/** Whether the text and place of a passage are those that its id was made of: false when they were changed where they are kept. */
export function isIntact({
  id,
  versionId,
  kind,
  anchors,
  text,
}: Pick<Passage, 'versionId' | 'anchors' | 'text'> & { readonly id: string; readonly kind: string }): boolean {
  return makePassageId(versionId, kind, anchorsText(anchors), text) === id;
}
