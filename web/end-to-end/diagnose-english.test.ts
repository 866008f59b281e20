import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { FAULTS_EN } from '../test-support/plant-files.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(CHROMIUM === undefined)('diagnosing in English on a phone (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('blower.md', FAULTS_EN);
  });
  afterAll(() => stage?.close());

  it('leads from a symptom over its checks to the cause and its remedy, the warning in view wherever the page is scrolled to', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB', ...PHONE });
    await choosePart(page, 'Diagnose');
    await page.getByRole('textbox', { name: 'Symptom or alarm' }).fill('K-640 blower delivers no air');
    await page.getByRole('button', { name: 'Begin' }).tap();
    const next = page.locator('.next-check');
    await next.getByText('Inspect the filter mat').waitFor();
    await walkWidths(page, 'diagnose');
    const safety = page.getByRole('region', { name: /^Safety/ });
    expect(await safety.innerText()).toContain('Lock the isolator');
    await next.getByRole('button', { name: 'It is not' }).tap();
    await next.getByText('Inspect the belt').waitFor();
    expect(await page.locator('.causes .ruled-out .cause-text').innerText()).toBe('Inlet filter clogged');
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    const seen = await safety.boundingBox();
    expect(seen?.y).toBeGreaterThanOrEqual(40);
    expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThan(PHONE.viewport.height / 2);

    await page.reload();
    await next.getByText('Inspect the belt').waitFor();
    await next.getByRole('button', { name: 'It is this' }).tap();
    await page.locator('.causes .found').getByText('Replace the belt').waitFor();
    await walkWidths(page, 'diagnose-found');
    const procedure = page.getByRole('region', { name: 'Procedure: Replace the belt' });
    expect(await procedure.innerText()).toMatch(/sharp edges[\s\S]*1\. Remove the guard\.[\s\S]*3\. Fit the new belt/);
    await walkWidths(page, 'diagnose-procedure', { part: '.procedure' });
    await page.locator('.causes .mark').first().tap();
    await page.locator('.picture-frame img').waitFor();
    await walkWidths(page, 'diagnose-place', { part: '.picture-frame' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
