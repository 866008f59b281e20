import { fold } from '../../kernel/index.ts';
import { conceptById, conceptsOfKind } from '../../ontology/index.ts';
import type { Bag } from './evidence-unit.ts';

/** Kinds of equipment that words name, each by the widest kind that it is of: a cooling water pump is a pump. */
export function equipmentKinds(concepts: Iterable<string>): ReadonlySet<string> {
  const kinds = [...concepts].filter((concept) => conceptById(concept)?.kind === 'EquipmentClass');
  return new Set(kinds.map(widest));
}

/** The same of several texts together. */
export function kindsOfBags(bags: readonly Bag[]): ReadonlySet<string> {
  return equipmentKinds(bags.flatMap((bag) => [...bag.concepts]));
}

let known: ReadonlyMap<string, string> | undefined;

function widest(concept: string): string {
  known ??= widerKinds();
  let kind = concept;
  for (let wider = known.get(kind); wider !== undefined; wider = known.get(kind)) kind = wider;
  return kind;
}

/**
 * Of each kind the one that its English name says it is one of: the shortest name that ends it (`pump` of `cooling water pump`). Chinese
 * characters at the end of a name may belong to another word (电机 in 发电机), so they tell nothing.
 */
function widerKinds(): ReadonlyMap<string, string> {
  const names = conceptsOfKind('EquipmentClass').flatMap(({ id, en }) => en.map((name) => ({ id, name: fold(name) })));
  const wider = new Map<string, string>();
  for (const { id, en } of conceptsOfKind('EquipmentClass')) {
    const own = fold(en[0] ?? '');
    const [head] = names
      .filter((other) => other.id !== id && own.endsWith(` ${other.name}`))
      .sort((a, b) => a.name.length - b.name.length || (a.id < b.id ? -1 : 1));
    if (head !== undefined) wider.set(id, head.id);
  }
  return wider;
}
