import type { Box, TagGrammar } from '../../../kernel/index.ts';
import { type ElectricalRole, electricalRole, isSurelyBreaker, saysIncoming } from '../../../ontology/index.ts';
import { isBus } from '../../one-line/branches.ts';
import type { ConductorEnd, ConductorNet, Conductors } from '../../one-line/conductors.ts';
import { followConductors } from '../../one-line/follow-conductors.ts';
import { boxOfSegment, gapBetween, holds, middleOf } from '../../plane/geometry.ts';
import type { TextGroup } from '../interpret/join-balloons.ts';
import type { PlacedText } from '../interpret/placed-text.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import { withBusLines } from './bus-rectangles.ts';
import { nameItems, type PrintedTag, printedTags } from './name-items.ts';
import { pipeNets } from './pipe-nets.ts';
import type { DrawnEnd, DrawnLink, Piping } from './piping.ts';
import { type SheetItem, sheetParts } from './sheet-items.ts';
import { throughUnnamed } from './through-unnamed.ts';

/** Heights of the usual text: by which ends may miss what they meet, and that the names of conductors, words of a supply and machines stand away at most. */
const REACH = 0.3;
const FARTHEST_NAME = 3;
const FARTHEST_WORDS = 6;
const FARTHEST_MACHINE = 8;
const IN_COLUMN = 0.6;
/** More on a sheet are a list. */
const MOST_TAGS = 3_000;
/** Breakers that tell a sheet without such a title. */
const FEWEST_BREAKERS = 2;
const FED = 0.85;
const JOINED = 0.6;
const BESIDE = 0.8;
/** In the circle of a motor. */
const MOTOR = /^M(?:\s?[13]?\s?[~∼～])?$/u;

const NOTHING: Piping = { links: [], instruments: [] };

/** Texts outside of title block and tables, those of them that make one tag, and the labels that all of them make. */
interface SheetTexts {
  readonly texts: readonly PlacedText[];
  readonly balloons: readonly TextGroup[];
  readonly labels: readonly TextGroup[];
}

/**
 * What the conductors of a one-line diagram show. Undefined of a sheet that is none: its title says it (`isTitled`), or it draws a bus
 * with breakers at it and no number of a pipe. All of it is inferred from where lines end and texts stand.
 */
export function readOneLine(
  sheet: DrawingSheet,
  { texts, balloons, labels }: SheetTexts,
  isTaken: (box: Box) => boolean,
  grammar: TagGrammar,
  isTitled: boolean,
): Piping | undefined {
  const tags = labelledTags({ texts, balloons, labels }, grammar);
  const isLikely = tags.filter(({ tag }) => isSurelyBreaker(tag)).length >= FEWEST_BREAKERS && !tags.some(({ tag }) => tag.includes('"'));
  if (!isTitled && !isLikely) return undefined;
  const height = tags.map(({ text }) => text.height).sort((a, b) => a - b)[tags.length >> 1];
  const none = isTitled ? NOTHING : undefined;
  if (height === undefined || !Number.isFinite(height) || tags.length > MOST_TAGS) return none;
  const parts = sheetParts(withBusLines(sheet, height), height, isTaken);
  if (parts === undefined) return none;
  const { items, pieces } = parts;
  const roleOf = ({ tag }: PrintedTag): ElectricalRole | undefined => electricalRole(tag);
  const ofConductors = tags.filter((one) => isOfConductor(one, roleOf(one), items));
  const names = nameByLetters(
    items,
    tags.filter((one) => !ofConductors.includes(one)),
  );
  const found = pipeNets(pieces, items, [], () => false, REACH * height);
  const nets = sheet.unsure === undefined ? throughUnnamed(found, (item) => names.has(item)) : found;
  const nameOf = namesOfNets(nets, ofConductors, height);
  const isMotor = (item: number): boolean =>
    texts.some((text) => MOTOR.test(text.text) && holds(items[item]?.box ?? text.box, middleOf(text.box)));
  const roles = new Map([...names].map(([item, one]) => [item, isMotor(item) ? ('motor' as const) : roleOf(one)] as const));
  const conductors: Conductors = {
    nets,
    boxes: items.map(({ box }) => box),
    roles,
    named: new Set([...nameOf].filter(([, one]) => roleOf(one) !== 'cable').map(([net]) => net)),
    incoming: incomingNets(nets, texts, height),
    height,
  };
  if (!isTitled && !hasBusOfBreakers(conductors, names)) return undefined;
  const endOf = (end: ConductorEnd): DrawnEnd | undefined => {
    const one = 'bus' in end ? nameOf.get(end.bus) : names.get(end.item);
    return one === undefined ? undefined : tagEnd(one);
  };
  const links = followConductors(conductors).flatMap(({ from, to, isDirected, net }): readonly DrawnLink[] => {
    const [a, b] = [endOf(from), endOf(to)];
    if (a === undefined || b === undefined || a.name === b.name) return [];
    const cable = net === undefined || conductors.named.has(net) ? undefined : nameOf.get(net)?.tag;
    const line = cable === undefined ? {} : { line: cable };
    return [{ kind: isDirected ? 'feeds' : 'joins', from: a, to: b, ...line, confidence: isDirected ? FED : JOINED, isElectrical: true }];
  });
  const turned = [...names].flatMap(([item, one]) => (roles.get(item) === 'motor' ? turnedBy(one, items[item], tags, names) : []));
  return {
    links: [...links, ...turned],
    instruments: [],
    roles: [
      ...[...names].flatMap(([item, one]) => roleEnd(one, roles.get(item))),
      ...[...nameOf.values()].flatMap((one) => roleEnd(one, roleOf(one) === 'cable' ? 'cable' : 'bus')),
      ...turned.map(({ to }) => ({ end: to, role: 'machine' as const })),
    ],
  };
}

