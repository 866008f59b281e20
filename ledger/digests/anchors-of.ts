import type { Anchor } from '../../kernel/index.ts';
import { passageContentShape, readJson } from '../rows/stored-shapes.ts';

/** The anchors of a stored passage; none where its row cannot be read, which is then not what was written. */
export function anchorsOf(contentJson: string): readonly Anchor[] {
  try {
    return readJson(passageContentShape, contentJson, 'passage').anchors;
  } catch {
    return [];
  }
}
