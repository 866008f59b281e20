import type { PassageStructure, VersionId } from '../../../kernel/index.ts';
import { stepTitle } from '../../../ontology/index.ts';
import { hasWord } from '../../layout/has-word.ts';
import type { LineElement, PageElements, TableElement } from '../../layout/page-elements.ts';
import { rowText } from '../../layout/rows.ts';
import { addFigure } from './add-figure.ts';
import { addSheet, type SheetPage } from './add-sheet.ts';
import { type BlockPart, blockParts } from './block-parts.ts';
import { type Counted, classifyLine, isCodeLine, isCounted, isTitleLike, type Opening } from './classify-line.ts';
import { continuedTable, repeatsCaption } from './continued-table.ts';
import { figureLabels } from './figure-labels.ts';
import { captionOf, type OpenHeading, openHeading } from './heading-rules.ts';
import { isOfText } from './is-of-text.ts';
import { isOutlineWrap } from './is-outline-wrap.ts';
import { isOfTitle, isSubtitle } from './is-subtitle.ts';
import { type ItemMark, numberedMark } from './item-mark.ts';
import { opensItem, runsOn } from './item-place.ts';
import { endsInColon, leadInText, leadsOn } from './leads-on.ts';
import { gapBetween, joinOf } from './line-joins.ts';
import { marksAfter, marksBefore } from './marks-around.ts';
import { besideOf, extendBlock, openBlock, standsInList } from './open-block.ts';
import { isOfItem, type LeadIn, type PlacedBeside, passText, placeItem, tableOfItem } from './open-list.ts';
import { withoutTitle } from './outline-title.ts';
import type { OpenBlock, PageCounts, PageState, PageStyle, PageTitle } from './page-state.ts';
import { PassageSink } from './passage-sink.ts';
import { cellsOf, leadInOf, listOf, sectionOf, titleOf } from './structure-of.ts';
import type { TableDraft } from './table-drafts.ts';
import { heldDrafts, readTable } from './table-passages.ts';

/** A block longer than this ends at the next line, so that the state between pages stays small. */
const LONGEST_BLOCK = 3_000;
const COMMA = /[,，、]$/u;
const MAX_HEADINGS = 12;
const LONGEST_TITLE = 300;

/** Turns the elements of pages into passages, page after page; between pages it is `state` and nothing else. */
export class PageFolder {
  private readonly style: PageStyle;
  private readonly sink: PassageSink;
  private page = 0;

  constructor(versionId: VersionId, style: PageStyle, state: PageState) {
    this.style = style;
    this.sink = new PassageSink(versionId, state);
  }

  take(): ReturnType<PassageSink['take']> {
    return this.sink.take();
  }

  addPage(page: number, { elements, leftOut, lineNumbering }: PageElements, titles: readonly PageTitle[]): void {
    this.page = page;
    this.sink.patch({ lineNumbering });
    for (const one of leftOut) this.sink.exclude(one, this.page);
    const labels = figureLabels(elements);
    let open = titles;
    for (const [index, element] of elements.entries()) {
      const before = elements[index - 1];
      const after = elements[index + 1];
      if (element.kind === 'figure') {
        this.finish();
        addFigure(this.sink, element.figure, page);
        continue;
      }
      if (element.kind === 'table') {
        const first = elements.slice(0, index).every((one) => one.kind === 'line' && repeatsCaption(this.sink.state.table, one, page));
        this.addTable(element, first);
        continue;
      }
      const frameLines =
        element.frame === undefined ? 0 : elements.filter((one) => one.kind === 'line' && one.frame === element.frame).length;
      const gapAbove = before?.kind === 'line' ? gapBetween(before, element) : Number.POSITIVE_INFINITY;
      if (index === 0 && after?.kind === 'table' && repeatsCaption(this.sink.state.table, element, page)) {
        this.sink.excludeRow(element.row, 'running-header', page);
        continue;
      }
      const next = after?.kind === 'line' ? after : undefined;
      const ofItem = standsInList(this.sink.state, element, page);
      const seen = classifyLine(element, { style: this.style, titles: open, next, gapAbove, frameLines, ofItem });
      const isLabel = labels.has(element) && (seen.kind === 'step' || (seen.kind === 'heading' && seen.title === undefined));
      const isRest = isTitleLike(seen) && !element.row.bold && runsOn(this.sink.state.block, element, page, this.style);
      const opening: Opening = isLabel || isRest ? { kind: 'text' } : seen;
      if (opening.kind === 'heading' && opening.title !== undefined) open = withoutTitle(open, opening.title);
      const isItem = !isCounted(opening) || this.opensItem(element, opening, elements.slice(index + 1));
      this.addLine(element, isItem ? opening : { kind: 'text' });
    }
  }

  /** Adds a page that is a sheet of a drawing: nothing goes on over it but the section. */
  addSheet(sheet: SheetPage): void {
    this.finish();
    addSheet(this.sink, sheet);
  }

  /** Ends the document: what is still open is complete. */
  finish(): void {
    this.closeBlock();
    this.closeTable();
  }

