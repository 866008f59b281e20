import { describe, expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { type SlideDraft, writePptx } from '../../test-support/write-pptx.ts';
import { pptxParser } from './pptx-parser.ts';
import { frame, NAMES, paragraph, presentation, shape } from './presentation.test-support.ts';

const read = async (bytes: Uint8Array, limits = {}) => readWhole(pptxParser, await temporaryFile('slides.pptx', bytes), { limits });
const readDrafts = async (slides: readonly SlideDraft[], properties = {}) => read(await writePptx(slides, properties));
const pathOf = (passage: { readonly anchors: readonly unknown[] } | undefined) =>
  (passage?.anchors[0] as { path: string } | undefined)?.path;

describe('pptxParser', () => {
  it('reads titles, nested lists, tables with spans and notes, and says of each on which slide it stands', async () => {
    const { passages, survey, conclusion, chunks } = await readDrafts(
      [
        {
          title: '密封更换',
          texts: [
            {
              paragraphs: [
                { text: 'Lock out the pump.', number: true },
                { text: '拆下联轴器。', number: true },
              ],
            },
            {
              paragraphs: [
                { text: 'Tools', bullet: true },
                { text: 'Puller', bullet: true, level: 1 },
                { text: '量具', bullet: true },
              ],
            },
          ],
          table: [['报警代码', '原因'], [{ text: 'E-07', rows: 2 }, '过热'], ['过载']],
          notes: '先确认压力为零。',
        },
        { title: 'Start-up', texts: [{ paragraphs: [{ text: 'Open the valve slowly.' }] }] },
      ],
      { drawn: 'Doc No. TR-0042 Rev. C' },
    );
    expect(passages.map(({ kind, text, marker, headings }) => [kind, text, marker, headings[0]])).toEqual([
      ['heading', '密封更换', undefined, undefined],
      ['step', 'Lock out the pump.', '1', '密封更换'],
      ['step', '拆下联轴器。', '2', '密封更换'],
      ['paragraph', 'Tools', undefined, '密封更换'],
      ['paragraph', 'Puller', undefined, '密封更换'],
      ['paragraph', '量具', undefined, '密封更换'],
      ['table-row', 'E-07\t过热', undefined, '密封更换'],
      ['table-row', 'E-07\t过载', undefined, '密封更换'],
      ['paragraph', '先确认压力为零。', undefined, '密封更换'],
      ['heading', 'Start-up', undefined, undefined],
      ['paragraph', 'Open the valve slowly.', undefined, 'Start-up'],
    ]);
    expect(passages.slice(3, 6).map(({ structure }) => structure.level)).toEqual([1, 2, 1]);
    expect(pathOf(passages[2])).toBe('slide/1/section/1/step/2');
    expect(pathOf(passages[7])).toBe('slide/1/section/1/table/1/row/2');
    expect(pathOf(passages[8])).toBe('slide/1/notes/1/section/0/paragraph/1');
    expect(pathOf(passages[10])).toBe('slide/2/section/1/paragraph/1');
    expect(survey.properties).toMatchObject({ title: '密封更换', pages: 2, documentNumber: 'TR-0042', revision: 'C' });
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { tables: 1, warnings: [] } });
    const excluded = chunks.flatMap((chunk) => chunk.excluded);
    expect(new Set(excluded.map(({ reason }) => reason))).toEqual(new Set(['running-header', 'page-number']));
  });

  it('takes slides in the order of the presentation, and places, bullets and numbers from layout and master', async () => {
    const nested = '<a:pPr lvl="1"/>';
    const { passages, survey } = await read(
      presentation([
        shape(paragraph('second column 右'), undefined, '<p:ph idx="2"/>') +
          shape(paragraph('first column 左') + paragraph('a', nested) + paragraph('b', nested), undefined, '<p:ph idx="1"/>') +
          shape(paragraph('Isolation'), undefined, '<p:ph type="title"/>'),
        shape(paragraph('启动'), undefined, '<p:ph type="title"/>'),
      ]),
    );
    expect(passages.map(({ text, marker, structure }) => [text, marker, structure.level])).toEqual([
      ['Isolation', undefined, 1],
      ['first column 左', undefined, 1],
      ['a', '1', 2],
      ['b', '2', 2],
      ['second column 右', undefined, 1],
      ['启动', undefined, 1],
    ]);
    expect(survey.properties).toMatchObject({ documentNumber: 'TR-0042', revision: 'V2.1' });
  });

  it('reads text boxes by where they stand, those of a group together', async () => {
    const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="2" name=""/></p:nvGrpSpPr><p:grpSpPr>${frame([500, 200, 400, 300])}</p:grpSpPr>${shape(
      paragraph('group, below'),
      [0, 5_000, 100, 900],
    )}${shape(paragraph('group, above'), [0, 0, 100, 900])}</p:grpSp>`;
    const { passages } = await read(
      presentation([
        shape(paragraph('foot over both'), [0, 600, 900, 100]) +
          group +
          shape(paragraph('left, lower'), [0, 370, 400, 130]) +
          shape(paragraph('左上'), [0, 200, 400, 130]) +
          shape(paragraph('head over both'), [0, 50, 900, 100]),
      ]),
    );
    expect(passages.map(({ text }) => text)).toEqual([
      'head over both',
      '左上',
      'left, lower',
      'group, above',
      'group, below',
      'foot over both',
    ]);
  });

  it('reads hidden slides and says so of each place, and lists hidden shapes, formulas, covered cells and comments as excluded', async () => {
    const formula = '<a:p><a:r><a:t>Flow is </a:t></a:r><m:oMath xmlns:m="x"><m:r><m:t>103</m:t></m:r></m:oMath></a:p>'.replaceAll(
      'm:oMath',
      'm:m',
    );
    const table =
      '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name=""/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="900"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData><a:tbl>' +
      `<a:tr><a:tc gridSpan="2"><a:txBody>${paragraph('密封')}</a:txBody></a:tc><a:tc hMerge="1"><a:txBody>${paragraph('covered')}</a:txBody></a:tc></a:tr>` +
      `<a:tr><a:tc><a:txBody>${paragraph('a')}</a:txBody></a:tc><a:tc><a:txBody>${paragraph('b')}</a:txBody></a:tc></a:tr>` +
      '</a:tbl></a:graphicData></a:graphic></p:graphicFrame>';
    const bytes = presentation(
      [shape(formula, [0, 0, 100, 100]) + shape(paragraph('旧值 5 bar'), [0, 200, 100, 100], '', 'hidden="1"') + table],
      [{ name: 'ppt/comments/comment1.xml', content: `<p:cmLst ${NAMES}><p:cm><p:text>Is this still true?</p:text></p:cm></p:cmLst>` }],
      '<Relationship Id="c" Type="http://x/relationships/comments" Target="../comments/comment1.xml"/>',
    );
    const { passages, chunks } = await read(bytes);
    expect(passages.map(({ text }) => text)).toEqual(['Flow is', 'a\tb']);
    expect(chunks.flatMap(({ excluded }) => excluded.map(({ reason, text }) => [reason, text])).slice(1)).toEqual([
      ['equation', '103'],
      ['hidden-layer', '旧值 5 bar'],
      ['hidden-layer', 'covered'],
      ['comment', 'Is this still true?'],
    ]);

    const hidden = await readDrafts([
      { title: 'Shown' },
      { title: '备用', isHidden: true, texts: [{ paragraphs: [{ text: '旧的力矩 25 N·m' }] }] },
    ]);
    expect(pathOf(hidden.passages.at(-1))).toBe('hidden-slide/2/section/1/paragraph/1');
    expect(hidden.conclusion.report.warnings).toEqual(['Hidden in the presentation, but read, and cited as hidden: slides 2.']);
  });

  it('goes on with the section of the slide before where the title is the same, and with its list', async () => {
    const steps = (first: number, ...texts: readonly string[]) =>
      shape(
        texts.map((text) => paragraph(text, `<a:pPr><a:buAutoNum type="arabicPeriod" startAt="${first}"/></a:pPr>`)).join(''),
        [0, 200, 400, 300],
      );
    const titled = (text: string) => shape(paragraph(text), undefined, '<p:ph type="title"/>');
    const { passages, chunks } = await read(
      presentation([
        titled('隔离步骤') + steps(1, 'Close V-1.', '关闭 V-2。'),
        titled('隔离步骤（续）') + steps(3, 'Lock out.'),
        titled('Isolation (1/2)') + steps(1, 'Stop.'),
        titled('Isolation (2/2)') + steps(2, 'Drain.'),
        steps(1, 'A slide without title.'),
      ]),
    );
    expect(passages.map(({ kind, text, marker, structure }) => [kind, text, marker, structure.section, structure.list])).toEqual([
      ['heading', '隔离步骤', undefined, undefined, undefined],
      ['step', 'Close V-1.', '1', 0, 1],
      ['step', '关闭 V-2。', '2', 0, 1],
      ['step', 'Lock out.', '3', 0, 1],
      ['heading', 'Isolation (1/2)', undefined, undefined, undefined],
      ['step', 'Stop.', '1', 4, 5],
      ['step', 'Drain.', '2', 4, 5],
      ['step', 'A slide without title.', '1', undefined, 7],
    ]);
    expect(pathOf(passages[3])).toBe('slide/2/section/0/step/1');
    const excluded = chunks.flatMap((chunk) => chunk.excluded.map(({ text }) => text));
    expect(excluded).toEqual(expect.arrayContaining(['隔离步骤（续）', 'Isolation (2/2)']));
  });

  it('takes the largest text at the top for the title where no place is kept for one', async () => {
    const box = (text: string, size: number, y: number) => ({ paragraphs: [{ text, size }], at: { x: 1, y, width: 6, height: 0.8 } });
    const { passages } = await readDrafts([
      { texts: [box('Open the valve.', 18, 2), box('开车', 32, 0.5)] },
      { texts: [box('Nothing stands out.', 18, 1), box('无标题', 18, 2)] },
    ]);
    expect(passages.map(({ kind, text, headings }) => [kind, text, headings])).toEqual([
      ['heading', '开车', []],
      ['paragraph', 'Open the valve.', ['开车']],
      ['paragraph', 'Nothing stands out.', []],
      ['paragraph', '无标题', []],
    ]);
  });

  it('reads diagrams as the outline that they are made of', async () => {
    const point = (id: string, text: string, type = 'node') =>
      `<d:pt modelId="${id}" type="${type}"><d:t>${text === '' ? '' : paragraph(text)}</d:t></d:pt>`;
    const link = (from: string, to: string, order: number) =>
      `<d:cxn modelId="${from}${to}" srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
    const data =
      `<d:dataModel xmlns:d="x" ${NAMES}><d:ptLst>${point('b', '排空')}${point('a', 'Isolate')}${point('c', 'Lock V-1')}${point('t', 'x', 'parTrans')}${point('0', '', 'doc')}</d:ptLst>` +
      `<d:cxnLst>${link('0', 'b', 1)}${link('0', 'a', 0)}${link('a', 'c', 0)}${link('c', 'a', 0)}</d:cxnLst></d:dataModel>`;
    const diagram = `<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData><d:relIds xmlns:d="x" r:dm="d"/></a:graphicData></a:graphic></p:graphicFrame>`;
    const { passages } = await read(
      presentation(
        [diagram],
        [{ name: 'ppt/diagrams/data1.xml', content: data }],
        '<Relationship Id="d" Type="http://x/diagramData" Target="../diagrams/data1.xml"/>',
      ),
    );
    expect(passages.map(({ text, structure }) => [text, structure.level])).toEqual([
      ['Isolate', 1],
      ['Lock V-1', 2],
      ['排空', 1],
    ]);
  });

  it('passes over a slide that is damaged and says which, and reads no more slides than it may', async () => {
    const good = shape(paragraph('阀门 V-1'), [0, 0, 9, 9]);
    const { passages, conclusion } = await read(presentation([good, '<p:sp><broken', shape(paragraph('V-2'), [0, 0, 9, 9])]));
    expect(passages.map(({ text }) => text)).toEqual(['阀门 V-1', 'V-2']);
    expect(conclusion).toMatchObject({
      outcome: 'partial',
      reason: 'Damaged and not read: slides 2; save the presentation again and send that.',
    });
    const twice = presentation([good, good]);
    const limited = await read(twice, { maxPages: 1 });
    expect(limited.passages).toHaveLength(1);
    expect(limited.conclusion).toMatchObject({
      outcome: 'limit-exceeded',
      reason: 'The presentation has more than 1 slides. What was read before is kept.',
    });
    expect((await read(presentation(['<p:sp><broken']))).conclusion.outcome).toBe('damaged');
    expect((await read(presentation([]))).conclusion.outcome).toBe('damaged');
  });
});
