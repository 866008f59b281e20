import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { faultsBeyond } from '../test-support/faults-beyond.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { UNCLEAR, writeProcedure } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DROP = `{
  const dropped = new DataTransfer();
  dropped.items.add(new File(['# 阀门\\n\\nHV-9 常开。\\n'], '阀门.md'));
  document.querySelector('.drop-zone').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
}`;

describe.skipIf(CHROMIUM === undefined)('the library of the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
  });
  afterAll(() => stage?.close());

  it('takes in a PDF, shows it being read until it can be asked, and says of what cannot be read why', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await page.getByRole('link', { name: 'Open the library' }).click();
    await page.getByText('There is no document yet.').waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'F-77.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await writeProcedure()) },
        { name: 'plan.dwg', mimeType: 'application/acad', buffer: Buffer.from('AC1032 of a drawing program') },
      ]);
    await page.getByText('2 of 2 files are done').waitFor();
    const read = page.getByRole('region', { name: /^Read 1/ });
    await read.getByText('Fan F-77: filter change').waitFor();
    const unread = page.getByRole('region', { name: /^Could not be read 1/ });
    expect(await unread.innerText()).toMatch(/plan\.dwg[\s\S]*format is not read: .{20}/);
    await walkWidths(page, 'library');

    await read.getByRole('link').click();
    await page.getByRole('heading', { name: 'Fan F-77: filter change' }).waitFor();
    await page.getByRole('img', { name: 'page 1' }).waitFor();
    expect(await page.locator('.quality').innerText()).toMatch(/pages: 1 · passages: \d+/);
    await walkWidths(page, 'document');

    const labels = page.getByRole('region', { name: 'Who may read it' });
    expect(await labels.innerText()).toContain('Everyone who may use this service reads it.');
    await labels.getByRole('button', { name: 'Change labels' }).click();
    const typed = labels.getByLabel('Access labels (by commas; empty: everyone reads it)');
    await typed.fill('no label!');
    await labels.getByRole('button', { name: 'Put under these labels' }).click();
    await labels.getByRole('alert').getByText('A label has up to 64 letters').waitFor();
    await typed.fill('night, day');
    await labels.getByRole('button', { name: 'Put under these labels' }).click();
    await labels.getByText('It stands under these labels now.').waitFor();
    expect(await labels.innerText()).toMatch(/Only who holds all[\s\S]*day[\s\S]*night/);
    await read.getByText('label night').waitFor();
    await walkWidths(page, 'labels', { part: '.document-labels' });

    await choosePart(page, 'Ask');
    await page.getByRole('textbox', { name: 'Your question' }).fill('What is the interval of the F-77 inlet filter?');
    await pressEnter(page);
    await page.locator('.answered .claims').getByText('6 months').waitFor();
    expect(faultsBeyond(faults, 400)).toEqual([]);
    await page.context().close();
  });

  it.each([
    [
      'zh-CN',
      /^已读取，部分列含义不明 1/,
      /含义不明的列：2/,
      '说明其含义',
      '已在库中',
      /文件已损坏或不完整：[\s\S]*请从来源重新导出/,
      '文档库',
    ],
    [
      'en-GB',
      /^Read, with columns that are not understood 1/,
      /Columns not understood: 2/,
      'Say what they mean',
      'already there',
      /damaged or cut short[\s\S]*export or copy it again/,
      'Library',
    ],
  ])(
    'says of a log which columns nobody understands, of a file that is there that it is, and of a damaged one what to do (%s)',
    async (locale, group, told, link, there, damaged, library) => {
      const { page, faults } = await chromium.open(plant.address, { locale, ...PHONE });
      await choosePart(page, library);
      const input = page.locator('input[type=file]').first();
      const log = { name: '工单.csv', mimeType: 'text/csv', buffer: Buffer.from(UNCLEAR) };
      const cut = { name: 'cut.docx', mimeType: 'application/zip', buffer: Buffer.from('504b0304140000000800', 'hex') };
      await input.setInputFiles([log, cut]);
      const unclear = page.getByRole('region', { name: group });
      await unclear.getByRole('link', { name: link }).waitFor();
      expect(await unclear.innerText()).toMatch(told);
      await page.locator('.uploads li.not-read').waitFor();
      await input.setInputFiles([log]);
      await page.locator('.uploads').getByText(there).first().waitFor();
      await walkWidths(page, 'unclear');
      await page.locator('.group.unread').getByRole('link').filter({ hasText: 'cut.docx' }).click();
      await expect.poll(() => page.locator('.document-panel .notice').innerText()).toMatch(damaged);
      await page.goto(`${plant.address}/#/library`);
      await unclear.getByRole('link', { name: link }).click();
      await page.locator('main.review, main').first().waitFor();
      expect(page.url()).toContain('#/review');
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('takes in what is dropped, on a phone in Chinese, and deletes it only after saying what goes with it', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '文档库');
    await page.getByRole('region', { name: '添加文档' }).waitFor();
    await page.getByLabel('所发送文件的访问标签（逗号分隔）').fill('夜班');
    await page.evaluate(DROP);
    const link = page.getByRole('region', { name: /^已读取/ }).getByRole('link', { name: '阀门' });
    await link.waitFor();
    await walkWidths(page, 'library');
    expect(await link.innerText()).toContain('标签 夜班');
    await link.click();
    const labels = page.getByRole('region', { name: '谁可以阅读' });
    expect(await labels.innerText()).toMatch(/持有以下全部标签[\s\S]*夜班/);
    await labels.getByRole('button', { name: '更改标签' }).tap();
    await labels.getByLabel('访问标签（逗号分隔；留空则人人可读）').fill('不是 标签！');
    await labels.getByRole('button', { name: '使用这些标签' }).tap();
    await labels.getByRole('alert').getByText('标签最多 64 个字符').waitFor();
    await labels.getByRole('button', { name: '保持不变' }).tap();
    await page.getByRole('button', { name: '删除……' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/将一并移除：[\s\S]*1 个版本[\s\S]*\d 个段落/);
    await walkWidths(page, 'delete');
    await dialog.getByRole('button', { name: '保留' }).click();
    await page.getByRole('button', { name: '删除……' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('heading', { name: '文档库' }).waitFor();
    await expect.poll(() => link.count()).toBe(0);
    expect(faultsBeyond(faults, 400)).toEqual([]);
    await page.context().close();
  });
});
