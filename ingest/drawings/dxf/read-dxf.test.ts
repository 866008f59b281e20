import { describe, expect, it, test } from 'vitest';
import { writeBinaryDxf } from '../../../eval/fuzz/write-binary-dxf.ts';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import { encodeChinese } from '../../test-support/encode-chinese.ts';
import { plantSheet } from '../../test-support/plant-sheet.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { type DxfContent, type DxfPart, groupsOf, insert, line, paragraphs, text, writeDxf } from '../../test-support/write-dxf.ts';
import type { DrawingText } from '../model/drawing.ts';
import { readDxf } from './read-dxf.ts';

const reading = async (bytes: Uint8Array | string) => readDxf(await temporaryFile('a.dxf', bytes), DEFAULT_READ_LIMITS);
const textsOf = async (bytes: Uint8Array | string): Promise<readonly DrawingText[]> => {
  const { drawing } = await reading(bytes);
  return drawing.sheets.flatMap(({ elements }) => elements).filter((one) => one.kind === 'text');
};
const wordsOf = async (bytes: Uint8Array | string) => (await textsOf(bytes)).map((one) => one.text);
const drawn = (...parts: readonly DxfPart[]): string => writeDxf({ parts });
const utf8 = (words: string) => Buffer.from(words);

describe('the forms of a DXF file', () => {
  const sheet = plantSheet('zh');
  const old: DxfContent = { ...sheet, version: 'AC1009', codePage: 'ANSI_936' };

  test.each([
    ['of lines that end otherwise', () => writeDxf(sheet).replaceAll('\r\n', '\n')],
    ['of lines of release 12 in GBK', () => encodeChinese(writeDxf(old))],
    ['of lines with a byte-order mark', () => `\ufeff${writeDxf(sheet)}`],
    ['with a comment at the head', () => `999\r\nmade by hand\r\n${writeDxf(sheet)}`],
    ['that is binary', () => writeBinaryDxf(groupsOf(sheet), 'wide', utf8)],
    ['that is binary, of release 12, in GBK', () => writeBinaryDxf(groupsOf(old), 'narrow', encodeChinese)],
  ])('one %s gives the same drawing', async (_, bytes) => {
    const { drawing, incomplete } = await reading(bytes());
    expect(incomplete).toBeUndefined();
    expect(drawing.warnings).toEqual([]);
    expect(drawing.sheets).toEqual((await reading(writeDxf(sheet))).drawing.sheets);
  });

  test.each([
    ['GBK under the code page that says nothing', { ...old, codePage: 'ANSI_1252' }, encodeChinese, 'gb18030'],
    ['GBK in a version that is UTF-8', sheet, encodeChinese, 'gb18030'],
    ['UTF-8 in a version that has code pages', { ...old, codePage: 'ANSI_1252' }, utf8, 'utf-8'],
  ])('%s is read by its bytes, with a warning', async (_, content, encode, encoding) => {
    const { drawing } = await reading(encode(writeDxf(content)));
    expect(drawing.encoding).toBe(encoding);
    expect(drawing.warnings).toEqual([expect.stringContaining(`its texts are ${encoding} by their bytes`)]);
    expect(drawing.sheets).toEqual((await reading(writeDxf(sheet))).drawing.sheets);
  });

  it('keeps Western letters under their code page', async () => {
    const bytes = Buffer.from(writeDxf({ version: 'AC1015', codePage: 'ANSI_1252', parts: [text(0, 0, 3, 'Kühler 75°C')] }), 'latin1');
    expect(await wordsOf(bytes)).toEqual(['Kühler 75°C']);
  });
});

