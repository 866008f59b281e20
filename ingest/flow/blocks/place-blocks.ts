import type { Cell, PassageKind, PassageStructure, PicturePlace, Recognition, RowLabel } from '../../../kernel/index.ts';
import type { Block } from './block.ts';
import { createListTracker, type ListTracker } from './list-tracker.ts';
import { splitLong } from './split-long.ts';

type LeadIn = NonNullable<PassageStructure['leadIn']>;

interface Draft extends Omit<Block, 'structure'> {
  structure: PassageStructure;
}

/**
 * A list or box that is open. Of a list, `opening` is the order of its first passage, once there is one; `isCounted` once it had a
 * numbered item of its own.
 */
type Container =
  | { readonly kind: 'list'; opening: number | undefined; leadIn: LeadIn | undefined; isCounted: boolean }
  | { readonly kind: 'box'; leadIn: LeadIn | undefined; readonly numbered: ListTracker };

interface Piece {
  readonly kind: PassageKind;
  readonly text: string;
  /** UTF-16 units of `text` that are no words of it: the marker before a step. */
  readonly skipped?: number;
  readonly path: string;
  readonly marker?: string;
  readonly cells?: readonly Cell[];
  /** An item of the list that is open. */
  readonly isItem?: boolean;
  /** Of a step that is set as a title the depth of that. */
  readonly title?: number;
  readonly table?: number;
  readonly leadIn?: LeadIn;
  readonly rowLabels?: readonly RowLabel[];
  /** Of what was recognised in a picture, which parts no lead-in from its list. */
  readonly recognition?: Recognition;
  readonly picture?: PicturePlace;
}

/** Puts blocks in their order and keeps which section, list and table each is part of. */
export interface BlockPlaces {
  readonly blocks: readonly Block[];
  /** Title of the innermost open section. */
  title(): string | undefined;
  heading(level: number, text: string, path: string, cells: readonly Cell[] | undefined): void;
  /** What follows stands in no section that is open, and goes on with no list. */
  endSections(): void;
  add(piece: Piece): void;
  /** The block added last introduces the list or table that comes directly behind it. */
  announce(): void;
  /** What introduces the table or run of fields that would come now. */
  announced(): LeadIn | undefined;
  openList(): void;
  openBox(): void;
  /** The block added last is the title of the box that is open. */
  titleBox(): void;
  close(kind: Container['kind']): void;
}

