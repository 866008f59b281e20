import type { ExcludedRun, ExclusionReason, Passage, PassageKind, PassageStructure, VersionId } from '../../../kernel/index.ts';
import { anchorsText, languageOf, makePassageId } from '../../../kernel/index.ts';
import { enclose, type LeftOut } from '../layout/glyph.ts';
import type { LineElement, PageElements, TableElement } from '../layout/page-elements.ts';
import { rowText } from '../layout/rows.ts';
import { classifyLine, type Opening } from './classify-line.ts';
import { captionKey, captionOf, type OpenHeading, openHeading, titleKey } from './heading-rules.ts';
import { joinOf } from './line-joins.ts';
import { extendBlock, openBlock } from './open-block.ts';
import { type LeadIn, passText, placeItem } from './open-list.ts';
import type { OpenBlock, PageCounts, PageState, PageStyle, PageTitle } from './page-state.ts';
import { runAnchors } from './placed-anchors.ts';
import { continuesTable, heldDrafts, readTable, type TableDraft } from './table-passages.ts';
import type { PlacedText } from './text-builder.ts';

/** A block longer than this ends at the next line, so that the state between pages stays small. */
const LONGEST_BLOCK = 3_000;
const MAX_HEADINGS = 12;
const LONGEST_TITLE = 300;
const LONGEST_LEAD = 120;

/** Turns the elements of pages into passages, page after page; between pages it is `state` and nothing else. */
export class PageFolder {
  private readonly versionId: VersionId;
  private readonly style: PageStyle;
  private passages: Passage[] = [];
  private excluded: ExcludedRun[] = [];
  private state: PageState;
  private page = 0;

  constructor(versionId: VersionId, style: PageStyle, state: PageState) {
    this.versionId = versionId;
    this.style = style;
    this.state = state;
  }

  /** Passages and excluded runs since the last call, and the state to go on from. */
  take(): { readonly passages: readonly Passage[]; readonly excluded: readonly ExcludedRun[]; readonly state: PageState } {
    const taken = { passages: this.passages, excluded: this.excluded, state: this.state };
    this.passages = [];
    this.excluded = [];
    return taken;
  }

  addPage(page: number, { elements, leftOut }: PageElements, titles: readonly PageTitle[]): void {
    this.page = page;
    for (const one of leftOut) this.exclude(one);
    elements.forEach((element, index) => {
      const before = elements[index - 1];
      const after = elements[index + 1];
      if (element.kind === 'table') {
        this.addTable(
          element,
          elements.slice(0, index).every((one) => one.kind === 'line' && this.isRepeatedCaption(one)),
        );
        return;
      }
      const frameLines =
        element.frame === undefined ? 0 : elements.filter((one) => one.kind === 'line' && one.frame === element.frame).length;
      const gapAbove = before?.kind === 'line' ? gapBetween(before, element) : Number.POSITIVE_INFINITY;
      if (index === 0 && after?.kind === 'table' && this.isRepeatedCaption(element)) {
        this.exclude({ text: rowText(element.row), boxes: [enclose(element.row.pieces) ?? element.row], reason: 'running-header' });
        return;
      }
      this.addLine(
        element,
        classifyLine(element, { style: this.style, titles, next: after?.kind === 'line' ? after : undefined, gapAbove, frameLines }),
      );
    });
  }

  /** Ends the document: what is still open is complete. */
  finish(): void {
    this.closeBlock();
    this.closeTable();
  }

  count(change: (counts: PageCounts) => Partial<PageCounts>): void {
    this.state = { ...this.state, counts: { ...this.state.counts, ...change(this.state.counts) } };
  }

  private addLine(line: LineElement, opening: Opening): void {
    const { block } = this.state;
    if (block !== undefined && this.goesOn(block, line, opening)) return;
    this.closeBlock();
    this.closeTable();
    if (opening.kind !== 'caption') this.patch({ caption: undefined });
    this.patch({ block: openBlock(line, opening, this.page) });
  }

