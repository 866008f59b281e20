import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { findFaults } from '../test-support/find-faults.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(CHROMIUM === undefined)('trying a search on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest(
      'manual.md',
      '# Pump P-9 manual\n\n## Mechanical seal\n\nA leaking seal of P-9 is replaced at once.\n\n## Oil\n\nThe oil of P-9 is changed each year.\n',
    );
    await plant.ingest('shouce.md', '# 泵 P-9 手册\n\n## 机械密封\n\nP-9 机械密封泄漏时立即更换。\n');
  });
  afterAll(() => stage?.close());

  it('shows of each hit document, section, the legs with rank and measure, what the score is the sum of, and its place', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Search test');
    await page.getByLabel('Query').fill('P-9 seal leaks');
    await page.getByLabel('Kind of passage').selectOption({ label: 'paragraph' });
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Search' }).click();
    const best = page.locator('.hit').first();
    await best.getByText('A leaking seal of P-9 is replaced at once.').waitFor();
    expect(await best.locator('p.aside').first().innerText()).toContain('Mechanical seal');
    const rows = (await best.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t'));
    expect(rows.map(([leg]) => leg)).toEqual([
      'Exact codes (codes named)',
      'Words (BM25)',
      'Meaning (cosine)',
      'Graph (share of the walk)',
      'Mixed',
    ]);
    expect(rows[0]).toEqual(['Exact codes (codes named)', '1', '1']);
    expect(Number(rows[1]?.[2])).toBeGreaterThan(0);
    expect(Number(rows[2]?.[2])).toBeGreaterThan(0);
    expect(rows[4]?.[1]).toBe('1');
    await best.getByText(/What the score .* is the sum of/u).click();
    expect(await best.locator('.score-parts li').count()).toBeGreaterThan(3);
    await best.getByRole('button', { name: 'Open the place' }).click();
    await page.locator('.source-panel .picture-frame img').waitFor();
    await walkWidths(page, 'search-test');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is reached on a phone over a menu that opens, closes and scrolls nowhere, and stays within a language', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    const menu = page.locator('nav.parts').getByRole('button');
    await menu.waitFor();
    expect(await page.getByRole('button', { name: '页面: 提问', expanded: false }).count()).toBe(1);
    await menu.focus();
    await page.keyboard.press('Enter');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await keepScreenshot(page, 'menu-390-zh');
    expect(await findFaults(page)).toEqual([]);
    expect(await page.evaluate('document.querySelector("#parts").scrollWidth <= document.querySelector("#parts").clientWidth')).toBe(true);
    await page.keyboard.press('Escape');
    expect([await menu.getAttribute('aria-expanded'), await page.evaluate('document.activeElement.getAttribute("aria-controls")')]).toEqual(
      ['false', 'parts'],
    );
    await choosePart(page, '检索测试');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await page.getByLabel('检索内容').fill('P-9 密封 seal');
    await page.getByLabel('语言').selectOption({ label: '中文' });
    await page.getByRole('button', { name: '检索', exact: true }).click();
    await page.locator('.hit').first().waitFor();
    expect((await page.locator('.hit h2').allInnerTexts()).every((title) => title.includes('手册'))).toBe(true);
    await walkWidths(page, 'search-test');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
