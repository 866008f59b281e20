/** A group of a DXF file: its code and value. */
export type Group = readonly [code: number, value: string | number];

/** One entity: its type and groups. Handles are given out in order. */
export interface DxfPart {
  readonly type: string;
  readonly groups: readonly Group[];
  /** Entities that belong to it and follow it. */
  readonly parts?: readonly DxfPart[];
}

export interface DxfContent {
  /** `AC1009` (release 12) to `AC1032`; from `AC1021` on strings are UTF-8. */
  readonly version?: string;
  readonly codePage?: string;
  readonly layers?: readonly { readonly name: string; readonly isOff?: boolean }[];
  readonly blocks?: readonly { readonly name: string; readonly base?: readonly [number, number]; readonly parts: readonly DxfPart[] }[];
  /** Of the model. */
  readonly parts: readonly DxfPart[];
  /** Layouts to be printed, by name; the first is the one that was open. */
  readonly layouts?: readonly { readonly name: string; readonly parts: readonly DxfPart[] }[];
}

export const line = (x0: number, y0: number, x1: number, y1: number, more: readonly Group[] = []): DxfPart => ({
  type: 'LINE',
  groups: [[10, x0], [20, y0], [11, x1], [21, y1], ...more],
});

export const circle = (x: number, y: number, radius: number): DxfPart => ({
  type: 'CIRCLE',
  groups: [
    [10, x],
    [20, y],
    [40, radius],
  ],
});

export const text = (x: number, y: number, height: number, words: string, more: readonly Group[] = []): DxfPart => ({
  type: 'TEXT',
  groups: [[10, x], [20, y], [40, height], [1, words], ...more],
});

/** A text whose middle stands at a point. */
export const middleText = (x: number, y: number, height: number, words: string): DxfPart =>
  text(x, y, height, words, [
    [72, 1],
    [11, x],
    [21, y],
    [73, 2],
  ]);

/** Paragraphs parted by `\P`, attached by their top left corner. */
export const paragraphs = (x: number, y: number, height: number, words: string, more: readonly Group[] = []): DxfPart => ({
  type: 'MTEXT',
  groups: [[10, x], [20, y], [40, height], [71, 1], [1, words], ...more],
});

