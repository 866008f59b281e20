import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser, type TestBrowser } from '../test-support/open-browser.ts';
import { openPlant, type Plant } from '../test-support/open-plant.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

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
    await page.locator('#searchPassages a[href="#schema-SearchAnswer"]').click();
    await expect
      .poll(() => page.evaluate('document.querySelector("#schema-SearchAnswer").getBoundingClientRect().top < innerHeight'))
      .toBe(true);
    await walkWidths(page, 'reference');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
