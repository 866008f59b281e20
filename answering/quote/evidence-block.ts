import type { Access, PassageKind, StoredPassage } from '../../kernel/index.ts';
import type { Evidence, FoundPassage } from '../dependencies.ts';

/** What answers, and what is quoted with it, in reading order: a row, a paragraph in its short section, an item in its list, a section below its title. */
export interface EvidenceBlock {
  /** The best hit among them; a heading is not one of the passages itself. */
  readonly hit: StoredPassage;
  /** Of the hit among all, from 1, and what it was ranked by. */
  readonly rank: number;
  readonly score: number;
  /** See `FoundPassage`. */
  readonly nearness?: number;
  readonly passages: readonly [StoredPassage, ...StoredPassage[]];
  /** What is quoted with them and not judged: the rest of their short section or list, else whole paragraphs and lists next to them. */
  readonly before: readonly StoredPassage[];
  readonly behind: readonly StoredPassage[];
}

/** Passages read around a hit: what reaches farther is no block. */
const BEFORE = 14;
const BEHIND = 28;
/** Longest list or table below a lead-in, section below a heading, and section that is quoted whole for one of its passages. */
const MOST = { items: 25, section: 20, around: 10 } as const;
/** Elements next to a block that are quoted with it, and characters on either side. */
const NEXT = { before: 2, behind: 3, characters: 600 } as const;
const BODY: ReadonlySet<PassageKind> = new Set(['paragraph', 'step', 'warning', 'table-row', 'definition', 'log-entry']);

/** Blocks of the hits, each once, the best hit's first. */
export async function gatherBlocks(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  hits: readonly FoundPassage[],
): Promise<readonly EvidenceBlock[]> {
  const ranges = await passages.ranges(
    access,
    hits.map(({ stored: { passage } }) => ({
      version: passage.versionId,
      from: Math.max(0, passage.order - BEFORE),
      to: passage.order + BEHIND,
    })),
  );
  const blocks = new Map<string, EvidenceBlock>();
  hits.forEach(({ stored, ...found }, at) => {
    // A hit and what is read around it are objects of their own.
    const near = (ranges[at] ?? []).map((one) => (one.passage.id === stored.passage.id ? stored : one));
    const around = blockAround(stored, near);
    if (around === undefined) return;
    const key = around.passages.map(({ passage }) => passage.id).join(' ');
    if (!blocks.has(key)) blocks.set(key, { hit: stored, rank: at + 1, ...found, ...around });
  });
  return [...blocks.values()];
}

type Around = Pick<EvidenceBlock, 'passages' | 'before' | 'behind'>;

/**
 * The passages of a hit, given what stands around it in reading order. An element whose end is not among `near` is not taken: half a
 * list would look like a whole one. Of a heading, the body below it, undefined where that is too long; of the lead of a list, the
 * list; of any other the passage alone, with its short section, its list or what is next to it beside it.
 */
function blockAround(hit: StoredPassage, near: readonly StoredPassage[]): Around | undefined {
  const { passage } = hit;
  if (passage.kind === 'heading') {
    // Of a code and its name the title is a part of the answer.
    const title = passage.cells === undefined ? [] : [hit];
    const [first, ...others] = [...title, ...(within(sectionBody(passage.order, near), near, MOST.section) ?? [])];
    return first === undefined ? undefined : { passages: [first, ...others], before: [], behind: [] };
  }
  const led = near.filter((one) => one.passage.structure.leadIn?.order === passage.order && BODY.has(one.passage.kind));
  if (led.length > 0) {
    const list = near.filter((one) => led.some((item) => isOfOneElement(item, one)));
    const items = within(list, near, MOST.items);
    return items === undefined ? { passages: [hit], ...nextTo(hit, near) } : { passages: [hit, ...items], before: [], behind: [] };
  }
  const whole = wholeAround(hit, near);
  const at = whole.indexOf(hit);
  const beside = at < 0 ? nextTo(hit, near) : { before: whole.slice(0, at), behind: whole.slice(at + 1) };
  return { passages: [hit], ...beside };
}

/** The short section of text or the list with its lead-in that a hit stands in; empty where there is none. */
function wholeAround(hit: StoredPassage, near: readonly StoredPassage[]): readonly StoredPassage[] {
  const { structure } = hit.passage;
  const section = structure.section === undefined ? [] : sectionBody(structure.section, near, 'own');
  const body = section.includes(hit) && !section.some(isRow) ? within(section, near, MOST.around) : undefined;
  if (body !== undefined) return body;
  if (structure.list === undefined || isRow(hit)) return [];
  const items = near.filter((one) => isOfList(one, structure.list) && BODY.has(one.passage.kind));
  const list = items.includes(hit) ? within(items, near, MOST.items) : undefined;
  const lead = near.find((one) => one.passage.order === structure.leadIn?.order && BODY.has(one.passage.kind));
  return list === undefined || lead === undefined || list.includes(lead) ? (list ?? []) : [lead, ...list];
}

