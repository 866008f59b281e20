import { createRandom, type Random } from '../demo-plant/random.ts';
import { drawFrame } from '../drawn-sheets/draw-frame.ts';
import type { DrawnSheet } from '../drawn-sheets/shape.ts';
import type { Feeder, Load, OneLine, Section } from './one-line.ts';
import { type BusPaper, type Layout, OneLinePen, type OneLineStyle } from './one-line-pen.ts';
import { electricalOffice } from './one-line-symbols.ts';
import { ONE_LINE_WORDS } from './one-line-words.ts';

/** Room that the diagram has along its buses, in millimetres, and the widest that feeders stand apart. */
const ALONG: Readonly<Record<Layout, number>> = { down: 700, up: 700, across: 390 };
const WIDEST = 62;
/** Between two sections, where their tie stands. */
const BETWEEN = 56;

/** The sheet of a one-line diagram as shapes: layout, symbols, places of texts, size and scale vary by its seed. */
export function drawOneLine(oneLine: OneLine): DrawnSheet {
  const random = createRandom(oneLine.seed, 'one-line drawing');
  const layout = random.pick<Layout>(['down', 'down', 'down', 'across', 'up']);
  const style: OneLineStyle = {
    layout,
    symbolOf: electricalOffice(random),
    tags: random.pick(['attributes', 'texts', 'texts', 'loose']),
    bus: random.pick(['line', 'line', 'box', 'solid']),
    height: random.pick([2.5, 3]),
    side: random.pick([1, 1, -1]),
    hasDots: random.chance(0.4),
    hasTransformers: random.chance(0.3),
    isCableAlong: random.chance(0.4),
  };
  const scale = random.pick([1, 1, 0.1, 25.4, 50]);
  const pen = new OneLinePen(style);
  const { sections } = oneLine;
  const count = sections.reduce((sum, { feeders }) => sum + feeders.length, 0);
  const pitch = Math.min(WIDEST, (ALONG[layout] - (sections.length - 1) * BETWEEN) / count);
  let along = 0;
  const ends: BusPaper[] = sections.map((section) => {
    const bus = drawSection(pen, section, { from: along, pitch }, oneLine, random);
    along = bus.to + BETWEEN;
    return bus;
  });
  const [first, second] = ends;
  if (oneLine.tie !== undefined && first !== undefined && second !== undefined)
    pen.tie(oneLine.tie, first, second, random.pick(['straight', 'bridge']));
  return { symbols: pen.symbols, shapes: [...pen.shapes, ...drawFrame(oneLine, [oneLine.number], 0, style.height)], scale };
}

function drawSection(
  pen: OneLinePen,
  { bus, supply, feeders }: Section,
  { from, pitch }: { readonly from: number; readonly pitch: number },
  { language }: OneLine,
  random: Random,
): BusPaper {
  const words = ONE_LINE_WORDS[language];
  const paper = { from, to: from + pitch * feeders.length };
  pen.bus(paper, [bus.tag ?? '', bus.words].filter((text) => text !== '').join('  '));
  if (supply !== undefined) {
    const at = from + pitch * (random.integer(1, feeders.length - 1) + random.pick([0, 0.5]));
    const end = pen.chain(at, 0, [supply.breaker], 'supply');
    if (supply.source === undefined) pen.incoming(at, end, words.incoming);
    else pen.source(at, end, supply.source);
  }
  for (const [place, feeder] of feeders.entries()) drawFeeder(pen, feeder, from + pitch * (place + 0.5), words.spare);
  return paper;
}

function drawFeeder(pen: OneLinePen, { devices, cable, load, cubicle }: Feeder, at: number, spare: string): void {
  if (cubicle !== undefined) pen.cubicle(at, cubicle);
  const end = pen.chain(at, 0, devices, 'load');
  if (load === undefined) pen.spare(at, end, spare);
  else pen.load(at, end, load, loadLines(load), cable);
}

/** What is printed at a load: its tag, then its name and power; the machine that it turns has a line of its own, as has its power. */
function loadLines({ tag, name, rating, drives }: Load): readonly string[] {
  const machine = drives === undefined ? [] : [[drives.tag, drives.name ?? ''].join(' ').trim()];
  return [tag, name ?? '', ...(drives === undefined ? [rating ?? ''] : [rating ?? '', ...machine])].filter((line) => line !== '');
}