  /** Adds the line to the open block where it belongs there. */
  private goesOn(block: OpenBlock, line: LineElement, opening: Opening): boolean {
    if (block.text.length > LONGEST_BLOCK) return false;
    if (block.kind === 'heading') {
      const { heading } = block;
      const joins = opening.kind === 'heading' && opening.heading.depth === undefined && opening.heading.outline === undefined;
      if (!joins || heading === undefined || Math.abs(opening.heading.size - heading.size) > 0.3) return false;
      if (
        joinOf(block, line, this.page, { ...this.style, leading: Math.min(this.style.leading, 1.4) }, false) !== 'flow' &&
        !this.isOutlineWrap(block, line)
      )
        return false;
    } else {
      const opens = opening.kind !== 'text' && !(opening.kind === 'heading' && block.bare);
      if (opening.kind === 'heading' && !(block.kind === 'warning' && block.frame !== undefined)) {
        if (!block.bare || opening.heading.outline !== undefined) return false;
      }
      const join = joinOf(block, line, this.page, this.style, opens);
      if (join === 'none') return false;
      this.patch({ block: extendBlock(block, line, this.page, join) });
      return true;
    }
    this.patch({ block: extendBlock(block, line, this.page, 'flow') });
    return true;
  }

  private isOutlineWrap(block: OpenBlock, line: LineElement): boolean {
    return (
      block.heading?.outline !== undefined &&
      block.last.page === this.page &&
      line.row.baseline - block.last.baseline < 1.7 * block.last.size &&
      block.lines === 1
    );
  }

  /** Whether a line at the head of a page says the caption of the table before again, as its first line or as a continuation. */
  private isRepeatedCaption(line: LineElement): boolean {
    const { table } = this.state;
    if (table === undefined || table.page !== this.page - 1 || table.leadIn === undefined) return false;
    const key = captionKey(rowText(line.row));
    return key !== '' && captionKey(table.leadIn.text).startsWith(key);
  }

  private addTable(element: TableElement, first: boolean): void {
    this.closeBlock();
    const { table } = element;
    const last = first && continuesTable(table, this.page, this.state.table) ? this.state.table : undefined;
    if (last === undefined) this.closeTable();
    const { order, caption, lead } = this.state;
    const read = readTable(table, this.page, order, caption ?? lead, last);
    for (const draft of read.drafts) this.emitOfTable(draft);
    for (const one of read.leftOut) this.exclude(one);
    if (!read.goesOn && read.last !== undefined) this.count(({ tables }) => ({ tables: tables + 1 }));
    this.patch({ table: read.last, caption: undefined, lead: undefined });
  }

  /** Gives out the row that waited for the next page: no table goes on there. */
  private closeTable(): void {
    const { table } = this.state;
    if (table === undefined) return;
    this.patch({ table: undefined });
    for (const draft of heldDrafts(table)) this.emitOfTable(draft);
  }

  private emitOfTable({ kind, text, runs, cells, table, labels, leadIn }: TableDraft): void {
    this.emit(
      kind,
      { text, runs },
      {
        ...this.sectionOf(this.state.headings),
        ...(table === undefined ? {} : { table }),
        ...(leadIn === undefined ? {} : { leadIn: { order: leadIn.order, text: leadIn.text } }),
        ...(labels === undefined || labels.length === 0 ? {} : { rowLabels: labels }),
      },
      cells === undefined ? {} : { cells },
    );
  }

  private closeBlock(): void {
    const { block } = this.state;
    if (block === undefined) return;
    this.patch({ block: undefined });
    const { order } = this.state;
    const extra = block.marker === undefined ? {} : { marker: block.marker };
    if (block.heading !== undefined) this.closeHeading(block, block.heading);
    else if (block.mark !== undefined) this.emit(block.kind, block, this.placeInList(block), extra);
    else {
      this.emit(block.kind, block, this.sectionOf(this.state.headings), extra);
      const said: LeadIn = { order, text: block.text.slice(0, LONGEST_TITLE), x: block.first };
      if (block.kind === 'caption' && captionOf(block.text) === 'table') this.patch({ caption: said });
      if (block.kind === 'caption' || block.kind === 'warning') return;
      const { list } = this.state;
      this.patch({
        lead: leadsOn(block, this.style) ? said : undefined,
        ...(list === undefined ? {} : { list: passText(list, block.first, block.last.size) }),
      });
    }
  }

