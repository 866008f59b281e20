import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { findFaults } from '../test-support/find-faults.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { writeProcedure } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';

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
    await keepScreenshot(page, 'library-1440-en');
    expect(await findFaults(page)).toEqual([]);

    await read.getByRole('link').click();
    await page.getByRole('heading', { name: 'Fan F-77: filter change' }).waitFor();
    await page.getByRole('img', { name: 'page 1' }).waitFor();
    expect(await page.locator('.quality').innerText()).toMatch(/pages: 1 · passages: \d+/);
    await page.setViewportSize({ width: 1024, height: 768 });
    await keepScreenshot(page, 'document-1024-en');
    expect(await findFaults(page)).toEqual([]);

    await choosePart(page, 'Ask');
    await page.getByRole('textbox', { name: 'Your question' }).fill('What is the interval of the F-77 inlet filter?');
    await pressEnter(page);
    await page.locator('.answered .claims').getByText('6 months').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes in what is dropped, on a phone in Chinese, and deletes it only after saying what goes with it', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '文档库');
    await page.getByRole('region', { name: '添加文档' }).waitFor();
    await page.evaluate(DROP);
    const link = page.getByRole('region', { name: /^已读取/ }).getByRole('link', { name: '阀门' });
    await link.waitFor();
    await keepScreenshot(page, 'library-390-zh');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await link.click();
    await page.getByRole('button', { name: '删除……' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/将一并移除：[\s\S]*1 个版本[\s\S]*\d 个段落/);
    await keepScreenshot(page, 'delete-390-zh');
    expect(await findFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保留' }).click();
    await page.getByRole('button', { name: '删除……' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('heading', { name: '文档库' }).waitFor();
    await expect.poll(() => link.count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
