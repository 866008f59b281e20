import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../datasets/index.ts';
import { makePdf, page, stream } from '../../eval/fuzz/make-pdf.ts';
import { SHEET_OPERATORS, words } from '../../eval/fuzz/sheet-operators.ts';
import { writeBinaryDxf } from '../../eval/fuzz/write-binary-dxf.ts';
import { pdfParser } from '../pages/pdf/pdf-parser.ts';
import type { DocumentParser } from '../parser/document-parser.ts';
import { toReadFault } from '../parser/read-fault.ts';
import { plantSheet } from '../test-support/plant-sheet.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryPath } from '../test-support/temporary-file.ts';
import { type Group, groupsOf } from '../test-support/write-dxf.ts';
import { dxfParser } from './dxf-parser.ts';

type Random = ReturnType<typeof createRandom>;

const FILES = 150;
/** Values that a number or text has in no drawing of a sane mind. */
const AWKWARD: readonly (string | number)[] = [
  ...[0, -1, 1e308, -1e308, 1e-308, 32_767, 2 ** 31],
  ...['', ' ', 'NaN', '\\S', '{\\f', '%%', '\\U+D800', 'TITLE_BLOCK', '*Model_Space', 'P-101A', '图号', 'DWG. NO.', '^J', 'Infinity'],
];
const TYPES = [
  'INSERT',
  'ATTRIB',
  'SEQEND',
  'VERTEX',
  'POLYLINE',
  'BLOCK',
  'ENDBLK',
  'ENDSEC',
  'SECTION',
  'LAYOUT',
  'SPLINE',
  'ELLIPSE',
  'LEADER',
  'EOF',
];

/** Each spoils the groups of a drawing and leaves them groups. */
const SPOILS: readonly ((groups: readonly Group[], random: Random) => readonly Group[])[] = [
  (groups, random) => groups.filter(() => random.chance(0.97)),
  (groups, random) => groups.flatMap((group) => (random.chance(0.03) ? [group, group] : [group])),
  (groups, random) =>
    groups.map(([code, value]): Group => (code > 2 && random.chance(0.05) ? [code, random.pick(AWKWARD)] : [code, value])),
  (groups, random) =>
    groups.map(
      ([code, value]): Group => (random.chance(0.02) ? [random.pick([0, 2, 10, 66, 67, 70, 71, 101, 102, 171]), value] : [code, value]),
    ),
  (groups, random) => groups.map(([code, value]): Group => (code === 0 && random.chance(0.1) ? [0, random.pick(TYPES)] : [code, value])),
  (groups, random) => {
    const at = random.integer(0, groups.length - 1);
    return [...groups.slice(at), ...groups.slice(0, at)];
  },
  (groups, random) => groups.slice(0, random.integer(1, groups.length)),
];

function spoilt(random: Random): Buffer {
  let groups = groupsOf(plantSheet(random.pick(['zh', 'en'] as const)));
  for (let left = random.integer(1, 3); left > 0; left -= 1) groups = random.pick(SPOILS)(groups, random);
  if (random.chance(0.3))
    return writeBinaryDxf(groups, random.chance(0.5) ? 'wide' : 'narrow', (text) => Buffer.from(text.replaceAll('\0', '')));
  return Buffer.from(groups.map(([code, value]) => `${code}\n${value}\n`).join(''));
}

const OPERATORS = [...SHEET_OPERATORS, words('VOID', 100, 250)];
const WRONG = ['1e38', '-1e38', '0', 'q', 'Q', 'h', 'f', 'BT', '/X Do', '9 0 0 9 0 0 cm', '0 0 0 0 0 0 cm', '1 g', 'n', '(P-1) Tj'];

function spoiltSheet(random: Random): string {
  const tokens = OPERATORS.flatMap((one) => one.split(' ')).flatMap((token) => {
    if (random.chance(0.02)) return [];
    return random.chance(0.03) ? [random.pick(WRONG)] : random.chance(0.02) ? [token, token] : [token];
  });
  return makePdf({
    3: page(random.chance(0.2) ? '/Rotate 90' : '', '/XObject << /X 6 0 R >>'),
    4: stream(tokens.join(' ')),
    6: stream('-5 -3 m 5 3 l 5 -3 l -5 3 l h S', '/Type /XObject /Subtype /Form /BBox [-9 -9 9 9]'),
  });
}

/** Reads a spoilt file, holds that each passage has an id and places of its own, and gives the outcome. */
async function outcomeOf(parser: DocumentParser, path: string): Promise<string> {
  try {
    const { conclusion, passages } = await readWhole(parser, path);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    const boxes = passages.flatMap(({ anchors }) =>
      anchors.flatMap((anchor) => (anchor.kind === 'drawing' ? [anchor.box] : anchor.kind === 'page' ? anchor.boxes : [])),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(passages.length);
    expect(boxes.every((box) => Object.values(box).every(Number.isFinite))).toBe(true);
    return conclusion.outcome;
  } catch (error) {
    const fault = toReadFault(error);
    if (fault === undefined) throw error;
    return fault.outcome;
  }
}

describe('spoilt drawings', () => {
  test.each([
    ['DXF', dxfParser, 'sheet.dxf', spoilt],
    ['PDF', pdfParser, 'sheet.pdf', spoiltSheet],
  ] as const)(
    'as %s end in a typed state, each passage with an id and a place of its own',
    async (form, parser, name, spoil) => {
      const path = await temporaryPath(name);
      const outcomes: string[] = [];
      for (let file = 0; file < FILES; file += 1) {
        await writeFile(path, spoil(createRandom(5, form === 'DXF' ? `drawing ${file}` : `sheet ${file}`)));
        outcomes.push(await outcomeOf(parser, path));
      }
      expect(outcomes.filter((one) => !['visible', 'partial', 'empty', 'damaged', 'limit-exceeded'].includes(one))).toEqual([]);
      expect(outcomes.filter((one) => one === 'visible' || one === 'partial').length).toBeGreaterThan(FILES / 2);
    },
    120_000,
  );
});
