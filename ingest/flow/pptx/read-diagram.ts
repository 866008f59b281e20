import { elementAt, numberAt, type PartElement } from '../../archive/read-part-tree.ts';
import { readText } from './read-paragraphs.ts';
import type { SlideParagraph } from './slide-shape.ts';

/** Levels that an outline can have; deeper points stand at the last. */
const DEEPEST = 8;

interface Link {
  readonly to: string;
  readonly order: number;
}

/**
 * Texts of a diagram (SmartArt) as the outline it is made of: each point once, those below another at a deeper level, in the order
 * its data give (ECMA-376 part 1, 21.4.3). Points that nothing leads to come last.
 */
export function readDiagram(data: PartElement): readonly SlideParagraph[] {
  const points = new Map<string, PartElement>();
  for (const point of elementAt(data, 'ptLst')?.children ?? []) {
    const kind = point.attributes.type ?? 'node';
    if (kind === 'node' || kind === 'asst' || kind === 'doc') points.set(point.attributes.modelId ?? '', point);
  }
  const below = new Map<string, Link[]>();
  for (const link of elementAt(data, 'cxnLst')?.children ?? []) {
    const { type = 'parOf', srcId = '', destId = '' } = link.attributes;
    if (type !== 'parOf') continue;
    const links = below.get(srcId) ?? [];
    links.push({ to: destId, order: numberAt(link, 'srcOrd', 0) });
    below.set(srcId, links);
  }
  const paragraphs: SlideParagraph[] = [];
  const seen = new Set<string>();
  const roots = [...points].filter(([, point]) => point.attributes.type === 'doc').map(([id]) => id);
  // A stack, since data may lead from point to point without an end.
  const take = (first: string): void => {
    const open = [{ id: first, level: -1 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { id, level } = next;
      const point = points.get(id);
      if (point === undefined || seen.has(id)) continue;
      seen.add(id);
      const own = readText(elementAt(point, 't')).paragraphs;
      paragraphs.push(...own.map((paragraph) => ({ ...paragraph, level: Math.min(DEEPEST, Math.max(0, level)) })));
      const links = [...(below.get(id) ?? [])].sort((a, b) => b.order - a.order);
      for (const link of links) open.push({ id: link.to, level: level + 1 });
    }
  };
  for (const id of [...roots, ...points.keys()]) take(id);
  return paragraphs;
}
