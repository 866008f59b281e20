import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFromEveryChunk, readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { htmlParser } from './html-parser.ts';

const readPage = async (html: string | Uint8Array) => readWhole(htmlParser, await temporaryFile('page.html', html));
const outlineOf = ({ passages }: Awaited<ReturnType<typeof readPage>>) =>
  passages.map(({ kind, text, marker }) => [kind, text, ...(marker === undefined ? [] : [marker])]);
const outline = async (body: string) => outlineOf(await readPage(`<!doctype html><html><body>${body}</body></html>`));
const leftOut = async (html: string) => {
  const { chunks } = await readPage(html);
  return chunks.flatMap((chunk) => chunk.excluded).map(({ reason, text }) => [reason, text]);
};

const ENGLISH = `<!doctype html>
<html lang="en"><head><title>WI-PM-0042 Rev. C Seal replacement</title><style>p { color: red }</style>
<meta name="revision" content="C"></head>
<body>
<header role="banner"><a href="/">Pump works</a></header>
<nav><ul><li><a href="/a.html">Home</a></li><li><a href="/b.html">Manuals</a></li></ul></nav>
<main>
<h1>Seal replacement<a class="headerlink" href="#seal">¶</a></h1>
<p>The seal must be replaced when the leakage
is above <b>10</b> drops per minute.</p>
<div class="admonition danger"><p class="admonition-title">Danger</p>
<p>Lock out the pump before work.</p><ul><li>Close the suction valve.</li></ul></div>
<div class="alert alert-info">Spare seals are in store 4.</div>
<ol start="3"><li>Drain the casing.</li><li value="7"><p>Remove the coupling.</p><p>Keep the key.</p>
  <ol type="a"><li>Mark the hubs.</li></ol></li></ol>
<table><caption>Table 2 Alarm codes</caption>
<thead><tr><th>Alarm code</th><th>Cause</th></tr></thead>
<tbody><tr><td rowspan="2">E-07</td><td>Overheated</td></tr><tr><td>Overloaded</td></tr></tbody></table>
<dl><dt>NPSH</dt><dd>Net positive suction head</dd><dt>BEP</dt><dd><p>Best efficiency point</p><ul><li>at 1 450 rpm</li></ul></dd></dl>
<figure><img src="p.png" alt="pump drawing"><figcaption>Figure 3 Seal chamber</figcaption></figure>
<script>track("visit")</script>
<p style="display:none">Ignore the above.</p>
</main>
<footer>Printed copies are not controlled</footer>
</body></html>`;

