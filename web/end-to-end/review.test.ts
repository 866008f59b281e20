import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ORDERS = 'Work order,Asset,Date,Description,Zlpx\nWO-1,P-9,2024-01-02,seal replaced,12\nWO-2,P-9,2024-01-03,bearing hot,14\n';

describe.skipIf(CHROMIUM === undefined)('reviewing on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('one.md', '冷却水泵 P-101A 振动偏大。');
    await plant.ingest('two.md', '冷却水泵 P-101B 运行正常。');
    await plant.ingest('orders.csv', ORDERS);
  });
  afterAll(() => stage?.close());

  it('tells in Chinese on a phone what is open, shows the place, takes a decision with its reason and undoes it', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '审核');
    const card = page.getByRole('article').filter({ hasText: '“冷却水泵”被用于多个对象' });
    await card.waitFor();
    await walkWidths(page, 'review');
    await card.locator('.evidence button').first().tap();
    await page.locator('.picture-frame img').waitFor();
    await page.getByRole('button', { name: '关闭' }).first().tap();
    const choice = card.getByRole('button', { name: /冷却水泵 与 P-101A 是同一对象|P-101A 与 冷却水泵 是同一对象/ });
    expect(await choice.isDisabled()).toBe(true);
    await card.getByLabel('理由（与决定一同保存）').fill('现场核对');
    await choice.tap();
    await page.getByRole('heading', { name: '已决定' }).waitFor();
    expect(await page.locator('.decisions .in-force').innerText()).toMatch(/是同一对象[\s\S]*现场核对/);
    expect(await page.locator('.decisions').innerText()).not.toContain('key_');
    await walkWidths(page, 'decided', { part: '.decisions' });
    await page.locator('.decisions .in-force button').tap();
    await page.locator('.decisions .undone').waitFor();
    await card.waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('lets a person say in English what a column means', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Review');
    const card = page.getByRole('article').filter({ hasText: 'What does the column “Zlpx” mean?' });
    await card.getByLabel('Why (kept with the decision)').fill('hours of downtime');
    await card.getByLabel('It means').selectOption({ label: 'duration' });
    await card.getByRole('button', { name: 'Decide' }).click();
    await page.locator('.decisions').getByText('“Zlpx” means: duration').waitFor();
    expect(await card.count()).toBe(0);
    await walkWidths(page, 'decided', { part: '.decisions' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says how many matters are open where it does not show all of them, and shows more of them when it is asked to', async () => {
    const headers = Array.from({ length: 60 }, (_, at) => `Zq${at}`);
    const row = (day: number) => [`WO-${day}`, 'P-9', `2024-02-0${day}`, 'seal replaced', ...headers.map((_, at) => `${day}${at}k`)];
    const table = [['Work order', 'Asset', 'Date', 'Description', ...headers], row(1), row(2), row(3)];
    await plant.ingest('wide.csv', table.map((cells) => cells.join(',')).join('\n'));
    const { total } = (await (await fetch(`${plant.address}/v1/reviews?state=open&limit=1`)).json()) as { readonly total: number };
    expect(total).toBeGreaterThan(60);
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN' });
    await choosePart(page, '审核');
    await page.getByText(`共 ${total} 件待办，显示 50 件。`).waitFor();
    expect(await page.getByRole('article').count()).toBe(50);
    await page.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(total);
    expect(await page.getByRole('button', { name: '显示更多' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