/** Tags that open a label, with the box of all of it: the rating below a tag may stand nearer to what both are of. */
function labelledTags({ texts, balloons, labels }: SheetTexts, grammar: TagGrammar): readonly PrintedTag[] {
  const boxes = new Map(labels.flatMap(({ parts: [first], box }) => (first === undefined ? [] : [[first, box] as const])));
  return printedTags(texts, balloons, grammar).map((one) => ({ ...one, box: boxes.get(one.text) ?? one.box }));
}

/** What letters say is electrical comes first: under the tag of a motor stands that of the machine that it turns. */
function nameByLetters(items: readonly SheetItem[], tags: readonly PrintedTag[]): ReadonlyMap<number, PrintedTag> {
  const names = nameItems(
    items,
    tags.filter(({ tag }) => electricalRole(tag) !== undefined),
  );
  const unnamed = items.flatMap((item, at) => (names.has(at) ? [] : [{ item, at }]));
  const others = nameItems(
    unnamed.map(({ item }) => item),
    tags.filter(({ tag }) => electricalRole(tag) === undefined),
  );
  return new Map([
    ...names,
    ...[...others].flatMap(([place, one]) => (unnamed[place] === undefined ? [] : [[unnamed[place].at, one] as const])),
  ]);
}

function tagEnd({ tag, text }: PrintedTag): DrawnEnd {
  return { kind: 'tag', name: tag, text };
}

function roleEnd(one: PrintedTag, role: ElectricalRole | undefined): NonNullable<Piping['roles']> {
  return role === undefined ? [] : [{ end: tagEnd(one), role }];
}

/** Cables and buses, and boards of which no box is drawn: their tags stand beside lines. */
function isOfConductor({ box }: PrintedTag, role: ElectricalRole | undefined, items: readonly SheetItem[]): boolean {
  if (role === 'cable' || role === 'bus') return true;
  return role === 'board' && !items.some((item) => gapBetween(item.box, box) <= FARTHEST_NAME * (box.y1 - box.y0));
}

/** The name of each net: that which stands nearest to a piece of it, each name of one net. */
function namesOfNets(nets: readonly ConductorNet[], tags: readonly PrintedTag[], height: number): ReadonlyMap<ConductorNet, PrintedTag> {
  const pairs = nets.flatMap((net) =>
    tags.map((one) => ({ net, one, gap: Math.min(...net.pieces.map((piece) => gapBetween(boxOfSegment(piece), one.box))) })),
  );
  const names = new Map<ConductorNet, PrintedTag>();
  const taken = new Set<PrintedTag>();
  for (const { net, one, gap } of pairs.sort((a, b) => a.gap - b.gap)) {
    if (gap > FARTHEST_NAME * height || names.has(net) || taken.has(one)) continue;
    names.set(net, one);
    taken.add(one);
  }
  return names;
}

function incomingNets(nets: readonly ConductorNet[], texts: readonly PlacedText[], height: number): ReadonlySet<ConductorNet> {
  const words = texts.filter(({ text }) => saysIncoming(text));
  return new Set(
    nets.filter(({ terminals, pieces }) => {
      const isLoose = terminals.length === 1;
      return isLoose && words.some(({ box }) => pieces.some((piece) => gapBetween(boxOfSegment(piece), box) <= FARTHEST_WORDS * height));
    }),
  );
}

function hasBusOfBreakers(conductors: Conductors, names: ReadonlyMap<number, PrintedTag>): boolean {
  return conductors.nets.some((net) => {
    const breakers = net.terminals.filter(({ item }) => isSurelyBreaker(names.get(item)?.tag ?? ''));
    return isBus(net, conductors) && breakers.length >= FEWEST_BREAKERS;
  });
}

/** The machine whose tag stands in one column with that of its motor, next to it and of nothing else. */
function turnedBy(
  motor: PrintedTag,
  item: SheetItem | undefined,
  tags: readonly PrintedTag[],
  names: ReadonlyMap<number, PrintedTag>,
): readonly DrawnLink[] {
  const named = new Set(names.values());
  const { height } = motor.text;
  const near = tags
    .filter((one) => one !== motor && !named.has(one) && electricalRole(one.tag) === undefined && one.text.rotation === motor.text.rotation)
    .filter(({ box }) => {
      const isLeft = Math.abs(box.x0 - motor.box.x0) <= IN_COLUMN * height;
      const isCentred = Math.abs(middleOf(box).x - middleOf(motor.box).x) <= IN_COLUMN * height;
      return isLeft || isCentred;
    })
    .map((one) => ({ one, gap: gapBetween(one.box, motor.box) }))
    .filter(
      ({ one, gap }) =>
        gap <= FARTHEST_MACHINE * height && item !== undefined && gapBetween(one.box, item.box) <= FARTHEST_MACHINE * height,
    )
    .sort((a, b) => a.gap - b.gap);
  const [nearest] = near;
  return nearest === undefined
    ? []
    : [{ kind: 'drives', from: tagEnd(motor), to: tagEnd(nearest.one), confidence: BESIDE, isElectrical: true }];
}
