import { describe, expect, it } from 'vitest';
import { inkPicture, readWithPictures, SHOWN } from '../../embedded/embedded-pictures.test-support.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { writePptx } from '../../test-support/write-pptx.ts';
import { pptxParser } from './pptx-parser.ts';
import { frame, paragraph, presentation, shape } from './presentation.test-support.ts';

const read = async (bytes: Uint8Array, options = {}) => readWithPictures(pptxParser, await temporaryFile('slides.pptx', bytes), options);
const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="http://x/image" Target="${target}"/>`;
const blip = (id: string) => `<p:blipFill><a:blip r:embed="${id}"/></p:blipFill>`;
const shown = (id: string, at: readonly number[], description = '') =>
  `<p:pic><p:nvPicPr><p:cNvPr id="9" name="" descr="${description}"/><p:nvPr/></p:nvPicPr>${blip(id)}<p:spPr>${frame(at)}</p:spPr></p:pic>`;
const line = (text: string, y: number) => ({ paragraphs: [{ text }], at: { x: 0.5, y, width: 9, height: 0.6 } });

describe('a picture on a slide', () => {
  it('is read where it stands among the texts of its slide, in the section of that, with its places in it', async () => {
    const pictures = [{ png: await inkPicture(600, 400), alt: '力矩表', at: { x: 0.5, y: 2, width: 6, height: 2 } }];
    const { passages, report, outcome } = await read(
      await writePptx([
        { title: '拆卸', texts: [line('先断电。', 1)] },
        { title: 'Torques of the flange', texts: [line('Tighten crosswise.', 1), line('最后检查垫片。', 4.4)], pictures },
      ]),
    );
    expect([outcome, report.warnings]).toEqual(['visible', []]);
    expect(passages.map(({ text, headings }) => [text, headings[0]])).toEqual([
      ['拆卸', undefined],
      ['先断电。', '拆卸'],
      ['Torques of the flange', undefined],
      ...['Tighten crosswise.', '力矩表', '法兰螺栓 M12', 'torque 45 N·m', '最后检查垫片。'].map((text) => [text, 'Torques of the flange']),
    ]);
    const torque = passages.find(({ text }) => text.startsWith('torque'));
    expect(torque?.recognition).toMatchObject({ method: 'ocr', engine: 'known texts 1' });
    expect(torque?.structure.section).toBe(2);
    expect(torque?.anchors).toMatchObject([
      { kind: 'block', path: 'slide/2/section/1/picture/1/text/2', picture: { number: 1, boxes: [{}] } },
    ]);
  });

  it('that holds a table gives rows with cells under the names of its columns', async () => {
    const columns = (texts: readonly string[], y: number) => texts.map((text, at) => ({ text, x: 40 + at * 160, y, size: 12 }));
    const words = [...columns(['螺栓', 'Torque'], 60), ...columns(['M12', '45 N·m'], 90), ...columns(['M16', '110 N·m'], 120)];
    const pictures = [{ png: await inkPicture(600, 400), at: { x: 0.5, y: 2, width: 6, height: 2 } }];
    const { passages } = await read(await writePptx([{ title: '拧紧力矩', pictures }]), { words });
    const rows = passages.filter(({ kind }) => kind === 'table-row');
    expect(rows.map(({ cells }) => cells?.map(({ column }) => column))).toEqual([
      ['螺栓', 'Torque'],
      ['螺栓', 'Torque'],
    ]);
    expect(rows.map(({ text, structure }) => [text, structure.table])).toEqual([
      ['M12\t45 N·m', 3],
      ['M16\t110 N·m', 3],
    ]);
  });

  it('of its layout is a sign, and one that is shown on many slides is read once', async () => {
    const png = await inkPicture(600, 400);
    const pictures = [{ png, at: { x: 0.5, y: 2, width: 6, height: 2 } }];
    const slides = ['开车', 'Shut-down'].map((title) => ({ title, pictures }));
    const { asked, passages } = await read(await writePptx(slides, { sign: await inkPicture(600, 400, 80) }));
    expect(asked).toBe(1);
    expect(passages.filter(({ recognition }) => recognition !== undefined).map(({ headings }) => headings[0])).toEqual(['开车', '开车']);
  });

  it('that fills a shape or the whole slide is read too', async () => {
    const filled = shape(paragraph('铭牌'), [0, 0, 400, 200]).replace(
      '</p:spPr>',
      `<a:blipFill><a:blip r:embed="a"/></a:blipFill></p:spPr>`,
    );
    const bytes = presentation(
      [filled],
      [
        { name: 'ppt/media/a.png', content: await inkPicture(600, 400) },
        { name: 'ppt/media/b.png', content: await inkPicture(600, 400, 80) },
      ],
      relation('a', '../media/a.png') + relation('b', '../media/b.png'),
    );
    expect((await read(bytes)).passages.map(({ text }) => text)).toEqual(['铭牌', ...SHOWN.map(({ text }) => text)]);
    const grounded = presentation(
      [shown('a', [0, 0, 400, 200])],
      [{ name: 'ppt/media/a.png', content: await inkPicture(600, 400) }],
      relation('a', '../media/a.png'),
    );
    expect((await read(grounded)).asked).toBe(1);
  });

  it('that is damaged, of another form or not in the file is told, and the slide is read', async () => {
    const png = await inkPicture(600, 400);
    const bytes = presentation(
      [
        shape(paragraph('阀门 V-1'), [0, 0, 400, 90]) +
          shown('a', [0, 100, 400, 90]) +
          shown('b', [0, 200, 400, 90], 'Valve') +
          shown('c', [0, 300, 400, 90]) +
          shown('d', [0, 400, 400, 90], '外部图片'),
      ],
      [
        { name: 'ppt/media/a.png', content: png.subarray(0, png.length / 2) },
        { name: 'ppt/media/b.emf', content: 'a drawing of Windows' },
      ],
      relation('a', '../media/a.png') + relation('b', '../media/b.emf') + relation('c', '../media/c.png'),
    );
    const { passages, outcome, report } = await read(bytes);
    expect([outcome, passages.map(({ text }) => text)]).toEqual(['visible', ['阀门 V-1', 'Valve', '外部图片']]);
    expect(report.warnings).toEqual([
      'Pictures of which only the description is read: slides 1.',
      '1 picture is damaged.',
      '1 picture is of a form that is not read.',
      '1 picture is not in the file.',
    ]);
  });

  it('is not recognised past the number that is read, and none without what recognises', async () => {
    const pictures = await Promise.all(
      [0, 80, 160].map(async (shade, at) => ({ png: await inkPicture(600, 400, shade), at: { x: 0.5, y: 1 + at, width: 6, height: 0.9 } })),
    );
    const { asked, report } = await read(await writePptx([{ title: 'Photos 照片', pictures }]), { limits: { maxRecognisedPages: 2 } });
    expect([asked, report.warnings]).toEqual([2, ['1 picture is beyond the number that is read.']]);
  });
});
