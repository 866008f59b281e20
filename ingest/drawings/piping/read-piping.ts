import type { Box, TagGrammar } from '../../../kernel/index.ts';
import { valveFunction } from '../../../ontology/index.ts';
import { holds, middleOf, sizeOf } from '../../plane/geometry.ts';
import type { TextGroup } from '../interpret/join-balloons.ts';
import type { PlacedText } from '../interpret/placed-text.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import { nameItems, numberedPiece, type PrintedTag, printedTags } from './name-items.ts';
import { type PipeNet, pipeNets } from './pipe-nets.ts';
import type { DrawnEnd, DrawnLink, Piping } from './piping.ts';
import { settleFlow } from './settle-flow.ts';
import { type SheetItem, sheetParts } from './sheet-items.ts';
import { throughUnnamed } from './through-unnamed.ts';

/** Heights of the usual text by which the ends of lines may miss what they meet. */
const REACH = 0.3;
/** A function by ISA-5.1 is of at least two letters; the last one of these says that it controls. */
const FUNCTION = /^(?:\d{1,3}-)?(?<letters>[A-Z]{2,5})-?\d/u;
const CONTROLS = /C[A-Z]?$/u;

/** Side of a balloon in heights of the usual tag. */
const LARGEST_BALLOON = 9;
/** More on a sheet are a list. */
const MOST_TAGS = 3_000;

type IsInstrument = (item: number) => boolean;

const NO_PIPING: Piping = { links: [], instruments: [] };

/**
 * What the lines of a sheet show: what feeds what, which instrument measures and controls what. All of it is inferred from where lines
 * end and texts stand. `texts`: those outside of title block and tables; `isTaken` tells boxes of these.
 */
export function readPiping(
  sheet: DrawingSheet,
  texts: readonly PlacedText[],
  balloons: readonly TextGroup[],
  isTaken: (box: Box) => boolean,
  grammar: TagGrammar,
): Piping {
  const tags = printedTags(texts, balloons, grammar);
  const heights = tags.map(({ text }) => text.height).sort((a, b) => a - b);
  const height = heights[heights.length >> 1];
  if (height === undefined || !Number.isFinite(height) || tags.length > MOST_TAGS) return NO_PIPING;
  const parts = sheetParts(sheet, height, isTaken);
  if (parts === undefined) return NO_PIPING;
  const { items, pieces, arrows } = parts;
  const numbers = tags.filter((one) => numberedPiece(one, pieces) !== undefined);
  const names = nameItems(
    items,
    tags.filter((one) => !numbers.includes(one)),
  );
  const isInstrument: IsInstrument = (item) => {
    const [own, one] = [items[item], names.get(item)];
    if (own === undefined || one === undefined || !holds(own.box, middleOf(one.box)) || !FUNCTION.test(one.tag)) return false;
    // In a picture a ring may be a box around one.
    return own.isRound || (sheet.unsure !== undefined && sizeOf(own.box) <= LARGEST_BALLOON * height);
  };
  const connectors = nameConnectors(items, names, texts);
  const found = pipeNets(pieces, items, arrows, isInstrument, REACH * height);
  // Of a picture some names are missing, and some numbers: nothing is taken to go on where they may be.
  const isWhole = sheet.unsure === undefined;
  const nets = isWhole ? throughUnnamed(found, (item) => names.has(item) || connectors.has(item)) : found;
  settleFlow(nets, isInstrument);
  const isPassed = (item: number) => {
    const one = names.get(item);
    return one === undefined || valveFunction(one.tag) !== undefined;
  };
  const lineOf = linesOfNets(nets, numbers, isInstrument, isWhole ? isPassed : undefined);
  const endOf = (item: number): DrawnEnd | undefined => {
    const one = names.get(item);
    return one === undefined ? connectors.get(item) : { kind: 'tag', name: one.tag, text: one.text };
  };
  const links = nets.flatMap((net) => linksOf(net, endOf, isInstrument, lineOf.get(net)));
  const instruments = [...names]
    .filter(([item]) => isInstrument(item))
    .map(([, { tag, text }]): DrawnEnd => ({ kind: 'tag', name: tag, text }));
  return { links, instruments };
}

/**
 * The number of each net: of a text along it, else of the net beyond an item with two pipes that numbers go on over, as over a valve: a
 * line ends at a machine.
 */
