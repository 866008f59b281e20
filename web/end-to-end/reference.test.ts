import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaults } from '../test-support/find-faults.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, openBrowser, type TestBrowser } from '../test-support/open-browser.ts';
import { openPlant, type Plant } from '../test-support/open-plant.ts';

describe.skipIf(CHROMIUM === undefined)('the page of the API (skipped where Chromium is absent)', () => {
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    plant = await openPlant(join(import.meta.dirname, '..', 'public'));
    chromium = await openBrowser();
  });
  afterAll(async () => {
    await chromium?.close();
    await plant?.close();
  });

  it.each([
    ['zh-CN', 390, '问答'],
    ['en-GB', 1440, 'Answers to questions'],
  ])('is read in %s at a width of %d, from its contents to a route and from there to the fields', async (locale, width, heading) => {
    const { page, faults } = await chromium.open(plant.address, { locale, viewport: { width, height: 900 } }, '/docs');
    await page.getByRole('heading', { name: heading }).waitFor();
    await page.getByRole('navigation').locator('a[href="#searchPassages"]').click();
    await expect
      .poll(() => page.evaluate('document.querySelector("#searchPassages").getBoundingClientRect().top < innerHeight'))
      .toBe(true);
    await keepScreenshot(page, `reference-${width}-${locale.slice(0, 2)}`);
    await page.locator('#searchPassages a[href="#schema-SearchAnswer"]').click();
    await expect
      .poll(() => page.evaluate('document.querySelector("#schema-SearchAnswer").getBoundingClientRect().top < innerHeight'))
      .toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    if (width === 1440) {
      await page.setViewportSize({ width: 1024, height: 900 });
      await keepScreenshot(page, `reference-1024-${locale.slice(0, 2)}`);
    }
    expect(await findFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
