import { describe, expect, it } from 'vitest';
import type { Passage } from '../../kernel/index.ts';
import { layOutPicture } from './lay-out-picture.ts';
import { measureBySize, passageOf, rowOf } from './picture.test-support.ts';
import type { Picture, PictureItem } from './picture.ts';
import { picturePassage, type Span } from './picture-passage.ts';
import type { PictureRequest } from './picture-request.ts';

type Text = Extract<PictureItem, { kind: 'text' }>;
type Box = Extract<PictureItem, { kind: 'box' }>;

function draw(passages: readonly Passage[], cited: number, span?: Span, more: Partial<PictureRequest> = {}): Picture {
  return layOutPicture(
    {
      title: '循环水泵手册',
      details: 'CWS-OM-4101 · Rev. C',
      place: ['故障排除', 'Bearings'],
      passages: passages.map((passage) => {
        const whole = { start: 0, end: passage.text.length };
        return passage.order === cited ? picturePassage(passage, [span ?? whole]) : picturePassage(passage);
      }),
      isFromStart: true,
      isToEnd: true,
      notes: [],
      words: { drawn: 'Drawn from text' },
      ...more,
    },
    measureBySize,
  );
}

const texts = ({ items }: Picture): Text[] => items.filter((item) => item.kind === 'text');
const words = (picture: Picture): string[] => texts(picture).map(({ text }) => text);
const boxes = ({ items }: Picture, ink: Box['ink']): Box[] => items.filter((item): item is Box => item.kind === 'box' && item.ink === ink);

function find(picture: Picture, text: string): Text {
  const found = texts(picture).find((item) => item.text === text);
  if (found === undefined) throw new Error(`the picture does not show ${text}`);
  return found;
}

/** Words that a box lies behind, by their width. */
function behind(picture: Picture, box: Box): string {
  const line = texts(picture).findLast(({ y, x }) => y > box.y && y <= box.y + box.height && x <= box.x + 2);
  if (line === undefined) throw new Error('a mark lies behind no line');
  const within = [...line.text].filter((_, index) => {
    const left = line.x + measureBySize([...line.text].slice(0, index).join(''), line.style);
    return left >= box.x && left < box.x + box.width - 2;
  });
  return within.join('');
}

const prose = (count: number): Passage[] =>
  Array.from({ length: count }, (_, order) => passageOf(order, `第 ${order} 段说明轴承的润滑。 Paragraph ${order} on lubrication.`));
const log = (count: number, columns = 3): Passage[] =>
  Array.from({ length: count }, (_, order) =>
    rowOf(order, Object.fromEntries(Array.from({ length: columns }, (_, at) => [`列${at}`, `row${order}cell${at}`]))),
  );

