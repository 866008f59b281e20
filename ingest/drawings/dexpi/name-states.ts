import { isValveMark } from '../../../ontology/index.ts';
import { atPoint } from '../model/box-of.ts';
import type { SheetBuilder } from '../model/sheet-builder.ts';
import type { StatedName, StatedState } from '../model/stated-plant.ts';
import type { Plant } from './plant.ts';

/**
 * How the named valves of a plant stand: by the mark among the texts that belong to each, else in the words of the file, for which a
 * text is added where its valve stands. `labels`: ids of the texts that belong to each thing.
 */
export function nameStates(
  { things }: Plant,
  names: ReadonlyMap<string, StatedName>,
  builder: SheetBuilder,
  labels: ReadonlyMap<string, readonly string[]>,
): readonly StatedState[] {
  const texts = new Map(builder.elements.flatMap((one) => (one.kind === 'text' ? [[one.id, one.text] as const] : [])));
  const symbols = new Map(builder.elements.flatMap((one) => (one.kind === 'symbol' ? [[one.id, one] as const] : [])));
  return [...things.values()].flatMap(({ id, kind, state }): readonly StatedState[] => {
    const of = kind === 'component' ? names.get(id) : undefined;
    if (of === undefined) return [];
    const printed = (labels.get(id) ?? []).find((one) => !of.texts.includes(one) && isValveMark(texts.get(one) ?? ''));
    if (printed !== undefined || state === undefined) return printed === undefined ? [] : [{ of, text: printed }];
    const symbol = symbols.get(id);
    const text = builder.stated(`${id}/state`, state, symbol?.box ?? atPoint({ x: 0, y: 0 }), symbol === undefined ? {} : { symbol: id });
    return text === undefined ? [] : [{ of, text }];
  });
}
