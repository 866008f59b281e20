import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { FAULTS_EN, FAULTS_ZH } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Where a part of the drawn graph is, by what the library gives, in pixels from the corner of the picture. */
async function placeIn(page: Page, part: string): Promise<{ x: number; y: number }> {
  const { x, y } = (await page.evaluate(`document.querySelector('.graph')._cyreg.cy.${part}`)) as { x: number; y: number };
  return { x, y };
}

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
    const chosen = page.getByRole('region', { name: 'Chosen in the graph' });
    const graph = page.locator('.graph');
    await page
      .locator('.graph canvas')
      .first()
      .click({ position: await placeIn(page, 'edges()[0].renderedMidpoint()') });
    await chosen.getByRole('button', { name: /^Its places: .*Blower K-640 manual/ }).click();
    await page.locator('.picture-frame img').waitFor();
    await walkWidths(page, 'explore-edge', { part: '.chosen' });
    const things = async () => Number(/(\d+) things/u.exec((await graph.getAttribute('aria-label')) ?? '')?.[1]);
    const before = await things();
    await page
      .locator('.graph canvas')
      .first()
      .click({ position: await placeIn(page, "nodes('[depth = 1]')[0].renderedPosition()") });
    await chosen.getByRole('button', { name: 'Show what is around it here' }).click();
    await expect.poll(things).toBeGreaterThan(before);
    await walkWidths(page, 'explore-expanded', { part: '.graph' });
    await chosen.getByRole('button', { name: 'Take that away again' }).click();
    await expect.poll(things).toBe(before);
    await page.locator('.facts .place').first().click();
    await page.locator('.picture-frame img').waitFor();
    expect(await page.locator('.source-facts').innerText()).toContain('Blower K-640 manual');
    await walkWidths(page, 'explore');
    const name = await page.locator('#thing').innerText();
    await page.locator('.facts a').first().click();
    await expect.poll(() => page.locator('#thing').innerText()).not.toBe(name);
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
    await page.getByText('图中的对象').tap();
    const chosen = page.getByRole('region', { name: '图中所选' });
    await chosen.getByRole('listitem').nth(1).getByRole('button').tap();
    await chosen.getByRole('button', { name: '在此展开其周围' }).tap();
    await chosen.getByRole('button', { name: '收起' }).tap();
    await expect.poll(things).toBe(all);
    await page.locator('.kinds button[aria-pressed="true"]').first().tap();
    await expect.poll(things).toBeLessThan(all);
    await walkWidths(page, 'explore');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