describe('layOutPicture', () => {
  it('shows the document, the titles above, the passages around, and what the picture is', () => {
    const shown = words(draw(prose(3), 1));
    expect(shown.slice(0, 3)).toEqual(['循环水泵手册', 'CWS-OM-4101 · Rev. C', '故障排除 › Bearings']);
    expect(shown.slice(3, -1)).toEqual(prose(3).map(({ text }) => text));
    expect(shown.at(-1)).toBe('Drawn from text');
  });

  it.each([
    ['轴承温度不得超过 80 °C，否则停机。', '80 °C'],
    ['Keep the bearing below 80 °C, else stop.', 'below 80 °C'],
  ])('marks the cited words of %s and nothing else, with a bar beside the passage', (text, quote) => {
    const start = text.indexOf(quote);
    const picture = draw([passageOf(0, '前文 before'), passageOf(1, text), passageOf(2, 'after')], 1, { start, end: start + quote.length });
    const marks = boxes(picture, 'mark');
    expect(marks.map((mark) => behind(picture, mark))).toEqual([quote]);
    const [bar] = boxes(picture, 'bar');
    const { y } = find(picture, text);
    expect(bar !== undefined && bar.y < y && bar.y + bar.height > y && bar.x < 48).toBe(true);
  });

  it('marks words that run over several lines on each of them', () => {
    const text = '关闭出口阀门。'.repeat(40);
    const picture = draw([passageOf(0, text)], 0, { start: 3, end: 200 });
    const marks = boxes(picture, 'mark');
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.map((mark) => behind(picture, mark)).join('')).toBe(text.slice(3, 200));
  });

  it('colours a cell that is cited whole, and in one that is cited in part the words only', () => {
    const row = rowOf(1, { Code: 'A-103', Cause: 'worn bearing' });
    const passages = [rowOf(0, { Code: 'A-102', Cause: '堵塞' }), row];
    const whole = boxes(draw(passages, 1, { start: 0, end: 5 }), 'mark');
    expect(whole).toHaveLength(1);
    const cell = boxes(draw(passages, 1, { start: 0, end: 5 }), 'line').find(({ x, y }) => x === whole[0]?.x && y === whole[0]?.y);
    expect(cell?.width).toBe(whole[0]?.width);
    const part = draw(passages, 1, { start: 6, end: 10 });
    expect(boxes(part, 'mark').map((mark) => behind(part, mark))).toEqual(['worn']);
  });

  it('keeps of a long text what stands around the cited passage, and says that there is more', () => {
    const picture = draw(prose(100), 50);
    const shown = words(picture);
    const at = shown.findIndex((text) => text.startsWith('第 50 段'));
    expect([shown[3], shown.at(-2)]).toEqual(['…', '…']);
    expect([shown[at - 1], shown[at + 1]].map((text) => text?.slice(0, 6))).toEqual(['第 49 段', '第 51 段']);
    expect(picture.height).toBeLessThan(1_300);
    const first = draw(prose(100), 0);
    expect([words(first)[3]?.slice(0, 5), words(first).at(-2)]).toEqual(['第 0 段', '…']);
  });

  it('shows of a long table its header and the numbered rows around the cited one', () => {
    const picture = draw(log(121), 60);
    const shown = words(picture);
    expect(shown).toEqual(expect.arrayContaining(['列0', '列1', '列2', '60', 'row59cell0', '61', 'row60cell2', 'row61cell1']));
    expect(shown).not.toContain('row0cell0');
    expect(find(picture, '列0').y).toBeLessThan(
      Math.min(
        ...texts(picture)
          .filter(({ text }) => text.startsWith('row'))
          .map(({ y }) => y),
      ),
    );
  });

  it('turns a row on its side whose columns do not fit beside each other, with the rows beside it', () => {
    const picture = draw(log(9, 30), 4);
    const names = texts(picture).filter(({ text }) => text.startsWith('列'));
    expect(names).toHaveLength(30);
    expect(new Set(names.map(({ x }) => x)).size).toBe(1);
    expect(find(picture, '列7').y).toBe(find(picture, 'row4cell7').y);
    const shown = words(picture);
    expect([shown.includes('row3cell7'), shown.includes('row5cell7'), shown.includes('row2cell7')]).toEqual([true, true, false]);
    expect(shown.filter((text) => text === '…')).toHaveLength(2);
    expect(boxes(picture, 'mark')).toHaveLength(30);
  });

  it('says what introduces a table only where it is not shown itself', () => {
    const structure = { table: 1, leadIn: { order: 0, text: '拧紧力矩 Torques:' } };
    const table = Array.from({ length: 60 }, (_, index) => rowOf(index + 1, { 螺栓: `M${index}`, Nm: '85' }, { structure }));
    const passages = [passageOf(0, '拧紧力矩 Torques:'), ...table];
    const count = (cited: number) => words(draw(passages, cited)).filter((text) => text === '拧紧力矩 Torques:').length;
    expect([count(1), count(59)]).toEqual([1, 1]);
  });

  it('repeats the label over the rows that are shown when its own row is not', () => {
    const title = passageOf(0, '机械部分', { kind: 'table-row', structure: { table: 0 }, cells: [{ column: '', start: 0, end: 4 }] });
    const structure = { table: 0, rowLabels: [{ text: '机械部分', order: 0 }] };
    const passages = [title, ...Array.from({ length: 60 }, (_, index) => rowOf(index + 1, { A: `${index}`, B: 'x' }, { structure }))];
    const count = (cited: number) => words(draw(passages, cited)).filter((text) => text === '机械部分').length;
    expect([count(1), count(55)]).toEqual([1, 1]);
  });

  it('puts markers before items and sets what belongs to them under their words', () => {
    const item = (order: number, text: string, more: Partial<Passage>) =>
      passageOf(order, text, { kind: 'step', structure: { list: 0, level: 1 }, ...more });
    const picture = draw(
      [
        item(0, '停泵 stop', { marker: '1' }),
        item(1, '关阀 close', { marker: '②' }),
        passageOf(2, '说明 note', { structure: { list: 0 } }),
        item(3, 'check', {}),
      ],
      0,
    );
    expect(words(picture)).toEqual(expect.arrayContaining(['1.', '②', '•']));
    expect(find(picture, '1.').y).toBe(find(picture, '停泵 stop').y);
    expect(find(picture, '说明 note').x).toBe(find(picture, '停泵 stop').x);
  });

  it('notes below the cited passage what a person corrected in it', () => {
    const picture = draw(prose(3), 1, undefined, { notes: ['人工更正 wang: "8O" → "80"'] });
    const note = find(picture, '人工更正 wang: "8O" → "80"').y;
    expect(find(picture, prose(3)[1]?.text ?? '').y).toBeLessThan(note);
    expect(find(picture, prose(3)[2]?.text ?? '').y).toBeGreaterThan(note);
  });

  it('keeps all within the picture, and makes room for a cited passage longer than a page', () => {
    for (const picture of [draw(log(121), 60), draw([passageOf(0, '很长的说明。'.repeat(500))], 0), draw(log(5, 40), 2)])
      for (const item of picture.items) {
        const right = item.kind === 'box' ? item.x + item.width : item.x + measureBySize(item.text, item.style);
        expect(item.x >= 0 && right <= picture.width && item.y >= 0 && item.y <= picture.height).toBe(true);
      }
  });
});