/** A row with values of several columns: it says something by itself, where a name with its value is a line of a text. */
function isRow({ passage: { kind, cells = [] } }: StoredPassage): boolean {
  return kind === 'log-entry' || (kind === 'table-row' && cells.length !== 1);
}

/**
 * The sentence that is found is often the symptom, the condition or the lead of what is asked, and the answer stands next to it.
 * Rows are told by themselves: what stands above and below is of another thing.
 */
function nextTo(hit: StoredPassage, near: readonly StoredPassage[]): Pick<EvidenceBlock, 'before' | 'behind'> {
  if (isRow(hit)) return { before: [], behind: [] };
  const { section, list } = hit.passage.structure;
  const at = near.indexOf(hit);
  const isNext = (one: StoredPassage) =>
    BODY.has(one.passage.kind) && !isRow(one) && one.passage.structure.section === section && !isOfList(one, list);
  const before = elements(near.slice(0, at).reverse(), near, isNext, NEXT.before);
  return { before: before.reverse(), behind: elements(near.slice(at + 1), near, isNext, NEXT.behind) };
}

function isOfList({ passage }: StoredPassage, list: number | undefined): boolean {
  return list !== undefined && passage.structure.list === list;
}

/** The first elements of a way through what stands around, lists whole, up to one that is not next, too long or cut off. */
function elements(
  way: readonly StoredPassage[],
  near: readonly StoredPassage[],
  isNext: (one: StoredPassage) => boolean,
  most: number,
): StoredPassage[] {
  let [taken, characters] = [0, 0];
  for (let count = 0; count < most; count++) {
    const next = way[taken];
    if (next === undefined) break;
    const { list } = next.passage.structure;
    const end = list === undefined ? taken : way.findLastIndex((one) => isOfList(one, list));
    const element = way.slice(taken, end + 1);
    characters += element.reduce((sum, { passage }) => sum + passage.text.length, 0);
    const isWhole = list === undefined || within([...element].sort(byOrder), near, MOST.around) !== undefined;
    if (!isWhole || !element.every(isNext) || characters > NEXT.characters) break;
    taken = end + 1;
  }
  const [last, next] = [way[taken - 1], way[taken]];
  // The lead of a list that is not taken says nothing.
  const isLead = last !== undefined && next?.passage.structure.leadIn?.order === last.passage.order;
  return way.slice(0, isLead ? taken - 1 : taken);
}

function byOrder(a: StoredPassage, b: StoredPassage): number {
  return a.passage.order - b.passage.order;
}

function isOfOneElement(item: StoredPassage, other: StoredPassage): boolean {
  const [a, b] = [item.passage.structure, other.passage.structure];
  if (!BODY.has(other.passage.kind)) return false;
  return (a.list !== undefined && a.list === b.list) || (a.table !== undefined && a.table === b.table);
}

/** Text and rows below a heading; `own`: those of no section within it. */
function sectionBody(opening: number, near: readonly StoredPassage[], which: 'own' | 'all' = 'all'): readonly StoredPassage[] {
  const sectionOf = new Map(near.map(({ passage }) => [passage.order, passage.structure.section]));
  const isBelow = (section: number | undefined): boolean => {
    for (let at = section; at !== undefined && at >= opening; at = sectionOf.get(at)) if (at === opening) return true;
    return false;
  };
  return near.filter(({ passage: { kind, order, structure } }) => {
    if (!BODY.has(kind) || order <= opening) return false;
    return which === 'own' ? structure.section === opening : isBelow(structure.section);
  });
}

/** These passages if they are not too many and neither edge of what was read cuts them off. */
function within(some: readonly StoredPassage[], near: readonly StoredPassage[], most: number): readonly StoredPassage[] | undefined {
  const [first, last] = [some[0], some.at(-1)];
  if (first === undefined || last === undefined || some.length > most) return undefined;
  const [begin, end] = [near[0], near.at(-1)];
  const isCutBefore = first === begin && first.passage.order > 0;
  const isCutBehind = last === end && near.length > BEHIND;
  return isCutBefore || isCutBehind ? undefined : some;
}
