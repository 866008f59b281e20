import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMark } from '../ask/find-mark.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SHEET = new URL('../../datasets/demo-drawings/files/CWS-PID-101-C.dxf', import.meta.url);
const ORDERS = '工单号,日期,设备,描述\nW-1,2023-02-01,P-101A,机封渗漏\nW-2,2024-03-01,P-101A,更换机械密封\n';

/** Whether something is marked in the picture beside the page, by what a person sees of it. */
async function isMarked(page: Page): Promise<boolean> {
  await page.locator('.picture-frame img').waitFor();
  const image = await loadImage(await page.locator('.picture-frame').screenshot());
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return findMark(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height) !== undefined;
}

describe.skipIf(CHROMIUM === undefined)('exploring drawings and time on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('CWS-PID-101-C.dxf', new Uint8Array(await readFile(SHEET)));
    await plant.ingest('orders.csv', ORDERS);
  });
  afterAll(() => stage?.close());

  it('leads from a tag on a sheet to the thing, from there to its sheet with the mark, and along the path to another thing', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' }, '/#/library');
    await page
      .getByRole('region', { name: /^Read/ })
      .getByRole('link', { name: /CWS-PID-101|COOLING/ })
      .click();
    const tag = page
      .getByRole('list', { name: /^Tags on this sheet/ })
      .getByRole('link', { name: 'P-101A', exact: true })
      .first();
    await tag.waitFor();
    await page.locator('.tag-layer').scrollIntoViewIfNeeded();
    await walkWidths(page, 'sheet', { part: '.tag-layer' });
    await tag.click();
    await page.getByRole('heading', { name: /^P-101A/ }).waitFor();
    await page.getByRole('region', { name: 'drawn on' }).locator('.place').first().click();
    await expect.poll(() => isMarked(page)).toBe(true);
    await walkWidths(page, 'drawn-on');

    await page.getByRole('searchbox', { name: 'The other thing: tag, code or name' }).fill('E-102');
    await pressEnter(page);
    await page
      .getByRole('list', { name: 'Other things found' })
      .getByRole('link', { name: /^E-102/ })
      .first()
      .click();
    const way = page.getByRole('region', { name: /^Path 1 to E-102/ });
    await way.locator('ol > li').nth(1).waitFor();
    await way.scrollIntoViewIfNeeded();
    await way.locator('.place').first().click();
    await expect.poll(() => isMarked(page)).toBe(true);
    await walkWidths(page, 'path', { part: '.picture-frame' });
    await page.reload();
    await page.getByRole('region', { name: /^Path 1 to E-102/ }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows on a phone in Chinese orders and documents of an asset by date, each opening its place', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE }, '/#/explore');
    await page.getByRole('searchbox', { name: '位号、代码或名称', exact: true }).fill('P-101A');
    await pressEnter(page);
    await page
      .getByRole('list', { name: '找到的对象' })
      .getByRole('link', { name: /^P-101A/ })
      .first()
      .tap();
    const line = page.getByRole('region', { name: '时间线' });
    await line.getByText('更换机械密封').waitFor();
    expect(await line.locator('li .day').allInnerTexts()).toEqual(['2024-04-18', '2024-03-01', '2023-02-01']);
    await line.scrollIntoViewIfNeeded();
    await walkWidths(page, 'timeline', { part: 'li .day' });
    await line.locator('.place').nth(1).tap();
    await expect.poll(() => isMarked(page)).toBe(true);
    await walkWidths(page, 'timeline-place', { part: '.picture-frame' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
