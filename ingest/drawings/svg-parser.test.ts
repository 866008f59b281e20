import { describe, expect, it } from 'vitest';
import { toReadFault } from '../parser/read-fault.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { svgParser } from './svg-parser.ts';

const read = async (content: string, limits = {}) => readWhole(svgParser, await temporaryFile('sheet.svg', content), { limits });
const svg = (body: string, more = ''): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">${more}${body}</svg>`;
const labels = async (content: string) =>
  (await read(content)).passages.filter(({ kind }) => kind === 'drawing-label').map(({ text }) => text);
const boxOf = async (content: string, words: string) => {
  const anchor = (await read(content)).passages.find(({ text }) => text === words)?.anchors[0];
  return anchor?.kind === 'drawing' ? anchor.box : undefined;
};

const VALVE = '<defs><symbol id="VALVE"><path d="M-5,-3 5,3 5,-3 -5,3z"/></symbol></defs>';
const TANK = '<rect x="20" y="30" width="20" height="40"/><text x="22" y="80" font-size="4">TK-101</text>';
const PUMP = '<circle cx="150" cy="50" r="8"/><polygon points="146,44 158,50 146,56"/><text x="145" y="66" font-size="4">P-101A</text>';

describe('svgParser', () => {
  it('reads words in both languages, over parts of a text and with every kind of entity of XML itself', async () => {
    const texts =
      '<text x="5" y="10">P-101A <tspan>循环泵</tspan></text><text><tspan x="5" y="200">A &amp; B&#x4e00;</tspan><tspan x="900" dy="99">NEXT</tspan></text>';
    expect(await labels(svg(texts))).toEqual(expect.arrayContaining(['P-101A 循环泵', 'A & B一', 'NEXT']));
  });

  it('puts words where transforms of groups, windows and uses put them, with y upwards', async () => {
    const text = '<text x="10" y="20" font-size="10">P-101A</text>';
    expect(await boxOf(svg(text), 'P-101A')).toMatchObject({ x0: 10, y1: expect.closeTo(-12.7, 1) });
    expect(await boxOf(svg(`<g transform="translate(100,0) scale(2)">${text}</g>`), 'P-101A')).toMatchObject({ x0: 120 });
    const nested = `<svg x="50" y="0" width="100" height="100" viewBox="0 0 50 50">${text}</svg>`;
    expect(await boxOf(svg(nested), 'P-101A')).toMatchObject({ x0: 70 });
    const used = `<defs><g id="N">${text}</g></defs><use xlink:href="#N" x="30" y="5"/>`;
    expect(await boxOf(svg(used), 'P-101A')).toMatchObject({ x0: 40 });
  });

  it('takes size, anchor and what is shown from attributes, style and rules', async () => {
    const sheet = '<style>/* sizes */ .big { font-size: 20px; text-anchor: middle } #off, .off { display: none }</style>';
    const texts =
      '<text class="big" x="100" y="50">TK-7</text><text id="off" x="1" y="9">HIDDEN</text><text style="visibility:hidden" x="1" y="9">GONE</text>';
    const { passages, chunks } = await read(svg(texts, sheet));
    expect(passages.map(({ text }) => text)).toEqual(['TK-7']);
    const box = await boxOf(svg(texts, sheet), 'TK-7');
    expect(((box?.x0 ?? 0) + (box?.x1 ?? 0)) / 2).toBeCloseTo(100, 0);
    expect(chunks.flatMap(({ excluded }) => excluded.map(({ text, reason }) => [text, reason]))).toEqual([
      ['HIDDEN', 'hidden-layer'],
      ['GONE', 'hidden-layer'],
    ]);
  });

  it('tells what feeds what by its lines, with heads of arrows drawn or as markers', async () => {
    const valve = '<use href="#VALVE" x="90" y="50"/><text x="85" y="60" font-size="4">HV-102</text>';
    const head = '<polygon points="80,49 83,50 80,51" fill="black"/>';
    const pipes = '<line x1="40" y1="50" x2="85" y2="50"/><path d="M95 50 H142"/>';
    const feeds = async (body: string) =>
      (await read(svg(body, VALVE))).passages.flatMap(({ structure }) =>
        (structure.drawn ?? []).filter(({ kind }) => kind === 'feeds').map(({ own, other }) => [own, other]),
      );
    expect(await feeds(TANK + PUMP + valve + pipes + head)).toEqual(
      expect.arrayContaining([
        ['TK-101', 'HV-102'],
        ['HV-102', 'P-101A'],
      ]),
    );
    const marker = '<marker id="A" refX="3" refY="1" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L3 1 L0 2 z"/></marker>';
    const marked = pipes.replace('<line', '<line marker-end="url(#A)"');
    expect(await feeds(marker + TANK + PUMP + valve + marked)).toContainEqual(['TK-101', 'HV-102']);
  });

  it('reads a sheet that was turned as a whole as one that was not', async () => {
    const body = `${TANK}${PUMP}<line x1="40" y1="50" x2="142" y2="50"/><polygon points="90,49 93,50 90,51"/>`;
    const drawn = async (content: string) => (await read(content)).passages.map(({ text, structure }) => [text, structure.drawn]);
    expect(await drawn(svg(`<g transform="rotate(90 100 50)">${body}</g>`))).toEqual(await drawn(svg(body)));
  });

  it('fetches nothing from outside, runs nothing, and says what it left out', async () => {
    const body =
      '<script>alert("P-999")</script><use href="http://127.0.0.1:9/a.svg#x"/><image href="file:///etc/passwd"/><text x="1" y="9">P-1</text>';
    const { passages, conclusion } = await read(svg(body));
    expect(passages.map(({ text }) => text)).toEqual(['P-1']);
    expect(conclusion.report.warnings.join()).toContain('nothing outside');
  });

  it('reads a file with a document type and refuses one that declares entities', async () => {
    const typed = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg><text x="1" y="9">P-1</text></svg>`;
    expect(await labels(typed)).toEqual(['P-1']);
    const error = await read('<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg><text>&b;</text></svg>').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(toReadFault(error)).toMatchObject({ outcome: 'damaged', reason: expect.stringContaining('entities') });
  });

  it('ends uses that multiply and uses in a ring', async () => {
    const levels = Array.from({ length: 12 }, (_, at) => `<g id="g${at}">${`<use href="#g${at + 1}"/>`.repeat(10)}</g>`).join('');
    const bomb = svg(`<defs>${levels}<g id="g12"><text x="1" y="9">P-1</text></g></defs><use href="#g0"/>`);
    expect((await read(bomb, { maxElements: 500 })).conclusion.outcome).toBe('limit-exceeded');
    const ring = svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/><text x="1" y="9">P-1</text></g>');
    expect((await read(ring)).conclusion.outcome).toBe('visible');
  });

  it('draws arcs and curves of a path through where they go', async () => {
    const balloon =
      '<path d="M44 50a6 6 0 0 1 12 0a6 6 0 0 1-12 0Z"/><text x="47" y="49" font-size="3">PT</text><text x="46" y="54" font-size="3">1003</text>';
    expect(await labels(svg(balloon))).toEqual(['PT1003']);
    const flags =
      '<path d="M44,50 A6,6,0,01 56,50 A6,6,0,0144,50Z"/><text x="47" y="49" font-size="3">PT</text><text x="46" y="54" font-size="3">1003</text>';
    expect(await labels(svg(flags))).toEqual(['PT1003']);
  });
});
