import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsBeyond } from '../test-support/faults-beyond.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

describe.skipIf(CHROMIUM === undefined)('the page of a service that wants a key (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage('0.0.0.0');
    ({ plant, chromium } = stage);
  });
  afterAll(() => stage?.close());

  it('asks for it, says when it is not the right one, and lets its holder in until the tab is closed', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB', viewport: { width: 390, height: 844 } });
    await page.getByRole('heading', { name: 'A key is needed' }).waitFor();
    await walkWidths(page, 'key');
    await page.getByLabel('Your key').fill('flk_wrong');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('This key is not known').waitFor();
    await page.getByLabel('Your key').fill(plant.key);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('There is no document yet').waitFor();
    await page.reload();
    await page.getByText('There is no document yet').waitFor();
    // A reader's key: what the service would refuse is not offered.
    await page.getByRole('button', { name: 'Pages: Ask' }).click();
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    expect(faultsBeyond(faults, 401)).toEqual([]);
    const other = await page.context().newPage();
    await other.goto(`${plant.address}/`);
    await other.getByRole('heading', { name: 'A key is needed' }).waitFor();
    await page.context().close();
  });
});
