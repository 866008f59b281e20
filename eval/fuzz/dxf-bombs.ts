import type { Bomb } from './bomb.ts';

/** A drawing of these blocks and entities, given as groups: a code and its value each. */
function drawing(blocks: string, entities: string): string {
  return `0;SECTION;2;BLOCKS;${blocks}0;ENDSEC;0;SECTION;2;ENTITIES;${entities}0;ENDSEC;0;EOF;`.replaceAll(';', '\n');
}

function block(name: string, entities: string): string {
  return `0;BLOCK;2;${name};${entities}0;ENDBLK;`;
}

const LEVELS = Array.from({ length: 20 }, (_, at) => at);

/** Drawings that ask for more than their size says. */
export const DXF_BOMBS: readonly Bomb[] = [
  {
    format: 'dxf',
    name: 'a.dxf',
    kind: 'blocks that multiply',
    make: () => drawing(LEVELS.map((at) => block(`B${at}`, `0;INSERT;2;B${at + 1};`.repeat(10))).join(''), '0;INSERT;2;B0;'),
  },
  {
    format: 'dxf',
    name: 'b.dxf',
    kind: 'blocks in a ring',
    make: () => drawing(block('A', '0;INSERT;2;B;'.repeat(50)) + block('B', '0;TEXT;1;P-1;0;INSERT;2;A;'.repeat(50)), '0;INSERT;2;A;'),
  },
  {
    format: 'dxf',
    name: 'c.dxf',
    kind: 'a million entities',
    make: () => drawing('', '0;TEXT;10;1;20;2;40;3;1;P-101A;'.repeat(1_000_000)),
  },
  {
    format: 'dxf',
    name: 'd.dxf',
    kind: 'rows and columns without end',
    make: () => drawing(block('A', '0;TEXT;1;P-1;'), '0;INSERT;2;A;70;32767;71;32767;'),
  },
  {
    format: 'dxf',
    name: 'e.dxf',
    kind: 'polyline of a million corners',
    make: () => drawing('', `0;LWPOLYLINE;${'10;1;20;2;'.repeat(1_000_000)}`),
  },
  {
    format: 'dxf',
    name: 'f.dxf',
    kind: 'labels over each other',
    make: () => drawing('', '0;TEXT;10;1;20;2;40;3;1;DWG NO;0;CIRCLE;40;5;0;LINE;10;0;20;9;11;9;21;9;'.repeat(50_000)),
  },
  { format: 'dxf', name: 'g.dxf', kind: 'a line without an end', make: () => drawing('', `0;MTEXT;1;${'\\S'.repeat(3_000_000)};`) },
  { format: 'dxf', name: 'h.dxf', kind: 'codes of formatting left open', make: () => drawing('', `0;MTEXT;1;${'{\\f'.repeat(200_000)};`) },
  {
    format: 'dxf',
    name: 'i.dxf',
    kind: 'one number everywhere',
    make: () => drawing('', `0;INSERT;2;A;10;1e308;20;-1e308;41;1e308;`.repeat(2_000)),
  },
];
