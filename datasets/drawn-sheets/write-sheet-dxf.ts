import type { DrawnSheet, Shape } from './shape.ts';

type Group = readonly [code: number, value: string | number];

/** A sheet as a DXF file of release 12, which every program reads; signs beyond ASCII are written by their numbers. */
export function writeSheetDxf({ symbols, shapes, scale }: DrawnSheet): string {
  let handles = 0x20;
  const entity = (type: string, layer: string, ...groups: readonly Group[]): Group[] => {
    handles += 1;
    return [[0, type], [5, handles.toString(16).toUpperCase()], [8, layer], ...groups];
  };
  const at = (x: number, y: number, code = 0): Group[] => [
    [10 + code, round(x * scale)],
    [20 + code, round(y * scale)],
  ];
  const drawn = (shape: Shape): Group[] => {
    switch (shape.kind) {
      case 'circle':
        return entity('CIRCLE', '0', ...at(shape.x, shape.y), [40, round(shape.radius * scale)]);
      case 'path':
        return drawnPath(shape);
      case 'text':
        return entity(
          'TEXT',
          'TEXT',
          ...at(shape.x, shape.y),
          [40, round(shape.height * scale)],
          [1, escaped(shape.words)],
          [50, shape.turn],
          ...(shape.along === 0 ? [] : [[72, 1] as const, ...at(shape.x, shape.y, 1)]),
        );
      case 'use':
        return [
          ...entity(
            'INSERT',
            'SYMBOLS',
            ...(shape.attributes.length > 0 ? [[66, 1] as const] : []),
            [2, shape.symbol],
            ...at(shape.x, shape.y),
            [41, shape.isMirrored ? -1 : 1],
            [42, 1],
            [50, shape.turn],
          ),
          ...shape.attributes.flatMap(({ name, value, x, y, height }) =>
            entity('ATTRIB', 'TEXT', ...at(x, y), [40, round(height * scale)], [1, escaped(value)], [2, name], [70, 0]),
          ),
          ...(shape.attributes.length > 0 ? entity('SEQEND', 'SYMBOLS') : []),
        ];
    }
  };
  const drawnPath = ({ points, isClosed, isFilled, isDashed }: Extract<Shape, { kind: 'path' }>): Group[] => {
    const layer = isDashed === true ? 'SIGNAL' : '0';
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
    if (isFilled === true && points.length === 6)
      return entity('SOLID', layer, ...at(x0, y0), ...at(x1, y1, 1), ...at(x2, y2, 2), ...at(x2, y2, 3));
    if (points.length === 4) return entity('LINE', layer, ...at(x0, y0), ...at(x1, y1, 1));
    const vertices: Group[] = [];
    for (let place = 0; place + 1 < points.length; place += 2)
      vertices.push(...entity('VERTEX', layer, ...at(points[place] ?? 0, points[place + 1] ?? 0)));
    return [...entity('POLYLINE', layer, [66, 1], ...at(0, 0), [70, isClosed ? 1 : 0]), ...vertices, ...entity('SEQEND', layer)];
  };
  const section = (name: string, groups: readonly Group[]): Group[] => [[0, 'SECTION'], [2, name], ...groups, [0, 'ENDSEC']];
  const blocks = [...symbols].flatMap(([name, own]): Group[] => [
    [0, 'BLOCK'],
    [8, '0'],
    [2, name],
    [70, 0],
    ...at(0, 0),
    [3, name],
    ...own.flatMap(drawn),
    [0, 'ENDBLK'],
    [8, '0'],
  ]);
  return [
    ...section('HEADER', [
      [9, '$ACADVER'],
      [1, 'AC1009'],
    ]),
    ...section('BLOCKS', blocks),
    ...section('ENTITIES', shapes.flatMap(drawn)),
    [0, 'EOF'] as const,
  ]
    .map(([code, value]) => `${code}\r\n${value}\r\n`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (sign) => `\\U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
