import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../../app/index.ts';
import { tablePicture } from '../../../datasets/pictures/table-picture.ts';

const NEVER = new AbortController().signal;
const MINUTES = 300_000;
const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

interface Manual {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: readonly (readonly string[])[];
  readonly question: string;
  readonly says: string;
}

const MANUALS: readonly Manual[] = [
  {
    name: 'pump-p-101a.pdf',
    title: 'Pump P-101A, maintenance manual',
    lines: ['3 Tightening torques', 'Tighten the bolts crosswise, in three steps, to the torques shown.'],
    table: [
      ['Bolt', 'Size', 'Torque'],
      ['Casing bolt', 'M12', '78 N·m'],
      ['Coupling bolt', 'M8', '24 N·m'],
      ['Foundation bolt', 'M20', '310 N·m'],
    ],
    question: 'What is the torque of the foundation bolt of P-101A?',
    says: '310',
  },
  {
    name: '泵-P-202B.pdf',
    title: '离心泵 P-202B 维护手册',
    lines: ['3 拧紧力矩', '螺栓应对角分三次拧紧，力矩见图。'],
    table: [
      ['螺栓名称', '规格', '拧紧力矩'],
      ['泵盖螺栓', 'M12', '78 N·m'],
      ['联轴器螺栓', 'M8', '24 N·m'],
      ['地脚螺栓', 'M20', '310 N·m'],
    ],
    question: 'P-202B 联轴器螺栓的拧紧力矩是多少？',
    says: '24',
  },
];

async function write(path: string, { title, lines, table }: Manual): Promise<void> {
  const pen = new PDFDocument({ size: 'A4', margin: 60 });
  const file = createWriteStream(path);
  pen.pipe(file);
  pen.font(FONT).fontSize(20).text(title).moveDown();
  pen
    .fontSize(14)
    .text(lines[0] ?? '')
    .moveDown();
  pen
    .fontSize(10)
    .text(lines[1] ?? '')
    .moveDown();
  pen.image(await tablePicture(table, [300, 140, 220]), { width: 380 });
  pen.end();
  await finished(file);
}

describe('a table that is a picture on a page of a PDF', () => {
  it('answers with the value of its row and the mark that it was recognised', { timeout: MINUTES }, async () => {
    const home = await mkdtemp(join(tmpdir(), 'pdf-pictures-'));
    const application = await openApplication(loadConfig({ home }, {}));
    try {
      const caller = configuredCaller(application.config);
      for (const manual of MANUALS) await write(join(home, manual.name), manual);
      await ingestFiles(application, caller, { paths: MANUALS.map(({ name }) => join(home, name)) }, () => undefined, NEVER);
      for (const { question, says } of MANUALS) {
        const { content } = await askQuestion(application, caller, { question }, NEVER);
        expect([question, content.decision]).toEqual([question, 'answered']);
        const claims = content.claims.filter(({ text }) => text.includes(says));
        expect([question, claims.length > 0]).toEqual([question, true]);
        const cited = claims.flatMap(({ citations }) => citations.map((at) => content.citations[at]));
        for (const citation of cited)
          expect(citation).toMatchObject({ recognition: { method: 'ocr' }, anchors: [{ kind: 'page', page: 1 }] });
      }
    } finally {
      await application.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});
