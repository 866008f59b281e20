import { assertNever, type ExcludedRun } from '../../../kernel/index.ts';
import { captionOf, speaksOfTerms, stepMarker, warningSignal } from '../../../ontology/index.ts';
import { cleanText } from '../../clean/clean-text.ts';
import { admonitionKind } from './admonition.ts';
import type { Block } from './block.ts';
import { fieldCells, readField, termCells } from './field.ts';
import type { FlowEvent, LeadingCode } from './flow-event.ts';
import type { TableText } from './lay-out-table.ts';
import { createBlockPlaces } from './place-blocks.ts';
import { isBoldTitle } from './raise-bold-titles.ts';
import { tableRows } from './table-rows.ts';

const CAPTION_LENGTH = 200;
/** UTF-16 units of a script or style sheet that are listed; the anchor tells its whole length. */
const LISTED_MARKUP = 500;

export interface AssembledBlocks {
  readonly blocks: readonly Block[];
  readonly excluded: readonly ExcludedRun[];
  readonly tables: number;
}

/** Makes blocks of what a document holds: says what each is, names it by its place, and keeps what it is part of. */
export function assembleBlocks(events: readonly FlowEvent[]): AssembledBlocks {
  const places = createBlockPlaces();
  const excluded: ExcludedRun[] = [];
  const counts = new Map<string, number>();
  /** Whether warnings were written outside each box that is open. */
  const outside: boolean[] = [];
  /** Before the paths of what stands in a part of its own. */
  let part = '';
  let section = 0;
  let tables = 0;
  let caption: { readonly order: number; readonly text: string } | undefined;
  let warning = false;
  /** A signal word stood alone: the next paragraph is its message, or the whole numbered list that follows. */
  let pending: 'message' | 'list' | undefined;
  /** The fields directly above, which the next one is a row with. */
  let fields: { readonly table: number; readonly group: string | undefined } | undefined;

  const nextPath = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${part}section/${section}/${kind}/${count}`;
  };
  const field = (text: string, cells: ReturnType<typeof fieldCells>, group: string | undefined): void => {
    const led = places.announced() ?? (group === undefined ? undefined : { text: group });
    const isNew = fields === undefined || fields.group !== group || led?.order !== undefined;
    const table = isNew || fields === undefined ? places.blocks.length : fields.table;
    const leadIn = led ?? places.blocks[table]?.structure.leadIn;
    places.add({ kind: 'table-row', text, path: nextPath('field'), cells, table, ...(leadIn === undefined ? {} : { leadIn }) });
    fields = { table, group };
  };
  const flow = (event: Extract<FlowEvent, { kind: 'paragraph' | 'item' }>): void => {
    const { text, bold, code } = event;
    const isItem = event.kind === 'item';
    const signal = warningSignal(text);
    const own = isItem && event.marker !== undefined ? undefined : code === undefined ? stepMarker(text) : undefined;
    const skipped = own !== undefined && own.length < text.length ? own.length : 0;
    const marker = (isItem ? event.marker : undefined) ?? own?.marker;
    const announced = pending === 'message' || (pending === 'list' && marker !== undefined);
    if (signal !== undefined && signal.length >= text.length) pending = 'message';
    else pending = announced && marker !== undefined ? 'list' : undefined;
    const isWarning = warning || announced || signal !== undefined;
    const named =
      isWarning || marker !== undefined || code !== undefined ? undefined : readField(text, bold, speaksOfTerms(places.title() ?? ''));
    const captioned = isItem || isWarning || marker !== undefined || text.length > CAPTION_LENGTH ? undefined : captionOf(text);
    const isCaption = captioned !== undefined;
    const cells = code === undefined || isWarning ? named?.cells : codeCells(text, code);
    const title = isItem && event.title !== undefined ? { title: event.title } : {};
    const mark = marker === undefined ? {} : { marker, ...title };
    if (named?.kind === 'table-row' && !isItem && !isCaption) {
      field(text, named.cells, undefined);
      caption = undefined;
      return;
    }
    fields = undefined;
    if (isWarning) places.add({ kind: 'warning', text, skipped, path: nextPath('warning'), isItem, ...mark });
    else if (marker !== undefined) places.add({ kind: 'step', text, skipped, path: nextPath('step'), isItem, ...mark });
    else if (cells !== undefined && !isCaption) {
      const kind = code === undefined ? (named?.kind ?? 'paragraph') : 'table-row';
      places.add({ kind, text, path: nextPath(isItem ? 'item' : kind), isItem, cells });
    } else {
      places.add({ kind: isCaption ? 'caption' : 'paragraph', text, path: nextPath(isCaption ? 'caption' : event.kind), isItem });
    }
    caption = captioned === 'table' ? { order: places.blocks.length - 1, text } : undefined;
    if (/[:：]$/u.test(text) || isBoldTitle(event)) places.announce();
  };
  const table = (given: TableText): void => {
    const path = nextPath('table');
    const first = places.blocks.length;
    const leadIn = caption ?? places.announced();
    tableRows(given).forEach(({ number, text, cells, labels }) => {
      const rowLabels = labels.map(({ from, ...label }) => ({ ...label, order: first + from }));
      const led = leadIn === undefined ? {} : { leadIn };
      places.add({ kind: 'table-row', text, path: `${path}/row/${number}`, cells, table: first, rowLabels, ...led });
    });
    tables += 1;
  };
  const write = (event: FlowEvent): void => {
    if (event.kind === 'paragraph' || event.kind === 'item') {
      flow(event);
      return;
    }
    if (event.kind !== 'field' && event.kind !== 'exclude') fields = undefined;
    switch (event.kind) {
      case 'part':
        part = `${event.path}/`;
        section = 0;
        counts.clear();
        caption = undefined;
        pending = undefined;
        if (!event.goesOn) places.endSections();
        return;
      case 'heading':
        section += 1;
        counts.clear();
        caption = undefined;
        pending = undefined;
        places.heading(
          event.level,
          event.text,
          `${part}section/${section}/heading`,
          event.code === undefined ? undefined : codeCells(event.text, event.code),
        );
        return;
      case 'field': {
        const text = [event.name, event.text].filter((part) => part !== '').join(': ');
        if (event.name === '' || event.text === '') places.add({ kind: 'paragraph', text, path: nextPath('paragraph') });
        else if (warning) places.add({ kind: 'warning', text, path: nextPath('warning') });
        else field(text, fieldCells(text, event.name.length, event.name.length + 2), event.group);
        return;
      }
      case 'definition': {
        const text = [event.term, event.text].filter((part) => part !== '').join('\n');
        const isTold = event.term !== '' && event.text !== '';
        const cells =
          isTold && text.length <= LONGEST_DEFINITION ? { cells: termCells(text, event.term.length, event.term.length + 1) } : {};
        pending = undefined;
        if (warning) places.add({ kind: 'warning', text, path: nextPath('warning') });
        else places.add({ kind: 'definition', text, path: nextPath('definition'), ...cells });
        return;
      }
      case 'listing':
        pending = undefined;
        places.add({
          kind: warning ? 'warning' : 'paragraph',
          text: cleanText(event.text),
          path: nextPath(warning ? 'warning' : 'paragraph'),
        });
        return;
      case 'image':
        places.add({ kind: 'caption', text: cleanText(event.text), path: nextPath('image') });
        return;
      case 'picture': {
        const path = nextPath('picture');
        const first = places.blocks.length;
        event.texts.forEach(({ table: row, ...text }, at) => {
          places.add({ ...text, path: `${path}/text/${at + 1}`, ...(row === undefined ? {} : { table: first + row }) });
        });
        return;
      }
      case 'caption': {
        const text = cleanText(event.text).trim();
        if (text === '') return;
        places.add({ kind: 'caption', text, path: nextPath('caption') });
        if (event.of === 'table' && captionOf(text) !== 'figure') caption = { order: places.blocks.length - 1, text };
        return;
      }
      case 'table':
        table(event.table);
        caption = undefined;
        pending = undefined;
        return;
      case 'open-list':
        places.openList();
        return;
      case 'open-box':
        places.openBox();
        outside.push(warning);
        warning = event.warns ?? warning;
        if (event.title === '') return;
        flow({ kind: 'paragraph', text: event.title, bold: 0 });
        if (admonitionKind(event.title) === undefined) places.titleBox();
        return;
      case 'close-list':
        places.close('list');
        return;
      case 'close-box':
        places.close('box');
        warning = outside.pop() ?? false;
        return;
      case 'exclude': {
        const plain = cleanText(event.text).trim();
        if (plain === '') return;
        const anchor = { kind: 'block', path: nextPath(event.reason), start: 0, end: plain.length } as const;
        excluded.push({ text: event.reason === 'markup' ? plain.slice(0, LISTED_MARKUP) : plain, anchor, reason: event.reason });
        return;
      }
      default:
        assertNever(event);
    }
  };
  for (const event of events) write(event);
  return { blocks: places.blocks, excluded, tables };
}

/** Longer explanations are cut into several passages, which have no cells. UTF-16 units. */
const LONGEST_DEFINITION = 2_000;

function codeCells(text: string, { end, words, ofFault }: LeadingCode): ReturnType<typeof fieldCells> {
  const code = text.slice(0, end);
  return [
    { column: '', role: ofFault ? 'alarm-code' : 'term', start: 0, end },
    { column: code, role: ofFault ? 'alarm-text' : 'definition', start: words, end: text.length },
  ];
}