  count(change: (counts: PageCounts) => Partial<PageCounts>): void {
    this.sink.count(change);
  }

  /** What is known of the pages before. */
  get state(): PageState {
    return this.sink.state;
  }

  /** Titles of the sections that go on. */
  get openTitles(): readonly string[] {
    return this.sink.state.headings.map(({ text }) => text.replace(/^[\d.\s]+/u, ''));
  }

  note(known: Pick<PageState, 'edges' | 'print'>): void {
    this.sink.patch(known);
  }

  /** Whether a line that opens like a numbered item is one, by what stands around it. */
  private opensItem(line: LineElement, { marker, mark }: Counted, later: PageElements['elements']): boolean {
    const { block } = this.sink.state;
    const before = marksBefore(this.sink.state, line.row.x0);
    return opensItem(line, marker, mark, { before, after: marksAfter(later), runsOn: runsOn(block, line, this.page, this.style) });
  }

  private addLine(line: LineElement, opening: Opening): void {
    const { block } = this.sink.state;
    if (block !== undefined && this.goesOn(block, line, opening)) return;
    this.closeBlock();
    this.closeTable();
    if (opening.kind !== 'caption') this.sink.patch({ caption: undefined });
    this.sink.patch({ block: openBlock(line, opening, this.page) });
  }

  /** Adds the line to the open block where it belongs there. */
  private goesOn(block: OpenBlock, line: LineElement, opening: Opening): boolean {
    if (block.text.length > LONGEST_BLOCK) return false;
    // The sign of danger drawn between a signal word and what it warns of.
    if (block.bare && block.last.page === this.page && !hasWord(rowText(line.row))) {
      this.sink.excludeRow(line.row, 'picture-label', this.page);
      return true;
    }
    if (block.kind === 'heading') {
      const { heading } = block;
      const joins = opening.kind === 'heading' && opening.heading.depth === undefined && opening.heading.outline === undefined;
      if (!joins || heading === undefined || Math.abs(opening.heading.size - heading.size) > 0.3) return false;
      if (
        joinOf(block, line, this.page, { ...this.style, leading: Math.min(this.style.leading, 1.4) }, false) !== 'flow' &&
        !isOutlineWrap(block, line, this.page)
      )
        return false;
    } else {
      const ofCaption = isTitleLike(opening) && block.kind === 'caption' && block.lines === 1;
      // Names in the face of listings may fill a line of a sentence: it goes on behind a comma.
      if (block.listing === true ? !isCodeLine(line) : opening.kind === 'listing' && !COMMA.test(block.text)) return false;
      const opens = !isOfText(block, line, opening) && !ofCaption;
      if (opening.kind === 'heading' && !ofCaption && !(block.kind === 'warning' && block.frame !== undefined)) {
        if (!block.bare || opening.heading.outline !== undefined) return false;
      }
      const join = joinOf(block, line, this.page, this.style, opens);
      if (join === 'none') return false;
      this.sink.patch({ block: extendBlock(block, line, this.page, join) });
      return true;
    }
    this.sink.patch({ block: extendBlock(block, line, this.page, 'flow') });
    return true;
  }

  private addTable(element: TableElement, first: boolean): void {
    this.closeBlock();
    const origin = this.sink.state.counts.recognised === undefined ? 'drawn' : 'recognised';
    const continued = first ? continuedTable(element.table, this.page, this.sink.state.table, origin) : undefined;
    const last = continued === undefined ? undefined : this.sink.state.table;
    if (last === undefined) this.closeTable();
    const { order, caption, lead, list, seen } = this.sink.state;
    const ofItem = last === undefined ? tableOfItem(list, element.table.x0, caption ?? lead) : listOf(last);
    const read = readTable(continued ?? element.table, this.page, order, { leadIn: caption ?? lead, last, seen });
    for (const draft of read.drafts) this.emitOfTable(draft, ofItem);
    for (const one of read.leftOut) this.sink.exclude(one, this.page);
    if (!read.goesOn && read.last !== undefined) this.count(({ tables }) => ({ tables: tables + 1 }));
    const table = read.last === undefined ? undefined : { ...read.last, ...ofItem };
    this.sink.patch({ table, caption: undefined, lead: undefined, fields: undefined });
    if (read.last !== undefined && read.last.headerKey !== '') {
      this.sink.patch({ seen: { headerKey: read.last.headerKey, recent: read.last.recent } });
    }
  }

  /** Gives out the row that waited for the next page: no table goes on there. */
  private closeTable(): void {
    const { table } = this.sink.state;
    if (table === undefined) return;
    this.sink.patch({ table: undefined });
    for (const draft of heldDrafts(table)) this.emitOfTable(draft, listOf(table));
  }

  private emitOfTable(draft: TableDraft, ofItem: Pick<PassageStructure, 'list'>): void {
    const { kind, table, labels = [], leadIn } = draft;
    const structure: PassageStructure = {
      ...sectionOf(this.sink.state.headings),
      ...ofItem,
      ...(table === undefined ? {} : { table }),
      ...leadInOf(leadIn),
      ...(labels.length === 0 ? {} : { rowLabels: labels }),
    };
    this.sink.emit(kind, draft, structure, cellsOf(draft));
  }

