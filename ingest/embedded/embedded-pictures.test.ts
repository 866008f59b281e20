import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { docxParser } from '../flow/docx/docx-parser.ts';
import { htmlParser } from '../flow/html/html-parser.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { inkPicture, readWithPictures } from './embedded-pictures.test-support.ts';

async function manual(pictures: readonly Buffer[]): Promise<string> {
  const shown = pictures.map(
    (data) => new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation: { width: 300, height: 200 } })] }),
  );
  const children = [
    new Paragraph({ text: '拆卸', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('先断电。'),
    new Paragraph({ text: 'Torques of the flange', heading: HeadingLevel.HEADING_1 }),
    ...shown,
    new Paragraph('Check the gasket.'),
  ];
  return temporaryFile('手册.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe('a picture in a Word file', () => {
  it('is read in the section that shows it, where it stands, with how it was recognised and its places in the picture', async () => {
    const { passages, outcome } = await readWithPictures(docxParser, await manual([await inkPicture(600, 400)]));
    expect(outcome).toBe('visible');
    expect(passages.map(({ text }) => text)).toEqual([
      ...['拆卸', '先断电。', 'Torques of the flange', '法兰螺栓 M12', 'torque 45 N·m', 'Check the gasket.'],
    ]);
    const [, , title, bolts, torque] = passages;
    expect(torque?.headings).toEqual(['Torques of the flange']);
    expect(torque?.structure.section).toBe(title?.order);
    expect(torque?.recognition).toMatchObject({ method: 'ocr', engine: 'known texts 1' });
    expect(bolts?.anchors).toMatchObject([{ kind: 'block', path: 'section/2/picture/1/text/1', picture: { number: 1, boxes: [{}] } }]);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });

  it('is read once where it stands often, and a sign is not read', async () => {
    const [torques, sign] = [await inkPicture(600, 400), await inkPicture(32, 32)];
    const { asked, passages } = await readWithPictures(docxParser, await manual([torques, sign, torques]));
    expect(asked).toBe(1);
    expect(passages.filter(({ recognition }) => recognition !== undefined)).toHaveLength(2);
  });

  it('is told where it was not read', async () => {
    const pictures = [
      await inkPicture(600, 400),
      await inkPicture(600, 400, 80),
      Buffer.from('BM of Windows'),
      await inkPicture(600, 400, 160),
    ];
    const { report } = await readWithPictures(docxParser, await manual(pictures), { limits: { maxRecognisedPages: 1 } });
    expect(report.warnings).toEqual(['2 pictures are beyond the number that is read.', '1 picture is of a form that is not read.']);
  });
});

describe('a picture in a web page', () => {
  it('that the page holds itself is read behind the words around it, in its section', async () => {
    const data = (await inkPicture(600, 400)).toString('base64');
    const page = `<h1>力矩</h1><p>见图：<img alt="力矩表" src="data:image/png;base64,${data}"></p><h1>Storage</h1><p>Keep dry.</p>`;
    const { passages } = await readWithPictures(htmlParser, await temporaryFile('page.html', Buffer.from(page)));
    expect(passages.map(({ text, headings }) => [text, headings])).toEqual([
      ['力矩', []],
      ['见图：力矩表', ['力矩']],
      ['法兰螺栓 M12', ['力矩']],
      ['torque 45 N·m', ['力矩']],
      ['Storage', []],
      ['Keep dry.', ['Storage']],
    ]);
  });
});
