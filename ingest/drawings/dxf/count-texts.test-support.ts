import { readFileSync } from 'node:fs';

/** One string of a drawing as counted here: `x` and `y` are the point that it hangs on, on its sheet. */
export interface CountedText {
  readonly type: 'TEXT' | 'MTEXT' | 'ATTRIB' | 'DIMENSION';
  readonly handles: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

type Group = readonly [code: number, value: string];
type Matrix = readonly (readonly number[])[];
interface Thing {
  readonly type: string;
  readonly groups: Group[];
  readonly followers: Thing[];
}

const UNIT: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/**
 * Counts the strings of a DXF file in the form of lines, straight from its group codes, with uses of blocks followed. It shares no
 * code with the reader, is as simple as it can be and holds the whole file: it is there to prove the reader.
 */
export function countTexts(path: string): readonly CountedText[] {
  const bytes = readFileSync(path);
  const groups = groupsOf(bytes.toString(encodingOf(bytes.toString('latin1'))));
  const things = thingsOf(groups);
  const sections = sectionsOf(things);
  const blocks = blocksOf(sections.get('BLOCKS') ?? []);
  const precision = Number(/\$DIMDEC\s+70\s+(\d+)/.exec(bytes.toString('latin1'))?.[1] ?? 4);
  const styles = new Map(
    (sections.get('TABLES') ?? []).filter(({ type }) => type === 'DIMSTYLE').map((one) => [first(one, 2), first(one, 271)]),
  );
  const found: CountedText[] = [];

  const visit = (thing: Thing, matrix: Matrix, above: string, names: readonly string[]): void => {
    const handle = `${above}${first(thing, 5).trim()}`;
    const put = (type: CountedText['type'], text: string, [x, y]: readonly [number, number]): void => {
      const [px, py] = times(matrix, x, y);
      found.push({ type, handles: handle, text: text.normalize('NFC'), x: px, y: py });
    };
    if (thing.type === 'TEXT' || thing.type === 'ATTRIB') put(thing.type, signs(first(thing, 1)), hangingPoint(thing));
    if (thing.type === 'MTEXT') put('MTEXT', words(thing), [number(thing, 10), number(thing, 20)]);
    if (thing.type === 'DIMENSION') {
      const inside = (blocks.get(first(thing, 2).toUpperCase()) ?? []).filter(({ type }) => type === 'MTEXT' || type === 'TEXT');
      const shown = inside.map((one) => (one.type === 'MTEXT' ? words(one) : signs(first(one, 1)))).filter((text) => text !== '');
      const places = Number(styles.get(first(thing, 3)) || precision);
      const measure = String(Number(number(thing, 42).toFixed(places)));
      const override = first(thing, 1);
      const own = override === '' ? measure : override.split('<>').join(measure);
      const [drawn] = inside;
      const hangs: [number, number] = drawn === undefined ? [number(thing, 11), number(thing, 21)] : hangingPoint(drawn);
      put('DIMENSION', shown.length > 0 ? shown.join('\n') : own, hangs);
    }
    if (thing.type !== 'INSERT') return;
    const name = first(thing, 2).toUpperCase();
    const angle = (number(thing, 50) * Math.PI) / 180;
    const flip = number(thing, 230, 1) < 0 ? -1 : 1;
    const [sx, sy] = [number(thing, 41, 1), number(thing, 42, 1)];
    const base = blocks.get(name)?.find(({ type }) => type === 'BLOCK');
    const [bx, by] = base === undefined ? [0, 0] : [number(base, 10), number(base, 20)];
    for (let row = 0; row < Math.max(1, number(thing, 71)); row += 1) {
      for (let column = 0; column < Math.max(1, number(thing, 70)); column += 1) {
        const isArray = number(thing, 71) > 1 || number(thing, 70) > 1;
        const use = `${handle}${isArray ? `[${row},${column}]` : ''}/`;
        const [dx, dy] = [column * number(thing, 44), row * number(thing, 45)];
        const own = [
          [flip, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ];
        const placed = [
          [Math.cos(angle), -Math.sin(angle), number(thing, 10)],
          [Math.sin(angle), Math.cos(angle), number(thing, 20)],
          [0, 0, 1],
        ];
        const sized = [
          [sx, 0, dx - sx * bx],
          [0, sy, dy - sy * by],
          [0, 0, 1],
        ];
        const inner = product(product(product(matrix, own), placed), sized);
        for (const attribute of thing.followers.filter(({ type }) => type === 'ATTRIB')) visit(attribute, matrix, use, names);
        if (names.includes(name)) continue;
        for (const one of blocks.get(name) ?? []) if (one.type !== 'BLOCK') visit(one, inner, use, [...names, name]);
      }
    }
  };
  for (const [name, inside] of blocks) if (/^\*(MODEL|PAPER)_SPACE/.test(name)) for (const one of inside) visit(one, UNIT, '', []);
  for (const one of sections.get('ENTITIES') ?? []) visit(one, UNIT, '', []);
  return found;
}

function encodingOf(text: string): 'utf8' | 'latin1' {
  return Number(/\$ACADVER\s+1\s+AC(\d+)/.exec(text)?.[1] ?? 0) >= 1021 ? 'utf8' : 'latin1';
}

function groupsOf(text: string): Group[] {
  const lines = text.split(/\r\n|\n|\r/);
  const groups: Group[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) groups.push([Number(lines[at]), lines[at + 1] ?? '']);
  return groups;
}

/** Entities with those that belong to them: attributes to an insert. Data of other programs and embedded objects are cut off. */
function thingsOf(groups: readonly Group[]): Thing[] {
  const things: Thing[] = [];
  let skips = false;
  for (const group of groups) {
    const [code, value] = group;
    if (code === 0) {
      skips = false;
      things.push({ type: value.trim(), groups: [], followers: [] });
    } else if (code === 101 || code >= 1000) skips = true;
    else if (!skips) things.at(-1)?.groups.push(group);
  }
  const joined: Thing[] = [];
  let insert: Thing | undefined;
  for (const thing of things) {
    if (thing.type === 'ATTRIB' && insert !== undefined) insert.followers.push(thing);
    else {
      insert = thing.type === 'INSERT' ? thing : undefined;
      joined.push(thing);
    }
  }
  return joined;
}

function sectionsOf(things: readonly Thing[]): Map<string, Thing[]> {
  const sections = new Map<string, Thing[]>();
  let open: Thing[] = [];
  for (const thing of things) {
    if (thing.type === 'SECTION') {
      open = [];
      sections.set(first(thing, 2).trim(), open);
    } else open.push(thing);
  }
  return sections;
}

function blocksOf(things: readonly Thing[]): Map<string, Thing[]> {
  const blocks = new Map<string, Thing[]>();
  let open: Thing[] = [];
  for (const thing of things) {
    if (thing.type === 'BLOCK') {
      open = [];
      blocks.set(first(thing, 2).toUpperCase(), open);
    }
    if (thing.type !== 'ENDBLK') open.push(thing);
  }
  return blocks;
}

function first({ groups }: Thing, code: number): string {
  return groups.find(([one]) => one === code)?.[1] ?? '';
}

function number(thing: Thing, code: number, absent = 0): number {
  const value = Number.parseFloat(first(thing, code));
  return Number.isNaN(value) ? absent : value;
}

/** Texts that are aligned otherwise than left on the base line hang on their second point, but for fitted ones. */
function hangingPoint(thing: Thing): [number, number] {
  const isMoved = [72, thing.type === 'TEXT' ? 73 : 74].some((code) => number(thing, code) !== 0) && ![3, 5].includes(number(thing, 72));
  return thing.type !== 'MTEXT' && isMoved && first(thing, 11) !== ''
    ? [number(thing, 11), number(thing, 21)]
    : [number(thing, 10), number(thing, 20)];
}

function signs(text: string): string {
  return text
    .replace(/%%[uok]/gi, '')
    .replace(/%%d/gi, '°')
    .replace(/%%p/gi, '±')
    .replace(/%%c/gi, 'Ø')
    .replace(/\\U\+(....)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function words(thing: Thing): string {
  const content = [...thing.groups.filter(([code]) => code === 3), ...thing.groups.filter(([code]) => code === 1).slice(0, 1)];
  return content
    .map(([, value]) => value)
    .join('')
    .replace(/\\\\/g, '\u0001')
    .replace(/\\[{}]/g, (sign) => (sign === '\\{' ? '\u0002' : '\u0003'))
    .replace(/\\S([^;]*?)[/#^]([^;]*);/g, '$1/$2')
    .replace(/\\[AaCcFfHpQTW][^;\\]*;/g, '')
    .replace(/\\[LlOoKk]/g, '')
    .replace(/[{}]/g, '')
    .replace(/\\[PN]/g, '\n')
    .replace(/\\~/g, '\u00a0')
    .replace(/\u0001/g, '\\')
    .replace(/\u0002/g, '{')
    .replace(/\u0003/g, '}')
    .replace(/\^I/g, '\t')
    .split('\n')
    .map((line) => signs(line).trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

function product(left: Matrix, right: Matrix): Matrix {
  return left.map((row) => [0, 1, 2].map((column) => row.reduce((sum, value, at) => sum + value * (right[at]?.[column] ?? 0), 0)));
}

function times(matrix: Matrix, x: number, y: number): readonly [number, number] {
  const [px = 0, py = 0] = matrix.map(([a = 0, b = 0, c = 0]) => a * x + b * y + c);
  return [px, py];
}
