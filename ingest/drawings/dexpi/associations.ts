import { childrenNamed, type XmlElement } from '../xml/xml-element.ts';

/** How a thing belongs to another one, as a file of Proteus says it from one side or from both. */
export type AssociationKind = 'located' | 'refers' | 'fulfilled' | 'starts' | 'ends' | 'includes';

const KINDS: Readonly<Record<string, { readonly kind: AssociationKind; readonly isInverse: boolean }>> = {
  'is located in': { kind: 'located', isInverse: false },
  'is the location of': { kind: 'located', isInverse: true },
  'refers to': { kind: 'refers', isInverse: false },
  'is referenced by': { kind: 'refers', isInverse: true },
  'is fulfilled by': { kind: 'fulfilled', isInverse: false },
  fulfills: { kind: 'fulfilled', isInverse: true },
  'has logical start': { kind: 'starts', isInverse: false },
  'is logical start of': { kind: 'starts', isInverse: true },
  'has logical end': { kind: 'ends', isInverse: false },
  'is logical end of': { kind: 'ends', isInverse: true },
  'is a collection including': { kind: 'includes', isInverse: false },
  'is a part of': { kind: 'includes', isInverse: true },
};

/** The associations of a file, each once, whichever of its two sides says it. */
export class Associations {
  readonly #known = new Map<string, Set<string>>();

  /** Takes those that an element says of itself. */
  add(element: XmlElement): void {
    const own = element.attributes.ID;
    if (own === undefined) return;
    for (const { attributes } of childrenNamed(element, 'Association')) {
      const said = KINDS[(attributes.Type ?? '').trim().toLowerCase()];
      const other = attributes.ItemID;
      if (said === undefined || other === undefined) continue;
      const [from, to] = said.isInverse ? [other, own] : [own, other];
      const key = `${said.kind} ${from}`;
      const known = this.#known.get(key);
      if (known === undefined) this.#known.set(key, new Set([to]));
      else known.add(to);
    }
  }

  /** Ids that a thing is associated with, as seen from the side that `kind` names. */
  of(kind: AssociationKind, id: string): readonly string[] {
    return [...(this.#known.get(`${kind} ${id}`) ?? [])];
  }
}