  private closeBlock(): void {
    const { block, headings, lead } = this.sink.state;
    if (block === undefined) return;
    this.sink.patch({ block: undefined });
    const context = { titles: headings.map((heading) => heading.text), leadIn: lead?.text };
    for (const part of blockParts(block, context)) {
      if (part.kind === 'heading' && block.heading !== undefined) this.closeHeading(block, part, block.heading);
      else if (part.mark !== undefined) this.emitItem(block, part, part.mark);
      else if (part.kind === 'table-row') this.emitField(block, part);
      else this.emitText(block, part);
    }
  }

  private closeHeading(block: OpenBlock, part: BlockPart, shape: OpenHeading): void {
    const { order, headings, counts } = this.sink.state;
    const isTitle = isOfTitle(this.style, part.text);
    const { page } = block.last;
    const heading: OpenHeading = { ...shape, text: part.text.slice(0, LONGEST_TITLE), order, page, ...(isTitle ? { isTitle } : {}) };
    const open = openHeading(headings, heading, counts.recognised !== undefined);
    const around = open.slice(0, -1);
    const step = stepTitle(part.text);
    if (step !== undefined) {
      this.sink.patch({ headings: around });
      const mark = numberedMark(part.text.slice(0, step.length), step.marker);
      this.emitItem(block, { ...part, kind: 'step', marker: step.marker }, mark, open.length);
      return;
    }
    if (isSubtitle(block, this.style)) {
      this.emitText(block, { ...part, kind: 'paragraph' });
      return;
    }
    this.sink.emit('heading', part, { ...sectionOf(around), level: open.length }, cellsOf(part), around);
    this.sink.patch({ list: undefined, lead: undefined, caption: undefined, fields: undefined, headings: open.slice(0, MAX_HEADINGS) });
  }

  private emitText(block: OpenBlock, part: BlockPart): void {
    const { headings, order, list } = this.sink.state;
    const beside = besideOf(block);
    const ofItem = part.kind === 'paragraph' || part.kind === 'definition' ? this.ofItem(beside) : this.ofStep();
    this.sink.emit(part.kind, part, { ...sectionOf(headings), ...ofItem }, cellsOf(part));
    const said: LeadIn = { order, text: leadInText(part.text), x: block.first };
    if (part.kind === 'caption' && captionOf(part.text) === 'table') this.sink.patch({ caption: said });
    this.sink.patch({ fields: undefined });
    if (part.kind === 'caption' || part.kind === 'warning') return;
    this.sink.patch({
      lead: leadsOn(block, part, this.style) ? said : undefined,
      ...(list === undefined ? {} : { list: passText(list, beside) }),
    });
  }

  /** Under a step that is set as a title, all is part of it. */
  private ofStep(): Pick<PassageStructure, 'list'> {
    const { list } = this.sink.state;
    return list?.levels[0]?.titled === true ? { list: list.opening } : {};
  }

  private ofItem(text: PlacedBeside): Pick<PassageStructure, 'list'> {
    const { list } = this.sink.state;
    return list !== undefined && isOfItem(list, text) ? { list: list.opening } : this.ofStep();
  }

  /** A line of name and value; those that follow one another are a table. */
  private emitField(block: OpenBlock, part: BlockPart): void {
    const { headings, order, lead } = this.sink.state;
    const fields = this.sink.state.fields ?? { opening: order, ...(lead === undefined ? {} : { leadIn: lead }) };
    const ofItem = this.ofItem(besideOf(block));
    const structure = { ...sectionOf(headings), ...ofItem, table: fields.opening, ...leadInOf(fields.leadIn) };
    this.sink.emit('table-row', part, structure, cellsOf(part));
    const { list } = this.sink.state;
    this.sink.patch({ fields, lead: undefined, ...(list === undefined ? {} : { list: passText(list, besideOf(block)) }) });
  }

  private emitItem(block: OpenBlock, part: BlockPart, mark: ItemMark, title?: number): void {
    const { headings, lead, order } = this.sink.state;
    const { page, baseline, size } = block.last;
    const x = block.first + part.indent;
    const stands = { x, inset: block.inset + part.indent, words: block.left, page, baseline, size };
    const place = {
      ...mark,
      ...stands,
      ...(block.frame === undefined ? {} : { frame: block.frame }),
      ...(title === undefined ? {} : { titled: true }),
    };
    const list = placeItem(this.sink.state.list, place, order, lead);
    const ofList = { list: list.opening, level: list.levels.length, ...leadInOf(list.leadIn) };
    const structure = { ...sectionOf(headings), ...ofList, ...titleOf(title) };
    this.sink.emit(part.kind, part, structure, { ...cellsOf(part), ...(part.marker === undefined ? {} : { marker: part.marker }) });
    const said = endsInColon(part.text) ? { order, text: leadInText(part.text), x: x + size } : undefined;
    this.sink.patch({ list, lead: said, fields: undefined });
  }
}