export interface Attribute {
  readonly tag: string;
  readonly value: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export const insert = (
  block: string,
  x: number,
  y: number,
  attributes: readonly Attribute[] = [],
  more: readonly Group[] = [],
): DxfPart => ({
  type: 'INSERT',
  groups: [[2, block], [10, x], [20, y], ...(attributes.length > 0 ? [[66, 1] as const] : []), ...more],
  parts: [
    ...attributes.map(
      ({ tag, value, x: left, y: low, height }): DxfPart => ({
        type: 'ATTRIB',
        groups: [
          [10, left],
          [20, low],
          [40, height],
          [1, value],
          [2, tag],
          [70, 0],
        ],
      }),
    ),
    ...(attributes.length > 0 ? [{ type: 'SEQEND', groups: [] }] : []),
  ],
});

/** A closed rectangle. */
export const rectangle = (x0: number, y0: number, x1: number, y1: number): DxfPart => ({
  type: 'LWPOLYLINE',
  groups: [
    [90, 4],
    [70, 1],
    ...(
      [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ] as const
    ).flatMap(([x, y]): Group[] => [
      [10, x],
      [20, y],
    ]),
  ],
});

/** A table that hangs below a point; rows of equal height, columns of equal width. */
export const table = (x: number, y: number, rows: readonly (readonly string[])[]): DxfPart => ({
  type: 'ACAD_TABLE',
  groups: [
    [100, 'AcDbBlockReference'],
    [10, x],
    [20, y],
    [100, 'AcDbTable'],
    [11, 1],
    [21, 0],
    ...rows.map((): Group => [141, 8]),
    ...(rows[0] ?? []).map((): Group => [142, 40]),
    ...rows.flatMap((cells) =>
      cells.flatMap((words): Group[] => [
        [171, 1],
        [1, words],
      ]),
    ),
  ],
});

/** Marks of the parts of an entity that strict readers want: of its own groups, and before which group the last part begins. */
const SUBCLASSES: Readonly<Record<string, readonly [first: string, before?: number, last?: string]>> = {
  LINE: ['AcDbLine'],
  CIRCLE: ['AcDbCircle'],
  LWPOLYLINE: ['AcDbPolyline'],
  TEXT: ['AcDbText', 73, 'AcDbText'],
  MTEXT: ['AcDbMText'],
  INSERT: ['AcDbBlockReference'],
  ATTRIB: ['AcDbText', 2, 'AcDbAttribute'],
  SEQEND: ['AcDbSequenceEnd'],
};

function withSubclasses(type: string, groups: readonly Group[]): readonly Group[] {
  const [first = '', before, last = ''] = SUBCLASSES[type] ?? [];
  const at = groups.findIndex(([code]) => code === before);
  const marked: readonly Group[] = at < 0 ? groups : [...groups.slice(0, at), [100, last], ...groups.slice(at)];
  return type === 'SEQEND' ? groups : [[100, first], ...marked];
}

/** A DXF file in the form of lines; its strings are still to be encoded. */
export function writeDxf({ version = 'AC1027', codePage, layers = [], blocks = [], parts, layouts = [] }: DxfContent): string {
  return groupsOf({ version, ...(codePage === undefined ? {} : { codePage }), layers, blocks, parts, layouts })
    .map(([code, value]) => `${String(code).padStart(3)}\r\n${value}\r\n`)
    .join('');
}

/** The groups of a file, as both forms of DXF hold them. */
export function groupsOf({ version = 'AC1027', codePage, layers = [], blocks = [], parts, layouts = [] }: DxfContent): readonly Group[] {
  let handles = 0x100;
  const handle = (): string => {
    handles += 1;
    return handles.toString(16).toUpperCase();
  };
  const written = (all: readonly DxfPart[], more: readonly Group[] = []): Group[] =>
    all.flatMap(({ type, groups, parts: inner = [] }) => {
      const isMarked = version >= 'AC1012' && SUBCLASSES[type] !== undefined;
      const layer = groups.find(([code]) => code === 8) ?? [8, '0'];
      const own = groups.filter(([code]) => code !== 8);
      const marked = isMarked ? withSubclasses(type, own) : own;
      const entity: readonly Group[] = isMarked ? [[100, 'AcDbEntity']] : [];
      return [[0, type], [5, handle()], ...entity, layer, ...more, ...marked, ...written(inner, more)] as Group[];
    });
  const marks = (subclass: string): readonly Group[] =>
    version < 'AC1012'
      ? []
      : [
          [100, 'AcDbSymbolTableRecord'],
          [100, subclass],
        ];
  const symbolTable = (name: string, inner: readonly Group[]): Group[] => [
    [0, 'TABLE'],
    [2, name],
    [5, handle()],
    [70, 1],
    ...inner,
    [0, 'ENDTAB'],
  ];
  const section = (name: string, inner: readonly Group[]): Group[] => [[0, 'SECTION'], [2, name], ...inner, [0, 'ENDSEC']];
  const block = (name: string, [x, y]: readonly [number, number], inner: readonly Group[]): Group[] => [
    ...([
      [0, 'BLOCK'],
      [5, handle()],
      [2, name],
      [70, 0],
      [10, x],
      [20, y],
    ] as const),
    ...inner,
    ...([
      [0, 'ENDBLK'],
      [5, handle()],
    ] as const),
  ];
  const spaces = layouts.map((layout, at) => ({ ...layout, block: `*Paper_Space${at === 0 ? '' : at - 1}`, record: handle() }));
  return [
    ...section('HEADER', [
      [9, '$ACADVER'],
      [1, version],
      ...(codePage === undefined
        ? []
        : ([
            [9, '$DWGCODEPAGE'],
            [3, codePage],
          ] as const)),
    ]),
    ...section('TABLES', [
      ...symbolTable(
        'LAYER',
        layers.flatMap(({ name, isOff }): Group[] => [
          [0, 'LAYER'],
          [5, handle()],
          ...marks('AcDbLayerTableRecord'),
          [2, name],
          [70, 0],
          [62, isOff === true ? -7 : 7],
        ]),
      ),
      ...symbolTable(
        'BLOCK_RECORD',
        spaces.flatMap(({ block: name, record }): Group[] => [
          [0, 'BLOCK_RECORD'],
          [5, record],
          ...marks('AcDbBlockTableRecord'),
          [2, name],
        ]),
      ),
    ]),
    ...section('BLOCKS', [
      ...blocks.flatMap(({ name, base = [0, 0], parts: inner }) => block(name, base, written(inner))),
      ...spaces.flatMap(({ block: name, parts: inner }, at) => block(name, [0, 0], at === 0 ? [] : written(inner))),
    ]),
    ...section('ENTITIES', [...written(parts), ...written(spaces[0]?.parts ?? [], [[67, 1]])]),
    ...section(
      'OBJECTS',
      spaces.flatMap(({ name, record }, at): Group[] => [
        [0, 'LAYOUT'],
        [5, handle()],
        [100, 'AcDbLayout'],
        [1, name],
        [71, at + 1],
        [330, record],
      ]),
    ),
    [0, 'EOF'],
  ];
}
