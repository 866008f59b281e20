import {
  type Access,
  type ElementPlace,
  type Passage,
  parseTenantId,
  readElement,
  type StoredPassage,
  sectionDepth,
} from '../../../kernel/index.ts';
import { opensWith } from './mark-passage.ts';
import type { StructureUnit } from './structure-unit.ts';

/** An element of the product, read to its end by the product's own structure. */
export interface FoundElement {
  readonly place: ElementPlace;
  readonly passages: readonly Passage[];
  readonly following?: Passage;
  readonly whole: boolean;
}

/**
 * Elements that may be meant by a unit: of its kind, on its pages, opened by its title or holding its first or last words. Its
 * places are those of the product's structure; the unit gives no ends to it.
 */
export async function findElements(unit: StructureUnit, passages: readonly Passage[]): Promise<readonly FoundElement[]> {
  const titles = unit.headings.flatMap((chain) => chain.slice(-1));
  const openings = new Set<number>();
  for (const passage of passages) {
    if (!isOnPages(unit, passage)) continue;
    const { structure, order } = passage;
    if (unit.kind === 'section') {
      if (sectionDepth(passage) !== undefined && opensWith(passage, titles)) openings.add(order);
    } else if (opensWith(passage, unit.first) || opensWith(passage, unit.last)) {
      const opening = structure[unit.kind];
      if (opening !== undefined) openings.add(opening);
    }
  }
  const found: FoundElement[] = [];
  for (const opening of openings) {
    const first = passages[opening];
    if (first === undefined) continue;
    const place: ElementPlace = { kind: unit.kind, version: first.versionId, opening };
    const reading = await readElement(rangeOf(passages), ACCESS, place, passages.length);
    if (reading === undefined) continue;
    found.push({
      place,
      passages: reading.passages.map(({ passage }) => passage),
      whole: reading.whole,
      ...(reading.following === undefined ? {} : { following: reading.following.passage }),
    });
  }
  return found;
}

function isOnPages({ pages }: StructureUnit, { anchors }: Passage): boolean {
  if (pages === undefined) return true;
  return anchors.some((anchor) => anchor.kind === 'page' && anchor.page >= pages[0] && anchor.page <= pages[1]);
}

function rangeOf(passages: readonly Passage[]): Parameters<typeof readElement>[0] {
  return async (_access, _version, from, to) => passages.slice(from, to + 1).map((passage) => ({ passage }) as StoredPassage);
}

const ACCESS: Access = { tenant: tenantOfSample(), grants: [], hidden: [] };

function tenantOfSample(): Access['tenant'] {
  const tenant = parseTenantId('sample');
  if (tenant === undefined) throw new Error('the tenant of the sample has no valid name');
  return tenant;
}
