import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { createRandom } from '../../datasets/index.ts';
import { drawPage } from '../../datasets/pictures/draw-page.ts';
import { askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../index.ts';

const NEVER = new AbortController().signal;
const DPI = 150;
/** Share of a page that a table of four rows takes. */
const HEAD = 0.35;

function tablePicture(seed: number, rows: readonly (readonly string[])[]): Buffer {
  const { width, height, rgba } = drawPage(createRandom(seed, 'table'), [{ kind: 'table', rows }], DPI);
  const canvas = createCanvas(width, Math.round(height * HEAD));
  canvas.getContext('2d').putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas.toBuffer('image/png');
}

it('a picture that a Markdown file shows answers for the section that shows it', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shown-pictures-'));
  const docs = join(folder, 'docs');
  await mkdir(join(docs, 'images'), { recursive: true });
  await writeFile(
    join(docs, '手册.md'),
    '# 离心泵 P-101 手册\n\n## 拆卸\n\n先断电。\n\n## 法兰螺栓拧紧力矩\n\n![力矩表](images/a.png)\n\n![外面](../../secret.png)\n',
  );
  await writeFile(
    join(docs, 'manual.md'),
    '# Compressor K-201 manual\n\n## Start-up\n\nOpen the suction valve.\n\n## Flange bolts\n\n![Tightening torques](images/b.png)\n',
  );
  await writeFile(
    join(docs, 'images', 'a.png'),
    tablePicture(3, [
      ['螺栓规格', '拧紧力矩'],
      ['M10', '48 N·m'],
      ['M12', '84 N·m'],
    ]),
  );
  await writeFile(
    join(docs, 'images', 'b.png'),
    tablePicture(4, [
      ['Bolt', 'Tightening torque'],
      ['M10', '51 N·m'],
      ['M16', '206 N·m'],
    ]),
  );
  const application = await openApplication(loadConfig({ home: join(folder, 'home') }, {}));
  try {
    const caller = configuredCaller(application.config);
    const { files } = await ingestFiles(application, caller, { paths: [docs] }, () => undefined, NEVER);
    expect(files.map(({ uri, version }) => [uri, version.outcome, version.title])).toEqual([
      ['docs/images/a.png', 'visible', '离心泵 P-101 手册 › 法兰螺栓拧紧力矩 › 力矩表'],
      ['docs/images/b.png', 'visible', 'Compressor K-201 manual › Flange bolts › Tightening torques'],
      ['docs/manual.md', 'visible', 'Compressor K-201 manual'],
      ['docs/手册.md', 'visible', '离心泵 P-101 手册'],
    ]);
    for (const [question, says] of [
      ['离心泵 P-101 的 M12 法兰螺栓拧紧力矩是多少？', '84'],
      ['What is the tightening torque of the M16 flange bolts of compressor K-201?', '206'],
    ] as const) {
      const { content } = await askQuestion(application, caller, { question }, NEVER);
      expect([question, content.decision]).toEqual([question, 'answered']);
      expect(content.claims.map(({ text }) => text).join('\n')).toContain(says);
      expect(content.citations.every(({ recognition }) => recognition !== undefined)).toBe(true);
    }
  } finally {
    await application.close();
    await rm(folder, { recursive: true, force: true });
  }
});