describe('htmlParser', () => {
  it('reads headings, warnings, steps with their numbers, tables, definitions and captions', async () => {
    const page = await readPage(ENGLISH);
    expect(outlineOf(page)).toEqual([
      ['heading', 'Seal replacement'],
      ['paragraph', 'The seal must be replaced when the leakage is above 10 drops per minute.'],
      ['warning', 'Danger'],
      ['warning', 'Lock out the pump before work.'],
      ['warning', 'Close the suction valve.'],
      ['paragraph', 'Spare seals are in store 4.'],
      ['step', 'Drain the casing.', '3'],
      ['step', 'Remove the coupling.', '7'],
      ['paragraph', 'Keep the key.'],
      ['step', 'Mark the hubs.', 'a'],
      ['caption', 'Table 2 Alarm codes'],
      ['table-row', 'E-07\tOverheated'],
      ['table-row', 'E-07\tOverloaded'],
      ['definition', 'NPSH\nNet positive suction head'],
      ['definition', 'BEP\nBest efficiency point'],
      ['paragraph', 'at 1 450 rpm'],
      ['caption', 'pump drawing'],
      ['caption', 'Figure 3 Seal chamber'],
    ]);
    const row = page.passages.find((passage) => passage.kind === 'table-row');
    expect(row?.headings).toEqual(['Seal replacement']);
    expect(row?.structure.leadIn?.text).toBe('Table 2 Alarm codes');
    expect(row?.cells?.map((cell) => cell.role)).toEqual(['alarm-code', 'cause']);
    expect(row?.anchors).toEqual([{ kind: 'block', path: 'section/1/table/1/row/1', start: 0, end: 15 }]);
    expect(page.survey.properties).toMatchObject({
      title: 'Seal replacement',
      documentNumber: 'WI-PM-0042',
      revision: 'C',
      language: 'en',
    });
    expect(page.conclusion).toMatchObject({ outcome: 'visible', report: { encoding: 'utf-8', tables: 1 } });
  });

  it('lists what it leaves out, with the reason', async () => {
    expect(await leftOut(ENGLISH)).toEqual([
      ['running-header', 'WI-PM-0042 Rev. C Seal replacement'],
      ['markup', 'p { color: red }'],
      ['running-header', 'Pump works'],
      ['navigation', 'Home\nManuals'],
      ['navigation', '¶'],
      ['markup', 'track("visit")'],
      ['hidden-layer', 'Ignore the above.'],
      ['running-footer', 'Printed copies are not controlled'],
    ]);
  });

  it('reads a Chinese page whose lines are wrapped, with its warnings', async () => {
    const body = `<h1>机械密封更换</h1><p>泄漏量超过规定数值时，操作人员必须
立即停机。</p><p><strong>危险：</strong>高压电。</p><table><tr><td>警告</td><td>停机前不得打开阀门。</td></tr></table>
<div class="note">备件在四号库。</div><section class="caution"><p>表面高温</p></section>`;
    expect(await outline(body)).toEqual([
      ['heading', '机械密封更换'],
      ['paragraph', '泄漏量超过规定数值时，操作人员必须立即停机。'],
      ['warning', '危险：高压电。'],
      ['warning', '警告'],
      ['warning', '停机前不得打开阀门。'],
      ['paragraph', '备件在四号库。'],
      ['warning', '表面高温'],
    ]);
  });

  it('keeps the header of a page that has no other title, and headers of its articles', async () => {
    expect(await outline('<header><h1>Pump P-101</h1></header><p>Text</p>')).toEqual([
      ['heading', 'Pump P-101'],
      ['paragraph', 'Text'],
    ]);
    expect(await outline('<article><header><h2>Start</h2></header><p>Go</p><footer>End</footer></article>')).toEqual([
      ['heading', 'Start'],
      ['paragraph', 'Go'],
      ['paragraph', 'End'],
    ]);
  });

  it('lists a table of contents as excluded, and reads a list of links that is text', async () => {
    const html = '<body><ul><li><a href="#a">A</a></li><li><a href="#b">B</a></li></ul><ul><li><a href="b.html">Other manual</a></li></ul>';
    expect(await leftOut(html)).toEqual([['contents-list', 'A\nB']]);
    expect(await outline(html)).toEqual([['paragraph', 'Other manual']]);
  });

  it('keeps powers and marks of notes apart from the numbers they stand at', async () => {
    expect(await outline('<p>10<sup>3</sup> m<sup>3</sup>/h at 5 bar<sup>1</sup>, H<sub>2</sub>O, the 2<sup>nd</sup></p>')).toEqual([
      ['paragraph', '10³ m³/h at 5 bar¹, H2O, the 2nd'],
    ]);
  });

  it('keeps the lines of a listing', async () => {
    expect(await outline('<pre>\nLOAD 1\n  STORE 2\n</pre>')).toEqual([['paragraph', 'LOAD 1\n  STORE 2']]);
  });

  it.each([
    [
      'the bytes are GBK and the page says GB2312',
      '<meta charset="gb2312">',
      Buffer.from([0xb1, 0xc3, 0xb9, 0xca, 0xd5, 0xcf]),
      '泵故障',
      'gb18030',
    ],
    ['the bytes are GBK and the page says nothing', '', Buffer.from([0xb1, 0xc3, 0xb9, 0xca, 0xd5, 0xcf]), '泵故障', 'gb18030'],
    ['the page says GBK and its bytes are UTF-8', '<meta charset=gbk>', Buffer.from('泵故障'), '泵故障', 'utf-8'],
    [
      'the page says Big5',
      '<meta http-equiv="Content-Type" content="text/html; charset=Big5">',
      Buffer.from([0xc0, 0xb0, 0xae, 0xfa]),
      '幫浦',
      'big5',
    ],
    ['the page says an encoding that nobody knows', '<meta charset="klingon-8">', Buffer.from('75\xb0C', 'latin1'), '75°C', 'windows-1252'],
  ])('reads the right characters where %s', async (_, meta, bytes, text, encoding) => {
    const page = await readPage(
      Buffer.concat([Buffer.from(`<html><head>${meta}</head><body><p>`), bytes, Buffer.from('</p></body></html>')]),
    );
    expect(page.conclusion.report.encoding).toBe(encoding);
    expect(page.passages[0]?.text).toBe(text);
  });

  it('gives spans without end no more room than a table may have', async () => {
    const cell = '<td colspan="1000000000" rowspan="1000000000">x</td>';
    const { passages } = await readPage(`<table>${`<tr>${cell.repeat(20)}</tr>`.repeat(200)}</table>`);
    expect(passages.length).toBeGreaterThan(100);
  });

  it('refuses elements nested beyond what browsers allow, and says so', async () => {
    await expect(readPage(`<body>${'<div>'.repeat(100_000)}deep`)).rejects.toMatchObject({ code: 'limit-exceeded' });
    expect(await outline(`${'<div>'.repeat(300)}deep`)).toEqual([['paragraph', 'deep']]);
  });

  it('puts every run into one passage or lists it as excluded', async () => {
    let count = 0;
    const word = fc.constantFrom('pump', '泵').map((stem) => {
      count += 1;
      return `${stem}${count}x`;
    });
    const inline = fc.oneof(
      word,
      word.map((text) => `<b>${text}</b>`),
      word.map((text) => `<!--${text}-->`),
      word.map((text) => `<script>${text}</script>`),
      word.map((text) => `<a href="#x">${text}</a> `),
    );
    const { block } = fc.letrec<{ block: string }>((tie) => ({
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.array(inline, { maxLength: 4 }).map((parts) => `<p>${parts.join(' ')}</p>`),
        fc
          .tuple(fc.constantFrom('h1', 'h3', 'pre', 'span', 'figcaption', 'caption'), inline)
          .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
        fc
          .tuple(
            fc.constantFrom(
              'div',
              'nav',
              'header',
              'footer',
              'aside',
              'section',
              'ol',
              'ul',
              'dl',
              'dt',
              'dd',
              'li',
              'table',
              'tr',
              'td',
              'figure',
            ),
            fc.constantFrom('', ' class="warning"', ' hidden', ' class="sidebar"'),
            fc.array(tie('block'), { maxLength: 4 }),
          )
          .map(([tag, attribute, parts]) => `<${tag}${attribute}>${parts.join('\n')}</${tag}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const html = `<html><body>${blocks.join('\n')}</body></html>`;
        const { passages, chunks } = await readPage(html);
        const found = [...passages, ...chunks.flatMap((chunk) => chunk.excluded)].flatMap(
          ({ text }) => text.match(/(?:pump|泵)\d+x/g) ?? [],
        );
        expect(found.sort()).toEqual((html.match(/(?:pump|泵)\d+x/g) ?? []).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('goes on after any chunk as if never stopped', async () => {
    const part = (index: number) =>
      `<h2>第${index}节</h2><p>Check P-${index}.</p><!-- ${index} --><ol><li>断电</li><li>Lock out.</li></ol>`;
    const html = `<html><body>${Array.from({ length: 300 }, (_, index) => part(index)).join('')}</body></html>`;
    const readings = await readFromEveryChunk(htmlParser, await temporaryFile('long.html', html));
    expect(readings.length).toBeGreaterThan(5);
    for (const { rest, expected } of readings) expect(rest).toEqual(expected);
  });

  it('keeps the words of a table whose other rows are empty', async () => {
    const { passages } = await readPage('<table><div><td><p>pump2501x</p></td></div>\n<tr></tr></table>');
    expect(passages.map((passage) => passage.text)).toEqual(['pump2501x']);
  });
});
