import type { ExcludedRun, ExclusionReason, Passage, PassageKind, VersionId } from '../../../kernel/index.ts';
import { anchorsText, languageOf, makePassageId } from '../../../kernel/index.ts';
import type { LeftOut } from '../layout/glyph.ts';
import type { LineElement, PageElements, TableElement } from '../layout/page-elements.ts';
import { rowText } from '../layout/rows.ts';
import { classifyLine, type Opening } from './classify-line.ts';
import { type OpenHeading, openHeading, titleKey } from './heading-rules.ts';
import { joinOf } from './line-joins.ts';
import type { LastLine, OpenBlock, PageCounts, PageState, PageStyle, PageTitle } from './page-state.ts';
import { runAnchors } from './placed-anchors.ts';
import { addRow, continuesTable, readTable } from './table-passages.ts';
import { type PlacedText, TextBuilder } from './text-builder.ts';

/** A block longer than this ends at the next line, so that the state between pages stays small. */
const LONGEST_BLOCK = 3_000;
const MAX_HEADINGS = 12;

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
        this.addTable(element, index === 0);
        return;
      }
      const frameLines =
        element.frame === undefined ? 0 : elements.filter((one) => one.kind === 'line' && one.frame === element.frame).length;
      const gapAbove = before?.kind === 'line' ? gapBetween(before, element) : Number.POSITIVE_INFINITY;
      this.addLine(
        element,
        classifyLine(element, { style: this.style, titles, next: after?.kind === 'line' ? after : undefined, gapAbove, frameLines }),
      );
    });
  }

  /** Ends the document: what is still open is complete. */
  finish(): void {
    this.closeBlock();
  }

  count(change: (counts: PageCounts) => Partial<PageCounts>): void {
    this.state = { ...this.state, counts: { ...this.state.counts, ...change(this.state.counts) } };
  }

  private addLine(line: LineElement, opening: Opening): void {
    const { block } = this.state;
    if (block !== undefined && this.goesOn(block, line, opening)) return;
    this.closeBlock();
    if (opening.kind === 'caption') {
      const continued = /续|continued|cont\./iu.test(rowText(line.row));
      if (!continued) this.patch({ table: undefined });
    } else this.patch({ table: undefined, caption: undefined });
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
      this.patch({ block: extend(block, line, this.page, join) });
      return true;
    }
    this.patch({ block: extend(block, line, this.page, 'flow') });
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

  private addTable(element: TableElement, first: boolean): void {
    this.closeBlock();
    const { table } = element;
    const last = first || this.state.caption !== undefined ? this.state.table : undefined;
    const goesOn = continuesTable(table, this.page, last) ? last : undefined;
    const caption = goesOn?.caption ?? this.state.caption;
    const read = readTable(table, this.page, caption, goesOn);
    const outer = this.headingTexts();
    for (const draft of read.drafts) {
      const headings = [...outer, ...draft.context, ...(caption === undefined ? [] : [caption])];
      this.emit(draft.kind, draft, headings, draft.cells === undefined ? {} : { cells: draft.cells });
    }
    for (const one of read.leftOut) this.exclude(one);
    if (goesOn === undefined && read.last !== undefined) this.count(({ tables }) => ({ tables: tables + 1 }));
    this.patch({ table: read.last, caption: undefined });
  }

  private closeBlock(): void {
    const { block } = this.state;
    if (block === undefined) return;
    this.patch({ block: undefined });
    this.emit(block.kind, block, this.headingTexts(), block.marker === undefined ? {} : { marker: block.marker });
    if (block.kind === 'caption' && /^(?:续?表|Table)/u.test(block.text)) this.patch({ caption: block.text.slice(0, 300) });
    if (block.heading !== undefined && !this.isOfCover(block)) {
      const heading: OpenHeading = { ...block.heading, text: block.text.slice(0, 300) };
      this.patch({ headings: openHeading(this.state.headings, heading).slice(0, MAX_HEADINGS) });
    }
  }

  /** The document's title, and a line set large but light below it on the cover, head no section. */
  private isOfCover({ text, heading, last }: OpenBlock): boolean {
    const { title } = this.style;
    if (title === undefined || this.state.headings.length > 0 || heading?.depth !== undefined || heading?.outline !== undefined)
      return false;
    return titleKey(title).includes(titleKey(text)) || (last.page === 1 && !last.bold);
  }

  private headingTexts(): string[] {
    return this.state.headings.map((heading) => heading.text);
  }

  private emit(
    kind: PassageKind,
    { text, runs }: PlacedText,
    headings: readonly string[],
    extra: Pick<Passage, 'cells'> | Pick<Passage, 'marker'>,
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
      headings,
      anchors,
      order,
      runs,
      structure: {},
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

function openBlock(line: LineElement, opening: Opening, page: number): OpenBlock {
  const builder = new TextBuilder();
  addRow(builder, line.row, page, false);
  const kind: PassageKind = opening.kind === 'text' || opening.kind === 'item' ? 'paragraph' : opening.kind;
  return {
    kind,
    ...builder.build(),
    ...(opening.kind === 'step' ? { marker: opening.marker } : {}),
    ...(line.frame === undefined ? {} : { frame: `${page}/${line.frame}` }),
    ...(opening.kind === 'heading' ? { heading: opening.heading } : {}),
    bare: opening.kind === 'warning' && opening.bare,
    first: line.row.x0,
    left: line.row.x0,
    lines: 1,
    last: lastLine(line, page),
  };
}

function extend(block: OpenBlock, line: LineElement, page: number, join: 'flow' | 'item'): OpenBlock {
  const builder = new TextBuilder(block);
  if (join === 'item') builder.addJoint('\n');
  if (block.bare && join === 'flow') builder.addJoint(' ');
  addRow(builder, line.row, page, join === 'flow' && !block.bare);
  const left = block.lines === 1 ? line.row.x0 : Math.min(block.left, line.row.x0);
  return { ...block, ...builder.build(), bare: false, left, lines: block.lines + 1, last: lastLine(line, page) };
}

function lastLine({ row, right }: LineElement, page: number): LastLine {
  const { x1, y0, y1, baseline, size, bold } = row;
  return { page, x1, y0, y1, baseline, size, bold, right };
}
