import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ORDERS = `Work order,Asset,Date,Description,Downtime h
WO-1,P-9,2023-01-02,seal replaced,2
WO-2,P-9,2024-01-03,bearing hot,4
WO-3,P-9,2024-03-03,seal leaks,
WO-4,F-77,2024-05-03,belt torn,1
`;

describe.skipIf(CHROMIUM === undefined)('counting on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('orders.csv', ORDERS);
  });
  afterAll(() => stage?.close());

  it('ranks equipment with shares that add up, and a bar opens the rows behind it and the place of a row', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Figures');
    const bars = page.locator('.bars button');
    await bars.first().waitFor();
    expect((await bars.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '))).toEqual([
      'P-9 3 up to here 75 %',
      'F-77 1 up to here 100 %',
    ]);
    await bars.first().click();
    await page.getByRole('heading', { name: 'P-9: 3 rows' }).waitFor();
    expect(await page.locator('.rows li').first().innerText()).toContain('seal leaks');
    await page.locator('.rows li button').first().click();
    await page.locator('.picture-frame img').waitFor();
    await walkWidths(page, 'figures');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows on a phone in Chinese a sum by year of one machine, and says which rows are not in it', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '统计');
    await page.getByLabel('指标').selectOption({ label: '时长合计' });
    await page.getByLabel('按').selectOption({ label: '年' });
    await page.getByLabel('设备（完整代码）').fill('P-9');
    await pressEnter(page);
    await page.getByText('3 行，2 组').waitFor();
    await expect
      .poll(async () => (await page.locator('.bars button').allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ')), { timeout: 20_000 })
      .toEqual(['2023 2', '2024 4']);
    expect(await page.getByRole('status').innerText()).toMatch(/3 行.*1 行没有数值/u);
    await walkWidths(page, 'figures');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
