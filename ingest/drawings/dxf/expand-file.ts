import { assertNever, type Box } from '../../../kernel/index.ts';
import { around, atPoint, boundedBox, boxOf, mappedBox } from '../model/box-of.ts';
import type { DrawingElement, DrawingSheet, DrawingSymbol, DrawingText } from '../model/drawing.ts';
import { textExtent } from '../model/text-extent.ts';
import { applied, composed, heightScale, IDENTITY, moved, scaled, type Transform, turned, turnOf } from '../model/transform.ts';
import type { DecodeBytes } from './code-page.ts';
import { dimensionText } from './dimension-text.ts';
import type { DimensionEntity, DxfBlock, DxfEntity, DxfFile, InsertEntity, PathEntity, TableEntity, TextEntity } from './dxf-entity.ts';
import { DEEPEST_INSERT } from './dxf-limits.ts';
import { entitiesBySheet } from './entities-by-sheet.ts';
import { layTable } from './lay-table.ts';
import { plainLine, plainParagraphs } from './plain-text.ts';

/** Where entities stand that are being expanded. */
interface Place {
  readonly transform: Transform;
  /** Handles of the inserts around, with their stop. */
  readonly prefix: string;
  readonly symbol: string | undefined;
  /** Layer of the insert, for what stands on the layer `0` of its block. */
  readonly layer: string | undefined;
  readonly isHidden: boolean;
  /** Names of the blocks around. */
  readonly within: readonly string[];
}

type ElementStart = Pick<DrawingElement, 'id' | 'layer' | 'isHidden' | 'symbol'>;

export interface Expansion {
  readonly sheets: readonly DrawingSheet[];
  readonly warnings: readonly string[];
  /** Why it stops before the end. */
  readonly stoppedBy?: string;
}

const ROOT: Place = { transform: IDENTITY, prefix: '', symbol: undefined, layer: undefined, isHidden: false, within: [] };

/** Expands the inserts of a file to the elements of its sheets, and decodes their strings. */
export class FileExpansion {
  readonly #file: DxfFile;
  readonly #decode: DecodeBytes;
  readonly #mostElements: number;
  /** Words of texts by their entity: those of a block are the same in each of its uses. */
  readonly #words = new Map<TextEntity, string>();
  readonly #blocks: ReadonlyMap<string, DxfBlock>;
  readonly #hidden: ReadonlySet<string>;
  readonly #cyclic = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #ids = new Map<string, number>();
  #elements: DrawingElement[] = [];
  #count = 0;
  #unnamed = 0;

  constructor(file: DxfFile, decode: DecodeBytes, mostElements: number) {
    this.#mostElements = mostElements;
    this.#file = file;
    this.#decode = decode;
    this.#hidden = new Set([...file.hiddenLayers].map((name) => decode(name)));
    // Names of blocks differ by case only in careless files.
    this.#blocks = new Map([...file.blocks.values()].map((block) => [block.name.toUpperCase(), block]));
  }

