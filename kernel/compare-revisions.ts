import { compareText } from './canonical-json.ts';
import { AUTHORITIES, type Authority } from './passage.ts';
import { LABEL_PREFIX } from './revision-words.data.ts';

/** What the place of a version among its family depends on. */
export interface Revision {
  readonly id: string;
  readonly document: string;
  readonly authority: Authority;
  readonly effective: number | undefined;
  readonly label: string | undefined;
  readonly sequence: number;
}

const LABEL_PIECE = /\d+|\p{L}+/gu;

/**
 * Winner first: authority, effective date, revision label in natural order, then within one document the sequence in which its
 * versions came. Sequences of two documents say nothing of each other, so between documents the id decides.
 */
export function compareRevisions(left: Revision, right: Revision): number {
  return (
    AUTHORITIES.indexOf(left.authority) - AUTHORITIES.indexOf(right.authority) ||
    compareNumbers(right.effective, left.effective) ||
    compareLabels(right.label, left.label) ||
    compareText(left.document, right.document) ||
    right.sequence - left.sequence ||
    compareText(left.id, right.id)
  );
}

/** Natural order of revision labels: A < B, 2 < 10, 1.2 < 1.10; no label comes first. */
export function compareLabels(left: string | undefined, right: string | undefined): number {
  const a = labelPieces(left);
  const b = labelPieces(right);
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const x = a[index];
    const y = b[index];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : typeof x === 'number' ? -1 : typeof y === 'number' ? 1 : compareText(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

function labelPieces(label: string | undefined): (number | string)[] {
  const text = (label ?? '').normalize('NFKC').trim().toLowerCase();
  const bare = text.replace(LABEL_PREFIX, '');
  return [...bare.matchAll(LABEL_PIECE)].map(([piece]) => (/^\d/.test(piece) ? Number(piece) : piece));
}

function compareNumbers(left: number | undefined, right: number | undefined): number {
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? -1 : 1;
  return left - right;
}
