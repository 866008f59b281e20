import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DOUBTFUL_ZH = '工单,设备,日期,描述\nC1,P-9,2024-13-45,密封更换\nC2,P-9,2024-01-03,轴承发热\n';
const DOUBTFUL_EN = 'Work order,Asset,Date,Description\nD1,P-9,2024-14-41,seal replaced\nD2,P-9,2024-01-03,bearing hot\n';
/** Rows are tried by a reading process, which has to start. */
const WHILE_TRIED = { timeout: 60_000 };
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
    await plant.ingest('失效模式.csv', '失效模式,影响,严重度\n外部泄漏,停机,7\n');
    await plant.ingest('modes.csv', 'Failure mode,Effect,Severity\nExternal leakage,Shutdown,7\n');
    await plant.ingest('巡检.csv', DOUBTFUL_ZH);
    await plant.ingest('rounds.csv', DOUBTFUL_EN);
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
    await card.getByRole('button', { name: '并排查看两处' }).tap();
    await expect.poll(() => card.locator('.beside img').count()).toBe(2);
    expect(await placesOf(card)).toEqual({ beside: false, below: true });
    await card.getByRole('button', { name: /冷却水泵 与 P-101A 是同一对象|P-101A 与 冷却水泵 是同一对象/ }).tap();
    const effect = card.getByRole('region', { name: '会改变什么' });
    await effect.getByText(/P-101A = 冷却水泵|冷却水泵 = P-101A/).waitFor();
    const take = card.getByRole('button', { name: '决定', exact: true });
    expect(await take.isDisabled()).toBe(true);
    await walkWidths(page, 'review-effect-names', { part: '.effect' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => placesOf(card)).toEqual({ beside: true, below: false });
    await keepScreenshot(page, 'review-beside-1440-zh');
    await page.setViewportSize(PHONE.viewport);
    await card.getByLabel('理由（与决定一同保存）').fill('现场核对');
    await take.tap();
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
    await card.getByLabel('It means').selectOption({ label: 'duration' });
    await card.getByLabel('in the unit').fill('min');
    await card.getByRole('button', { name: 'See what would change' }).click();
    const effect = card.getByRole('region', { name: 'What this would change' });
    await expect.poll(() => effect.innerText(), WHILE_TRIED).toContain('Documents read anew: 1; rows in question: 2');
    expect(await effect.getByRole('row').allInnerTexts()).toEqual([
      'Cell\tNow\tThen',
      'Zlpx: 12\tno known meaning: 12\tduration: 12 min',
      'Zlpx: 14\tno known meaning: 14\tduration: 14 min',
    ]);
    await walkWidths(page, 'review-effect-rows', { part: '.effect' });
    await card.getByLabel('Why (kept with the decision)').fill('minutes of downtime');
    await card.getByRole('button', { name: 'Decide', exact: true }).click();
    await page.locator('.decisions').getByText('“Zlpx” means: duration').waitFor();
    expect(await card.count()).toBe(0);
    await walkWidths(page, 'decided', { part: '.decisions' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  for (const { locale, menu, matter, cell, text, show, effect: heading, why, take, read } of [
    {
      locale: 'zh-CN',
      menu: '审核',
      matter: '有一行未能完整读出',
      cell: '“日期”应为',
      text: '2024-03-05',
      show: '查看会改变什么',
      effect: '会改变什么',
      why: '理由（与决定一同保存）',
      take: '决定',
      read: '2024-13-45',
    },
    {
      locale: 'en-GB',
      menu: 'Review',
      matter: 'A row could not be read in full',
      cell: 'Date should read',
      text: '2024-04-05',
      show: 'See what would change',
      effect: 'What this would change',
      why: 'Why (kept with the decision)',
      take: 'Decide',
      read: '2024-14-41',
    },
  ] as const) {
    it(`lets a person correct a cell of a row that could not be read (${locale})`, async () => {
      const { page, faults } = await chromium.open(plant.address, { locale });
      await choosePart(page, menu);
      const card = page.getByRole('article').filter({ hasText: matter }).filter({ hasText: read });
      await card.getByLabel(cell).fill(text);
      await card.getByRole('button', { name: show }).click();
      const effect = card.getByRole('region', { name: heading });
      await expect.poll(() => effect.innerText(), WHILE_TRIED).toContain(text);
      expect(await effect.innerText()).toContain(read);
      await walkWidths(page, 'review-row', { part: '.cells' });
      await card.getByLabel(why).fill('对照纸质记录 as on paper');
      await card.getByRole('button', { name: take, exact: true }).click();
      await page.locator('.decisions .in-force').filter({ hasText: text }).waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }

  for (const { locale, menu, part, mode, reject, why, take, again, none, open } of [
    {
      locale: 'zh-CN',
      menu: '审核',
      part: '已否决的事实',
      mode: '外部泄漏',
      reject: '不计入',
      why: '理由（与决定一同保存）',
      take: '决定',
      again: '重新审议：不计入',
      none: '没有您可见的已否决事实。',
      open: '待办',
    },
    {
      locale: 'en-GB',
      menu: 'Review',
      part: 'Rejected facts',
      mode: 'External leakage',
      reject: 'It does not count',
      why: 'Why (kept with the decision)',
      take: 'Decide',
      again: 'Take up again: It does not count',
      none: 'Nobody rejected a fact that you may read.',
      open: 'Open',
    },
  ] as const) {
    it(`finds a fact that was rejected and takes it up again (${locale})`, async () => {
      const { page, faults } = await chromium.open(plant.address, { locale });
      await choosePart(page, menu);
      const card = page.getByRole('article').filter({ hasText: mode });
      await card.getByRole('button', { name: reject, exact: true }).click();
      await card.getByLabel(why).fill('对照图纸 as drawn');
      await card.getByRole('button', { name: take, exact: true }).click();
      await expect.poll(() => card.count()).toBe(0);
      await page.getByRole('button', { name: part, exact: true }).click();
      await card.getByText('对照图纸 as drawn').waitFor();
      await walkWidths(page, 'review-rejected');
      await card.getByRole('button', { name: again }).click();
      await page.getByText(none).waitFor();
      await page.getByRole('button', { name: open, exact: true }).click();
      await card.waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }

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

/** How two drawn places stand to each other. */
async function placesOf(card: Locator): Promise<{ readonly beside: boolean; readonly below: boolean }> {
  const [first, second] = await Promise.all([0, 1].map((at) => card.locator('.beside figure').nth(at).boundingBox()));
  if (first == null || second == null) throw new Error('two places are drawn');
  return { beside: second.x >= first.x + first.width, below: second.y >= first.y + first.height };
}