  expand(): Expansion {
    const sheets: DrawingSheet[] = [];
    let stoppedBy: string | undefined;
    for (const { name, entities } of entitiesBySheet(this.#file, this.#blocks, this.#decode)) {
      this.#elements = [];
      try {
        if (stoppedBy === undefined) for (const entity of entities) this.#add(entity, ROOT);
      } catch (error) {
        if (!(error instanceof TooMany)) throw error;
        stoppedBy = error.message;
      }
      if (this.#elements.length > 0) sheets.push({ name, elements: this.#elements });
    }
    const warnings = [
      ...[...this.#cyclic].map((name) => `The block ${name} contains itself; the inner use is left out.`),
      ...[...this.#missing].slice(0, 10).map((name) => `The block ${name} is used, but is not in the file.`),
    ];
    return { sheets, warnings, ...(stoppedBy === undefined ? {} : { stoppedBy }) };
  }

  #add(entity: DxfEntity, place: Place): void {
    switch (entity.kind) {
      case 'text':
        this.#addText(entity, place);
        return;
      case 'path':
        this.#addPath(entity, place);
        return;
      case 'insert':
        this.#addInsert(entity, place);
        return;
      case 'dimension':
        this.#addDimension(entity, place);
        return;
      case 'table':
        this.#addTable(entity, place);
        return;
      default:
        assertNever(entity);
    }
  }

  #addText(entity: TextEntity, place: Place): string | undefined {
    // What a definition of an attribute shows is said by the attributes of each use, unless it is the same in all.
    if (entity.form === 'placeholder' && place.symbol !== undefined && entity.isConstant !== true) return undefined;
    const text = this.#plain(entity);
    const transform = composed(place.transform, entity.plane);
    const element: DrawingText = {
      kind: 'text',
      ...this.#base(entity, place),
      form: entity.form,
      text,
      box: this.#textBox(entity, text, transform),
      at: applied(transform, entity.at),
      height: entity.setting.height * heightScale(transform),
      rotation: turnOf(composed(transform, turned(entity.rotation))),
      ...(entity.tag === undefined ? {} : { tag: this.#decode(entity.tag) }),
    };
    this.#push(element);
    return element.id;
  }

  #textBox({ setting, at, rotation }: TextEntity, text: string, transform: Transform): Box {
    const extent = textExtent({ ...setting, lines: text.split('\n') });
    return mappedBox(composed(composed(transform, moved(at.x, at.y)), turned(rotation)), extent);
  }

  #plain(entity: TextEntity): string {
    const known = this.#words.get(entity);
    if (known !== undefined) return known;
    const decoded = this.#decode(entity.content);
    const words = entity.isFormatted ? plainParagraphs(decoded, this.#decode) : plainLine(decoded, this.#decode);
    this.#words.set(entity, words);
    return words;
  }

  #addPath(entity: PathEntity, place: Place): void {
    const transform = composed(place.transform, entity.plane);
    const points: number[] = [];
    for (let at = 0; at + 1 < entity.points.length; at += 2) {
      const { x, y } = applied(transform, { x: entity.points[at] ?? 0, y: entity.points[at + 1] ?? 0 });
      points.push(x, y);
    }
    const box = boxOf(points);
    if (box === undefined) return;
    this.#push({ kind: 'path', ...this.#base(entity, place), shape: entity.shape, points, isClosed: entity.isClosed, box });
  }

  #addInsert(entity: InsertEntity, place: Place): void {
    const block = this.#blocks.get(entity.block.toUpperCase());
    const name = this.#decode(entity.block);
    const base = this.#base(entity, place);
    const isCyclic = block !== undefined && (place.within.includes(block.name) || place.within.length >= DEEPEST_INSERT);
    if (block === undefined) this.#missing.add(name);
    else if (isCyclic) this.#cyclic.add(name);
    for (let row = 0; row < entity.rows; row += 1) {
      for (let column = 0; column < entity.columns; column += 1) {
        const isOne = entity.rows === 1 && entity.columns === 1;
        const id = isOne ? base.id : `${base.id}[${row},${column}]`;
        this.#addUse(entity, { ...base, id }, name, isCyclic ? undefined : block, place, { row, column });
      }
    }
  }

  #addUse(
    entity: InsertEntity,
    base: ElementStart,
    name: string,
    block: DxfBlock | undefined,
    place: Place,
    { row, column }: { readonly row: number; readonly column: number },
  ): void {
    const plane = composed(place.transform, entity.plane);
    const shift = moved(column * entity.columnSpacing, row * entity.rowSpacing);
    const turn = composed(composed(moved(entity.at.x, entity.at.y), turned(entity.rotation)), shift);
    const origin = block === undefined ? IDENTITY : moved(-block.base.x, -block.base.y);
    const transform = composed(composed(composed(plane, turn), scaled(entity.scale.x, entity.scale.y)), origin);
    const at = applied(plane, applied(turn, { x: 0, y: 0 }));
    const symbol: DrawingSymbol = { kind: 'symbol', ...base, name, at, transform, attributes: [], box: atPoint(at) };
    const index = this.#push(symbol);
    const inside: Place = {
      transform,
      prefix: `${base.id}/`,
      symbol: base.id,
      layer: base.layer,
      isHidden: base.isHidden,
      within: block === undefined ? place.within : [...place.within, block.name],
    };
    for (const one of block?.entities ?? []) this.#add(one, inside);
    const outside: Place = { ...inside, transform: place.transform };
    const attributes = entity.attributes.map((attribute) => {
      const text = this.#addText(attribute, outside) ?? '';
      return { tag: this.#decode(attribute.tag ?? ''), text, value: this.#plain(attribute) };
    });
    this.#elements[index] = { ...symbol, attributes, box: boundedBox(around(this.#elements, index + 1) ?? symbol.box) };
  }

  /** A dimension is drawn in a block of its own, whose text is what is shown. */
  #addDimension(entity: DimensionEntity, place: Place): void {
    const drawn = entity.block === undefined ? undefined : this.#blocks.get(entity.block.toUpperCase());
    const base = this.#base(entity, place);
    const texts = (drawn?.entities ?? []).filter((one): one is TextEntity => one.kind === 'text');
    for (const one of drawn?.entities ?? []) if (one.kind === 'path') this.#addPath(one, { ...place, prefix: `${base.id}/` });
    const shown = texts
      .map((one) => this.#plain(one))
      .filter((text) => text !== '')
      .join('\n');
    const measured =
      entity.measured === undefined ? {} : { measured: entity.isAngle ? (entity.measured * 180) / Math.PI : entity.measured };
    const override = this.#decode(entity.override);
    const words = override.trim() === '' ? override : plainParagraphs(override, this.#decode);
    const text = shown === '' ? dimensionText(words, measured.measured, this.#decimals(entity)) : shown;
    const [first] = texts;
    const at = applied(place.transform, first?.at ?? entity.at);
    const boxes = texts.map((one) => ({ box: this.#textBox(one, this.#plain(one), composed(place.transform, one.plane)) }));
    const height = first?.setting.height ?? 0;
    this.#push({
      kind: 'text',
      ...base,
      form: 'dimension',
      text,
      ...measured,
      box: around(boxes) ?? atPoint(at),
      at,
      height: height * heightScale(place.transform),
      rotation: first === undefined ? 0 : turnOf(composed(place.transform, turned(first.rotation))),
    });
  }

  #decimals({ style, isAngle }: DimensionEntity): number {
    const stated = this.#file.decimals.get(style) ?? Number.parseInt(this.#file.header.get('$DIMDEC') ?? '', 10);
    return isAngle ? 0 : Number.isFinite(stated) ? Math.min(8, Math.max(0, stated)) : 4;
  }

  #addTable(entity: TableEntity, place: Place): void {
    const base = this.#base(entity, place);
    const drawn = entity.block === undefined ? undefined : this.#blocks.get(entity.block.toUpperCase());
    const hung = composed(composed(place.transform, moved(entity.at.x, entity.at.y)), turned(entity.direction));
    const outline: Place = { ...place, transform: hung, prefix: `${base.id}/` };
    for (const one of drawn?.entities ?? []) if (one.kind === 'path') this.#addPath(one, outline);
    const texts = entity.cells.map((cell) => plainParagraphs(this.#decode(cell), this.#decode));
    this.#push({ kind: 'table', ...base, ...layTable(entity, texts, hung) });
  }

  #base(entity: DxfEntity, place: Place): ElementStart {
    const own = this.#decode(entity.layer);
    const layer = own === '0' && place.layer !== undefined ? place.layer : own;
    return {
      id: this.#idOf(`${place.prefix}${entity.handle ?? this.#nextName()}`),
      layer,
      isHidden: place.isHidden || entity.isInvisible || this.#hidden.has(layer),
      ...(place.symbol === undefined ? {} : { symbol: place.symbol }),
    };
  }

  /** Handles are to be unique, which careless programs do not care for. */
  #idOf(id: string): string {
    const used = this.#ids.get(id) ?? 0;
    this.#ids.set(id, used + 1);
    return used === 0 ? id : `${id}~${used + 1}`;
  }

  /** Old files have no handles: the entities are counted. */
  #nextName(): string {
    this.#unnamed += 1;
    return `#${this.#unnamed}`;
  }

  #push(element: DrawingElement): number {
    this.#count += 1;
    if (this.#count > this.#mostElements)
      throw new TooMany(`The drawing has more than ${this.#mostElements} elements once its blocks are expanded.`);
    return this.#elements.push({ ...element, box: boundedBox(element.box) }) - 1;
  }
}

/** Ends the expansion; what was expanded before is kept. */
class TooMany extends Error {}
