import { foldIdentifier } from '../../../kernel/index.ts';
import { atPoint } from '../model/box-of.ts';
import type { DrawingSymbol, DrawingText } from '../model/drawing.ts';
import type { SheetBuilder } from '../model/sheet-builder.ts';
import type { StatedName } from '../model/stated-plant.ts';
import type { Plant, Thing } from './plant.ts';

/** Texts of which a name may be put together. */
const MOST_PARTS = 4;
/** UTF-16 units of what stands in a connector at most. */
const LONGEST_CONNECTOR = 12;

const KINDS: Readonly<Partial<Record<Thing['kind'], StatedName['kind']>>> = {
  equipment: 'tag',
  component: 'tag',
  instrument: 'tag',
  connector: 'connector',
  line: 'line',
  segment: 'line',
};

/**
 * The names of the things of a plant, with the texts that print them; of a name that is printed nowhere a text is added where its
 * thing stands. `labels`: ids of the texts that belong to each thing.
 */
export function nameThings(
  { things }: Plant,
  builder: SheetBuilder,
  labels: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, StatedName> {
  const texts = new Map(builder.elements.flatMap((one) => (one.kind === 'text' ? [[one.id, one] as const] : [])));
  const symbols = new Map(builder.elements.flatMap((one) => (one.kind === 'symbol' ? [[one.id, one] as const] : [])));
  const names = new Map<string, StatedName>();
  const taken = new Set<string>();
  for (const thing of things.values()) {
    const kind = KINDS[thing.kind];
    if (kind === undefined) continue;
    const own = (labels.get(thing.id) ?? []).flatMap((id) => (taken.has(id) ? [] : (texts.get(id) ?? [])));
    const label = labelOf(thing, own, things);
    const name = (label?.text ?? thing.name)?.trim();
    if (name === undefined || name === '') continue;
    const printed = label === undefined ? printedParts(own, name) : [label.id];
    const ids = printed.length > 0 ? printed : stateName(thing, name, symbols, builder);
    for (const id of ids) taken.add(id);
    if (ids.length > 0) names.set(thing.id, { kind, name, texts: ids, isInstrument: thing.kind === 'instrument' });
  }
  nameLines(things, names, symbols, builder);
  return names;
}

/** A line whose number is printed at a segment of it bears that one; one of which nothing is printed its bare number. */
function nameLines(
  things: Plant['things'],
  names: Map<string, StatedName>,
  symbols: ReadonlyMap<string, DrawingSymbol>,
  builder: SheetBuilder,
): void {
  const ofSegments = new Map<string, StatedName>();
  for (const { id, owner, kind } of things.values()) {
    const name = kind === 'segment' ? names.get(id) : undefined;
    if (name !== undefined && owner !== undefined && !ofSegments.has(owner)) ofSegments.set(owner, name);
  }
  for (const thing of things.values()) {
    if (thing.kind !== 'line' || names.has(thing.id)) continue;
    const segment = ofSegments.get(thing.id);
    if (segment !== undefined) names.set(thing.id, segment);
    else if (thing.lineNumber !== undefined) {
      const texts = stateName(thing, thing.lineNumber, symbols, builder);
      if (texts.length > 0) names.set(thing.id, { kind: 'line', name: thing.lineNumber, texts, isInstrument: false });
    }
  }
}

/** The text that tells more than the file's own name of a thing: the whole number of a line, the letter in a connector. */
function labelOf(thing: Thing, own: readonly DrawingText[], things: Plant['things']): DrawingText | undefined {
  if (thing.name !== undefined) return undefined;
  if (thing.kind === 'connector') return own.find(({ text }) => text.length <= LONGEST_CONNECTOR);
  const lineNumber = thing.lineNumber ?? things.get(thing.owner ?? '')?.lineNumber;
  if ((thing.kind !== 'line' && thing.kind !== 'segment') || lineNumber === undefined) return undefined;
  const wanted = foldIdentifier(lineNumber);
  return own.find(({ text }) => !text.includes('\n') && ` ${foldIdentifier(text).replace(/[^\p{L}\d]+/gu, ' ')} `.includes(wanted));
}

/** The text that prints a name, or several that do together: letters over a number. */
function printedParts(own: readonly DrawingText[], name: string): readonly string[] {
  const wanted = foldIdentifier(name);
  const whole = own.find(({ text }) => foldIdentifier(text) === wanted);
  if (whole !== undefined) return [whole.id];
  for (let count = 2; count <= MOST_PARTS; count += 1)
    for (let at = 0; at + count <= own.length; at += 1) {
      const parts = own.slice(at, at + count);
      if (foldIdentifier(parts.map(({ text }) => text).join(' ')) === wanted) return parts.map(({ id }) => id);
    }
  return [];
}

function stateName(thing: Thing, name: string, symbols: ReadonlyMap<string, DrawingSymbol>, builder: SheetBuilder): readonly string[] {
  const symbol = symbols.get(thing.id);
  const inSymbol = symbol === undefined ? {} : { symbol: symbol.id };
  return [builder.stated(`${thing.id}/name`, name, symbol?.box ?? atPoint({ x: 0, y: 0 }), inSymbol) ?? []].flat();
}
