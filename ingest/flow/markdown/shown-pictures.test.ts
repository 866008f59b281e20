import { expect, it } from 'vitest';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { markdownParser } from './markdown-parser.ts';

const showsOf = async (markdown: string) =>
  (await readWhole(markdownParser, await temporaryFile('手册.md', markdown))).survey.properties.shows;

it('a Markdown document tells which pictures beside it its sections show, and in which words', async () => {
  const shows = await showsOf(
    [
      '# 离心泵 P-101',
      '![总图](images/overview.png)',
      '## 拧紧力矩',
      '见 ![力矩表](images/%E5%8A%9B%E7%9F%A9.png "表 1") 与 ![Torques][table]。',
      '- 第一步 ![](./step.jpg?raw=true)',
      '## Storage',
      '<p align="center"><img src="images\\rack.tif" alt="Rack"></p>',
      '',
      '[table]: ../shared/torques.png#top',
    ].join('\n\n'),
  );
  expect(shows).toEqual([
    { target: 'images/overview.png', alt: '总图', headings: ['离心泵 P-101'] },
    { target: 'images/力矩.png', alt: '力矩表', headings: ['离心泵 P-101', '拧紧力矩'] },
    { target: '../shared/torques.png', alt: 'Torques', headings: ['离心泵 P-101', '拧紧力矩'] },
    { target: './step.jpg', alt: '', headings: ['离心泵 P-101', '拧紧力矩'] },
    { target: 'images/rack.tif', alt: 'Rack', headings: ['离心泵 P-101', 'Storage'] },
  ]);
});

it('pictures that stand elsewhere are none beside it', async () => {
  const places = ['https://host/a.png', '//host/a.png', '/etc/a.png', 'file:///a.png', 'data:image/png;base64,AAAA', 'C:\\a.png'];
  expect(await showsOf(`# 泵\n\n${places.map((place) => `![x](<${place}>)`).join('\n\n')}\n`)).toBeUndefined();
  expect(await showsOf(`# Pump\n\n${'![a](a.png)\n\n'.repeat(1_000)}`)).toHaveLength(200);
  expect(await showsOf('# Pump\n\n![50 %](50%.png)\n')).toEqual([{ target: '50%.png', alt: '50 %', headings: ['Pump'] }]);
});
