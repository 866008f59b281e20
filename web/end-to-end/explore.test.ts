import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { FAULTS_EN, FAULTS_ZH } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(CHROMIUM === undefined)('exploring on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('fan.md', FAULTS_ZH);
    await plant.ingest('blower.md', FAULTS_EN);
  });
  afterAll(() => stage?.close());

  it('finds a thing in English, draws what is around it, leads on to another, and shows the place of a fact beside it', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Explore');
    await page.getByRole('searchbox', { name: 'Tag, code or name' }).fill('Belt torn');
    await pressEnter(page);
    await page.getByRole('list', { name: 'Things found' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: /Belt torn/ }).waitFor();
    await page.locator('.graph canvas').first().waitFor();
    expect(await page.getByRole('img', { name: /^Graph of \d+ things and \d+ facts/ }).count()).toBe(1);
    await page.locator('.facts .place').first().click();
    await page.locator('.picture-frame img').waitFor();
    expect(await page.locator('.source-facts').innerText()).toContain('Blower K-640 manual');
    await walkWidths(page, 'explore');
    const before = await page.locator('#thing').innerText();
    await page.locator('.facts a').first().click();
    await expect.poll(() => page.locator('#thing').innerText()).not.toBe(before);
    await page.reload();
    await page.locator('.facts a').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds a thing in Chinese on a phone, the graph within the screen, kinds left out at a tap', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '图谱');
    await page.getByRole('searchbox', { name: '位号、代码或名称' }).fill('风机振动大');
    await pressEnter(page);
    await page.getByRole('list', { name: '找到的对象' }).getByRole('link').first().tap();
    await page.locator('.graph canvas').first().waitFor();
    const things = async () => Number(/(\d+) 个对象/u.exec((await page.locator('.graph').getAttribute('aria-label')) ?? '')?.[1]);
    const all = await things();
    expect(all).toBeGreaterThan(1);
    await page.locator('.kinds button[aria-pressed="true"]').first().tap();
    await expect.poll(things).toBeLessThan(all);
    await walkWidths(page, 'explore');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