  private closeHeading(block: OpenBlock, shape: OpenHeading): void {
    const heading: OpenHeading = { ...shape, text: block.text.slice(0, LONGEST_TITLE), order: this.state.order };
    const open = openHeading(this.state.headings, heading);
    const around = open.slice(0, -1);
    this.emit('heading', block, { ...this.sectionOf(around), level: open.length }, {}, around);
    this.patch({ list: undefined, lead: undefined, caption: undefined });
    if (!this.isOfCover(block)) this.patch({ headings: open.slice(0, MAX_HEADINGS) });
  }

  /** The document's title, and a line set large but light below it on the cover, head no section. */
  private isOfCover({ text, heading, last }: OpenBlock): boolean {
    const { title } = this.style;
    if (title === undefined || this.state.headings.length > 0 || heading?.depth !== undefined || heading?.outline !== undefined)
      return false;
    return titleKey(title).includes(titleKey(text)) || (last.page === 1 && !last.bold);
  }

  private placeInList(block: OpenBlock): PassageStructure {
    const { headings, lead, order } = this.state;
    const { mark, first, inset, last } = block;
    const section = this.sectionOf(headings);
    if (mark === undefined) return section;
    const { page, baseline, size } = last;
    const list = placeItem(this.state.list, { ...mark, x: first, inset, page, baseline, size }, order, lead);
    this.patch({ list, lead: endsInColon(block.text) ? { order, text: block.text.slice(0, LONGEST_TITLE), x: first + size } : undefined });
    const { leadIn } = list;
    return {
      ...section,
      list: list.opening,
      level: list.levels.length,
      ...(leadIn === undefined ? {} : { leadIn: { order: leadIn.order, text: leadIn.text } }),
    };
  }

  private sectionOf(open: readonly OpenHeading[]): PassageStructure {
    const section = open.at(-1)?.order;
    return section === undefined ? {} : { section };
  }

  private emit(
    kind: PassageKind,
    { text, runs }: PlacedText,
    structure: PassageStructure,
    extra: Pick<Passage, 'cells'> | Pick<Passage, 'marker'>,
    open: readonly OpenHeading[] = this.state.headings,
  ): void {
    if (runs.length === 0) return;
    const anchors = runAnchors(runs);
    const id = makePassageId(this.versionId, kind, anchorsText(anchors), text);
    const order = this.state.order;
    this.passages.push({
      id,
      versionId: this.versionId,
      kind,
      text,
      language: languageOf(text),
      headings: open.map((heading) => heading.text),
      anchors,
      order,
      runs,
      structure,
      scope: [],
      ...extra,
    });
    this.patch({ order: order + 1 });
    this.count(({ characters, passages }) => ({ characters: characters + solidLength(text), passages: passages + 1 }));
  }

  private exclude({ text, boxes, reason }: LeftOut): void {
    const anchor = { kind: 'page' as const, page: this.page, boxes: boxes.map(roundBox) };
    this.excluded.push({ text, anchor, reason });
    const before: Partial<Record<ExclusionReason, number>> = this.state.counts.excluded;
    this.count(() => ({ excluded: { ...before, [reason]: (before[reason] ?? 0) + solidLength(text) } }));
  }

  /** Sets parts of the state; undefined takes one away, so that the state stays plain JSON. */
  private patch(change: { readonly [Part in keyof PageState]?: PageState[Part] | undefined }): void {
    const next: Record<string, unknown> = { ...this.state, ...change };
    for (const [part, value] of Object.entries(change)) if (value === undefined) delete next[part];
    this.state = next as unknown as PageState;
  }
}

/** Characters other than white space. */
function solidLength(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

function roundBox(box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }) {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x0: round(box.x0), y0: round(box.y0), x1: round(box.x1), y1: round(box.y1) };
}

function gapBetween(above: LineElement, below: LineElement): number {
  const gap = below.row.y0 - above.row.y1;
  return gap < -above.row.size ? Number.POSITIVE_INFINITY : gap / below.row.size;
}

function endsInColon(text: string): boolean {
  return /[:：]\s*$/u.test(text);
}

/** Whether a block introduces what comes after it: its words end in a colon, or it is one bold line of a text that is not. */
function leadsOn(block: OpenBlock, style: PageStyle): boolean {
  return endsInColon(block.text) || (block.last.bold && !style.bodyBold && block.lines <= 2 && block.text.length <= LONGEST_LEAD);
}
