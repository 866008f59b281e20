import type { DxfBlock, DxfEntity, DxfFile, InsertEntity } from './dxf-entity.ts';
import { limitExceeded } from './dxf-limits.ts';
import { readEntity, WORDLESS } from './read-entity.ts';
import { joinVertices } from './read-path.ts';
import type { TakeTag } from './tag-cutter.ts';
import { TagList } from './tag-list.ts';

/** Sections whose items are read; of the objects only those that are named below. */
const READ_SECTIONS = new Set(['TABLES', 'BLOCKS', 'ENTITIES', 'OBJECTS']);
const READ_OBJECTS = new Set(['LAYOUT']);
const MOST_HEADER_VARIABLES = 5_000;
/** Kinds of entities that are listed when they are not read. */
const MOST_UNREAD_KINDS = 200;
/** From this group code on stands data of other programs. */
const FIRST_EXTENDED = 1000;

interface LayoutEntry {
  readonly name: string;
  readonly tab: number;
  readonly record: string;
}

/** Puts a file together from its tags, in one pass; strings stay bytes. */
export class FileBuilder {
  readonly #mostEntities: number;
  readonly #header = new Map<string, string>();
  readonly #blocks = new Map<string, DxfBlock>();
  readonly #entities: DxfEntity[] = [];
  readonly #records = new Map<string, string>();
  readonly #layouts: LayoutEntry[] = [];
  readonly #hiddenLayers = new Set<string>();
  readonly #decimals = new Map<string, number>();
  readonly #unread = new Map<string, number>();
  #count = 0;
  #isWhole = false;
  #section: string | undefined;
  #awaitsSection = false;
  #variable: string | undefined;
  #item: TagList | undefined;
  #block: DxfBlock | undefined;
  #polyline: { readonly tags: TagList; readonly points: number[] } | undefined;
  #insert: InsertEntity | undefined;
  #groups = 0;

  constructor(mostEntities: number) {
    this.#mostEntities = mostEntities;
  }

  readonly take: TakeTag = (code, value) => {
    if (code === 999) return;
    if (code === 0) return this.#begin(value.trim());
    if (this.#awaitsSection && code === 2) {
      this.#section = value.trim();
      this.#awaitsSection = false;
      return;
    }
    if (this.#section === 'HEADER') return this.#takeHeader(code, value);
    if (this.#item === undefined || code >= FIRST_EXTENDED) return;
    // Groups of other programs (`{ACAD_REACTORS … }`) have codes that mean something else outside of them.
    if (code === 102) this.#groups = value.trim() === '}' ? 0 : 1;
    else if (this.#groups === 0) this.#item.add(code, value);
  };

  finish(): DxfFile {
    this.#endItem();
    this.#endPolyline();
    const blockOf = (record: string): string => this.#records.get(record) ?? '';
    return {
      header: this.#header,
      blocks: this.#blocks,
      entities: this.#entities,
      layouts: [...this.#layouts].sort((a, b) => a.tab - b.tab).map(({ name, record }) => ({ name, block: blockOf(record) })),
      hiddenLayers: this.#hiddenLayers,
      decimals: this.#decimals,
      unread: this.#unread,
      isWhole: this.#isWhole,
    };
  }

  #begin(type: string): void {
    this.#endItem();
    this.#groups = 0;
    if (type === 'SECTION') {
      this.#awaitsSection = true;
      return;
    }
    if (type === 'ENDSEC' || type === 'EOF') {
      this.#endPolyline();
      this.#section = undefined;
      this.#block = undefined;
      this.#insert = undefined;
      this.#isWhole ||= type === 'EOF';
      return;
    }
    if (this.#section === undefined || !READ_SECTIONS.has(this.#section)) return;
    if (this.#section === 'OBJECTS' && !READ_OBJECTS.has(type)) return;
    this.#item = new TagList(type);
  }

  #takeHeader(code: number, value: string): void {
    if (code === 9) this.#variable = value.trim();
    else if (this.#variable !== undefined && this.#header.size < MOST_HEADER_VARIABLES) {
      this.#header.set(this.#variable, value);
      this.#variable = undefined;
    }
  }

  #endItem(): void {
    const item = this.#item;
    this.#item = undefined;
    if (item === undefined) return;
    if (this.#section === 'TABLES') this.#takeEntry(item);
    else if (this.#section === 'OBJECTS') this.#takeLayout(item);
    else if (item.type === 'BLOCK') this.#openBlock(item);
    else if (item.type === 'ENDBLK') this.#closeBlock();
    else this.#takeEntity(item);
  }

  #takeEntry(entry: TagList): void {
    const name = entry.first(2) ?? '';
    if (entry.type === 'BLOCK_RECORD') this.#records.set(entry.first(5)?.trim() ?? '', name);
    if (entry.type === 'LAYER' && (entry.number(62, 7) < 0 || (entry.flags(70) & 1) === 1)) this.#hiddenLayers.add(name);
    const decimals = entry.optionalNumber(271);
    if (entry.type === 'DIMSTYLE' && decimals !== undefined) this.#decimals.set(name, decimals);
  }

  #takeLayout(object: TagList): void {
    const layout = object.within('AcDbLayout');
    this.#layouts.push({ name: layout.first(1) ?? '', tab: layout.number(71, 0), record: layout.first(330)?.trim() ?? '' });
  }

  #openBlock(item: TagList): void {
    this.#endPolyline();
    const name = item.first(2) ?? '';
    this.#block = { name, base: { x: item.number(10, 0), y: item.number(20, 0) }, entities: [] };
    if (!this.#blocks.has(name)) this.#blocks.set(name, this.#block);
  }

  #closeBlock(): void {
    this.#endPolyline();
    this.#block = undefined;
    this.#insert = undefined;
  }

  #takeEntity(item: TagList): void {
    if (item.type === 'VERTEX' && this.#polyline !== undefined) {
      // Points of the frame that a curve was fitted to are not on it.
      if ((item.flags(70) & 16) === 0) this.#polyline.points.push(item.number(10, 0), item.number(20, 0));
      this.#counted();
      return;
    }
    this.#endPolyline();
    if (item.type === 'POLYLINE') {
      this.#polyline = { tags: item, points: [] };
      return;
    }
    const entity = readEntity(item);
    if (entity === undefined) {
      if (!WORDLESS.has(item.type) && this.#unread.size < MOST_UNREAD_KINDS)
        this.#unread.set(item.type, (this.#unread.get(item.type) ?? 0) + 1);
      if (item.type === 'SEQEND') this.#insert = undefined;
      return;
    }
    if (entity.kind === 'text' && entity.form === 'attribute' && this.#insert !== undefined) {
      this.#insert.attributes.push(entity);
      this.#counted();
      return;
    }
    this.#insert = entity.kind === 'insert' ? entity : undefined;
    this.#keep(entity);
  }

  #endPolyline(): void {
    const open = this.#polyline;
    this.#polyline = undefined;
    if (open !== undefined) this.#keep(joinVertices(open.tags, open.points));
  }

  #keep(entity: DxfEntity): void {
    this.#counted();
    (this.#block?.entities ?? this.#entities).push(entity);
  }

  #counted(): void {
    this.#count += 1;
    if (this.#count > this.#mostEntities) {
      throw limitExceeded(`The drawing has more than ${this.#mostEntities} entities; export the sheets one by one.`);
    }
  }
}