function linesOfNets(
  nets: readonly PipeNet[],
  numbers: readonly PrintedTag[],
  isInstrument: IsInstrument,
  isPassed: ((item: number) => boolean) | undefined,
): ReadonlyMap<PipeNet, PrintedTag> {
  const lines = new Map<PipeNet, PrintedTag>();
  const owners = new Map(nets.flatMap((net) => net.pieces.map((piece) => [piece, net] as const)));
  const pieces = [...owners.keys()];
  for (const one of numbers) {
    const piece = numberedPiece(one, pieces);
    const own = piece === undefined ? undefined : owners.get(piece);
    if (own !== undefined && !lines.has(own)) lines.set(own, one);
  }
  const atItem = new Map<number, PipeNet[]>();
  for (const net of nets) {
    const process = net.terminals.filter(({ item }) => !isInstrument(item));
    // A signal to a valve is no pipe.
    if (process.length > 1) for (const { item } of process) atItem.set(item, [...(atItem.get(item) ?? []), net]);
  }
  const pairs = [...atItem].flatMap(([item, [first, second, ...others]]) =>
    first === undefined || second === undefined || others.length > 0 || isPassed?.(item) !== true
      ? []
      : [[first, second] as const, [second, first] as const],
  );
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const [from, to] of pairs) {
      const known = lines.get(from);
      if (known === undefined || lines.has(to)) continue;
      lines.set(to, known);
      isGrowing = true;
    }
  }
  return lines;
}

/** UTF-16 units of what stands in a connector at most. */
const LONGEST_CONNECTOR = 12;

/** Items without a tag that hold a short text: connectors to other sheets, by that text. */
function nameConnectors(
  items: readonly SheetItem[],
  names: ReadonlyMap<number, PrintedTag>,
  texts: readonly PlacedText[],
): ReadonlyMap<number, DrawnEnd> {
  const connectors = new Map<number, DrawnEnd>();
  items.forEach(({ box }, item) => {
    if (names.has(item)) return;
    const [own, ...others] = texts.filter((text) => holds(box, middleOf(text.box)));
    if (own === undefined || others.length > 1 || own.text.length > LONGEST_CONNECTOR) return;
    connectors.set(item, { kind: 'connector', name: own.text, text: own });
  });
  return connectors;
}

/** Ends of a net beyond which what is joined with what says nothing: a bus, an earth, the frame of a sheet. */
const MOST_ENDS = 16;
const FLOW_DRAWN = 0.9;
const FLOW_UNKNOWN = 0.6;
const PARTS_UNKNOWN = 0.4;
const ON_LINE = 0.85;
const ON_THING = 0.75;

function linksOf(
  net: PipeNet,
  endOf: (item: number) => DrawnEnd | undefined,
  isInstrument: IsInstrument,
  number: PrintedTag | undefined,
): readonly DrawnLink[] {
  const process = net.terminals.filter(({ item }) => !isInstrument(item));
  const lineEnd: DrawnEnd | undefined = number === undefined ? undefined : { kind: 'line', name: number.tag, text: number.text };
  const onLine = lineEnd === undefined ? {} : { line: lineEnd.name };
  const links: DrawnLink[] = [];
  // Where all ends take, or all give, some arrow is not what it was taken for: that they are joined is all that is sure.
  const isAgainst = process.every(({ flow }) => flow !== undefined && flow === process[0]?.flow);
  const isBus = process.length > MOST_ENDS;
  process.forEach((one, at) => {
    if (isBus) return;
    for (const other of process.slice(at + 1)) {
      const [a, b] = [endOf(one.item), endOf(other.item)];
      if (
        a === undefined ||
        b === undefined ||
        a.name === b.name ||
        one.item === other.item ||
        (!isAgainst && one.flow !== undefined && one.flow === other.flow)
      )
        continue;
      const isBack = one.flow === 'in' || other.flow === 'out';
      const [from, to] = isBack ? [b, a] : [a, b];
      if (!isAgainst && one.flow !== undefined && other.flow !== undefined)
        links.push({ kind: 'feeds', from, to, ...onLine, confidence: FLOW_DRAWN });
      else links.push({ kind: 'joins', from, to, ...onLine, confidence: process.length === 2 ? FLOW_UNKNOWN : PARTS_UNKNOWN });
    }
  });
  for (const { item } of net.terminals) {
    const from = isInstrument(item) ? endOf(item) : undefined;
    if (from === undefined) continue;
    const letters = FUNCTION.exec(from.name)?.groups?.letters ?? '';
    const [only] = process;
    if (process.length === 1 && only !== undefined) {
      const to = endOf(only.item);
      if (to?.kind === 'tag') links.push({ kind: CONTROLS.test(letters) ? 'controls' : 'measures', from, to, confidence: ON_THING });
    } else if (process.length > 1 && lineEnd !== undefined) links.push({ kind: 'measures', from, to: lineEnd, confidence: ON_LINE });
  }
  return links;
}
