import { posix } from 'node:path';
import type { Package } from './open-package.ts';

/** What a part of an Office package refers to: another part, by its name in the package. */
export interface Relation {
  readonly id: string;
  /** Last piece of its type: `slide`, `slideLayout`, `notesSlide`. */
  readonly kind: string;
  readonly part: string;
}

/** Relations of a part within its package, in their order; what leads outside is left out. */
export async function readRelations(source: Package, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await source.readPart(`${folder}/_rels/${posix.basename(part)}.rels`, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, kind: posix.basename(Type ?? ''), part: target });
    },
  });
  return relations;
}