export function createBlockPlaces(): BlockPlaces {
  const blocks: Draft[] = [];
  const sections: { readonly level: number; readonly title: string; readonly order: number }[] = [];
  const containers: Container[] = [];
  const numbered = createListTracker();
  /** Lead-ins of numbered lists, by the order of their first passage. */
  const leads = new Map<number, LeadIn>();
  let lead: (LeadIn & { readonly ofItem: boolean }) | undefined;

  const plainLead = (): LeadIn | undefined => (lead === undefined ? undefined : { ...orderOf(lead), text: lead.text });
  const base = (): Pick<Block, 'headings'> & { section: Pick<PassageStructure, 'section'> } => {
    const section = sections.at(-1)?.order;
    return { headings: sections.map(({ title }) => title), section: section === undefined ? {} : { section } };
  };
  const closeSections = (level: number): void => {
    while ((sections.at(-1)?.level ?? 0) >= level) sections.pop();
  };
  const openLists = () => containers.filter((container) => container.kind === 'list');
  const leadAround = (): LeadIn | undefined => containers.findLast(({ leadIn }) => leadIn !== undefined)?.leadIn;

  /** List and nesting of the next block, by its markup or else by what its marker counts. */
  const listPlace = ({ marker, isItem = false }: Piece): Pick<PassageStructure, 'list' | 'level' | 'leadIn'> => {
    const order = blocks.length;
    const lists = openLists();
    const [outer] = lists;
    const box = containers.findLast((container) => container.kind === 'box');
    const isOutermost = outer === undefined || (lists.length === 1 && isItem);
    const tracker =
      outer !== undefined && box !== undefined && containers.indexOf(outer) < containers.indexOf(box)
        ? numbered
        : (box?.numbered ?? numbered);
    if (isOutermost && marker !== undefined) {
      const announcedBy = outer === undefined || !outer.isCounted ? lead : undefined;
      const isLed = announcedBy !== undefined && !announcedBy.ofItem;
      const place = tracker.place(marker, order, { isLed, nests: outer === undefined, within: outer?.opening });
      const goesOn = place.goesOn && outer?.isCounted !== true;
      if (goesOn) takeIn(place.opening, order);
      const leadIn = place.goesOn ? leads.get(place.opening) : (outer?.leadIn ?? plainLead());
      if (leadIn !== undefined) leads.set(place.opening, leadIn);
      if (outer === undefined) {
        const own = place.level > 1 ? (plainLead() ?? leadIn) : leadIn;
        return { list: place.opening, level: place.level, ...(own === undefined ? {} : { leadIn: own }) };
      }
      if (goesOn || outer.opening === undefined) {
        outer.opening = place.opening;
        outer.leadIn ??= leadIn;
      }
      outer.isCounted = true;
    } else if (outer !== undefined && marker !== undefined && isItem) {
      const opening = tracker.nested(marker, lists.length);
      if (opening !== undefined && outer.opening === undefined && lead === undefined) {
        takeIn(opening, order);
        outer.opening = opening;
        outer.leadIn ??= leads.get(opening);
      }
    }
    if (outer === undefined) return {};
    outer.opening ??= order;
    const level = isItem ? lists.length : marker === undefined ? undefined : lists.length + 1;
    return { list: outer.opening, ...(level === undefined ? {} : { level }) };
  };

  /** What stands between two items of a list is part of it. */
  const takeIn = (opening: number, until: number): void => {
    for (let at = until - 1; at > opening; at -= 1) {
      const block = blocks[at];
      if (block === undefined || block.structure.list === opening) return;
      const { list, level, leadIn = leads.get(opening), ...rest } = block.structure;
      const deeper = level === undefined ? {} : { level: list === undefined ? level : level + 1 };
      block.structure = { ...rest, ...deeper, list: opening, ...(leadIn === undefined ? {} : { leadIn }) };
    }
  };

  return {
    blocks,
    title: () => sections.at(-1)?.title,
    endSections() {
      sections.length = 0;
      lead = undefined;
      numbered.end();
    },
    heading(level, text, path, cells) {
      closeSections(level);
      lead = undefined;
      numbered.end();
      for (const container of containers) {
        if (container.kind === 'box') container.numbered.end();
        else Object.assign(container, { opening: undefined, leadIn: undefined, isCounted: false });
      }
      const { headings, section } = base();
      blocks.push({
        ...{ kind: 'heading', text, path, start: 0, headings, structure: { ...section, level } },
        ...(cells === undefined ? {} : { cells }),
      });
      sections.push({ level, title: text, order: blocks.length - 1 });
    },
    add(piece) {
      const { kind, text, skipped = 0, path, marker, cells, table, rowLabels, title, recognition, picture } = piece;
      if (title !== undefined) closeSections(title);
      const begin = text.slice(skipped).length - text.slice(skipped).trimStart().length;
      const pieces = cells === undefined && picture === undefined ? splitLong(text.slice(skipped).trim()) : [{ text, start: 0 }];
      for (const part of pieces) {
        if (part.text === '') continue;
        const { headings, section } = base();
        const inList = listPlace(piece);
        const leadIn = piece.leadIn ?? inList.leadIn ?? leadAround();
        const structure: PassageStructure = {
          ...section,
          ...inList,
          ...(title === undefined ? {} : { title }),
          ...(table === undefined ? {} : { table }),
          ...(leadIn === undefined ? {} : { leadIn }),
          ...(rowLabels === undefined || rowLabels.length === 0 ? {} : { rowLabels }),
        };
        blocks.push({
          ...{ kind, text: part.text, path, start: skipped + begin + part.start, headings, structure },
          ...(marker === undefined ? {} : { marker }),
          ...(cells === undefined ? {} : { cells }),
          ...(recognition === undefined ? {} : { recognition }),
          ...(picture === undefined ? {} : { picture }),
        });
        if (picture === undefined) lead = undefined;
      }
    },
    announce() {
      const last = blocks.at(-1);
      if (last !== undefined) lead = { order: blocks.length - 1, text: last.text, ofItem: last.structure.level !== undefined };
    },
    announced: plainLead,
    openList() {
      containers.push({ kind: 'list', opening: undefined, leadIn: plainLead(), isCounted: false });
    },
    openBox() {
      containers.push({ kind: 'box', leadIn: undefined, numbered: createListTracker() });
    },
    titleBox() {
      const last = blocks.at(-1);
      const box = containers.at(-1);
      if (last !== undefined && box?.kind === 'box') box.leadIn = { order: blocks.length - 1, text: last.text };
    },
    close(kind) {
      const at = containers.findLastIndex((container) => container.kind === kind);
      if (at >= 0) containers.splice(at, 1);
    },
  };
}

function orderOf({ order }: LeadIn): Pick<LeadIn, 'order'> {
  return order === undefined ? {} : { order };
}