describe('the entities of a DXF file', () => {
  const boxed = ({ box, text: words }: DrawingText) => [
    words,
    ...[box.x0, box.y0, box.x1, box.y1].map((value) => Math.round(value * 100) / 100 + 0),
  ];

  it('places texts by their justification, turned and stretched', async () => {
    const width = 4 * 0.85 * 10;
    expect(
      (
        await textsOf(
          drawn(
            text(0, 0, 10, 'ABCD'),
            text(0, 0, 10, 'ABCD', [[50, 90]]),
            text(5, 5, 10, 'ABCD', [
              [72, 2],
              [11, 100],
              [21, 50],
            ]),
          ),
        )
      ).map(boxed),
    ).toEqual([
      ['ABCD', 0, -2.5, width, 10],
      ['ABCD', -10, 0, 2.5, width],
      ['ABCD', 100 - width, 47.5, 100, 60],
    ]);
  });

  it('follows uses of blocks within blocks: moved, scaled, turned, mirrored, in rows and columns', async () => {
    const blocks = [
      { name: 'INNER', base: [1, 0] as const, parts: [text(1, 0, 1, 'V-1')] },
      { name: 'OUTER', parts: [insert('INNER', 10, 0, [], [[50, 90]])] },
    ];
    const at = async (more: readonly (readonly [number, number])[]) =>
      (await textsOf(writeDxf({ blocks, parts: [insert('OUTER', 100, 200, [], more)] }))).map(({ at: { x, y }, rotation }) =>
        [x, y, rotation].map((value) => Math.round(value * 100) / 100),
      );
    expect(await at([])).toEqual([[110, 200, 90]]);
    expect(
      await at([
        [41, 2],
        [42, 3],
      ]),
    ).toEqual([[120, 200, 90]]);
    expect(await at([[50, 90]])).toEqual([[100, 210, 180]]);
    expect(await at([[230, -1]])).toEqual([[-110, 200, 90]]);
    expect(
      await at([
        [70, 2],
        [71, 2],
        [44, 50],
        [45, 7],
      ]),
    ).toEqual([
      [110, 200, 90],
      [160, 200, 90],
      [110, 207, 90],
      [160, 207, 90],
    ]);
  });

  it('names an element by the handles of the inserts around it', async () => {
    const { drawing } = await reading(
      writeDxf({ blocks: [{ name: 'A', parts: [line(0, 0, 1, 1)] }], parts: [insert('A', 0, 0), insert('A', 5, 0)] }),
    );
    const ids = drawing.sheets.flatMap(({ elements }) => elements.map(({ id }) => id));
    const [first, inFirst, second, inSecond] = ids;
    expect(inFirst).toBe(`${first}/${inSecond?.split('/')[1]}`);
    expect(inSecond).toBe(`${second}/${inFirst?.split('/')[1]}`);
    expect(new Set(ids).size).toBe(4);
  });

  it('tells elements of one handle apart, and those without any', async () => {
    const same = drawn(text(0, 0, 1, 'A'), text(0, 5, 1, 'B')).replace('102', '101');
    expect(new Set((await textsOf(same)).map(({ id }) => id)).size).toBe(2);
    const none = writeDxf({ parts: [text(0, 0, 1, 'A'), text(0, 5, 1, 'B')] }).replace(/ {2}5\r\n[0-9A-F]+\r\n/g, '');
    expect((await textsOf(none)).map(({ id }) => id)).toEqual(['#1', '#2']);
  });

  it('shows of a dimension what is drawn, else its override, else its measure', async () => {
    const dimension = (more: readonly (readonly [number, string | number])[]): DxfPart => ({ type: 'DIMENSION', groups: more });
    const blocks = [{ name: '*D1', parts: [line(0, 0, 5, 0), paragraphs(1, 1, 2.5, '{\\fArial;1200}')] }];
    expect(
      await wordsOf(
        writeDxf({
          blocks,
          parts: [
            dimension([
              [2, '*D1'],
              [42, 1200.4],
            ]),
            dimension([
              [1, '<> TYP %%p5'],
              [42, 12.5],
            ]),
            dimension([[42, 33.3333333]]),
            dimension([
              [70, 2],
              [42, Math.PI / 2],
            ]),
            dimension([
              [1, ' '],
              [42, 5],
            ]),
          ],
        }),
      ),
    ).toEqual(['1200', '12.5 TYP ±5', '33.3333', '90', '']);
  });

  it('reads attributes of several lines, texts of leaders and long paragraphs in pieces', async () => {
    const attribute: DxfPart = {
      type: 'INSERT',
      groups: [
        [2, 'X'],
        [66, 1],
      ],
      parts: [
        {
          type: 'ATTRIB',
          groups: [
            [40, 2],
            [1, 'first'],
            [2, 'NOTE'],
            [101, 'Embedded Object'],
            [40, 2],
            [1, 'first\\Psecond'],
          ],
        },
      ],
    };
    const leader: DxfPart = {
      type: 'MULTILEADER',
      groups: [
        [300, 'CONTEXT_DATA{'],
        [304, '{\\fArial;see P-7}'],
        [304, 'LEADER_LINE{'],
        [10, 5],
        [20, 5],
      ],
    };
    expect(
      await wordsOf(
        drawn(
          attribute,
          leader,
          paragraphs(0, 0, 2, 'c', [
            [3, 'a'],
            [3, 'b'],
          ]),
        ),
      ),
    ).toEqual(['first\nsecond', 'see P-7', 'abc']);
  });

  it('leaves hidden what stands on layers that are off, within blocks too', async () => {
    const content: DxfContent = {
      layers: [{ name: 'OFF', isOff: true }],
      blocks: [{ name: 'A', parts: [text(0, 0, 1, 'IN')] }],
      parts: [text(0, 0, 1, 'SHOWN'), text(0, 0, 1, 'GONE', [[8, 'OFF']]), insert('A', 0, 0, [], [[8, 'OFF']])],
    };
    expect((await textsOf(writeDxf(content))).map(({ text: words, isHidden }) => [words, isHidden])).toEqual([
      ['SHOWN', false],
      ['GONE', true],
      ['IN', true],
    ]);
  });

  it('lists entities that it does not know', async () => {
    const { drawing } = await reading(drawn({ type: 'ACAD_PROXY_ENTITY', groups: [] }, { type: 'HATCH', groups: [] }));
    expect(drawing.warnings).toEqual([expect.stringContaining('1 of the entity ACAD_PROXY_ENTITY are not read')]);
  });

  it('ends with numbers that a store can keep, whatever the file says', async () => {
    const blocks = Array.from({ length: 40 }, (_, at) => ({
      name: `B${at}`,
      parts:
        at === 39
          ? [text(1, 1, 1e300, 'X')]
          : [
              insert(
                `B${at + 1}`,
                1e200,
                0,
                [],
                [
                  [41, 1e200],
                  [42, 1e200],
                ],
              ),
            ],
    }));
    const [only] = await textsOf(writeDxf({ blocks, parts: [insert('B0', 0, 0)] }));
    expect(Object.values(only?.box ?? {}).every(Number.isFinite)).toBe(true);
    expect(
      await wordsOf(
        drawn({
          type: 'TEXT',
          groups: [
            [10, 'NaN'],
            [40, 'x'],
            [1, 'N'],
          ],
        }),
      ),
    ).toEqual(['N']);
  });
});
