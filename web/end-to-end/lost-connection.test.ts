import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { faultsBeyond } from '../test-support/faults-beyond.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { writeManual } from '../test-support/plant-files.ts';
import { readMarks } from '../test-support/read-marks.ts';
import { seenPage } from '../test-support/seen-page.ts';
import { walkWidths } from '../test-support/walk-widths.ts';
import { type PageWords, wordsOfPage } from '../test-support/words-of-page.ts';

const ORDERS = 'Work order,Asset,Date,Description,Zlpx\nWO-1,P-9,2024-01-02,seal replaced,12\nWO-2,P-9,2024-01-03,bearing hot,14\n';

describe.skipIf(CHROMIUM === undefined)('a page whose service goes away (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  let manual: PageWords;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    const bytes = new Uint8Array(await writeManual());
    manual = await wordsOfPage(bytes, 1);
    await plant.ingest('manual.pdf', bytes);
    await plant.ingest('orders.csv', ORDERS);
  });
  afterAll(() => stage?.close());

  it.each([
    {
      locale: 'en-GB',
      box: 'Your question',
      first: 'What is the tightening torque of the seal cover bolts of P-301?',
      second: 'What is the tightening torque of the casing bolts of P-301?',
      lost: 'The connection to the service is lost',
    },
    {
      locale: 'zh-CN',
      box: '您的问题',
      first: 'P-301 密封盖螺栓的拧紧力矩是多少？',
      second: 'P-301 泵壳螺栓的拧紧力矩是多少？',
      lost: '与服务的连接已断开',
    },
  ])(
    'keeps the answer and its source on the screen, over a reload before too, and answers what was asked meanwhile when it is back ($locale)',
    async ({ locale, box, first, second, lost }) => {
      const { page, faults } = await chromium.open(plant.address, { locale });
      const question = page.getByRole('textbox', { name: box });
      const answers = page.locator('.answer.answered .claims');
      const shows = async () => [(await answers.first().innerText()).includes('41 N·m'), readMarks(manual, await seenPage(page)).marked];
      const all = [true, ['Seal cover bolts', '41 N·m']];
      await question.fill(first);
      await question.press('Enter');
      await answers.first().waitFor();
      await page.locator('.claims .mark').first().click();
      await expect.poll(shows).toEqual(all);
      await page.reload();
      await expect.poll(shows).toEqual(all);

      await plant.disconnect();
      await question.fill(second);
      await question.press('Enter');
      await page.getByText(lost).waitFor();
      expect(await shows()).toEqual(all);
      await walkWidths(page, 'lost', { isBusy: true });
      expect(await shows()).toEqual(all);

      await plant.reconnect();
      await answers.nth(1).waitFor();
      expect(await answers.nth(1).innerText()).toContain('85 N·m');
      await page.reload();
      await answers.nth(1).waitFor();
      await expect.poll(shows).toEqual(all);
      expect(await page.locator('.question').allInnerTexts()).toEqual([first, second]);
      expect(faultsBeyond(faults, 'away')).toEqual([]);
      await page.context().close();
    },
  );

  it('asks again by itself for reviews and figures that were wanted meanwhile, and says so until they come', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Review');
    const card = page.getByRole('article').filter({ hasText: 'What does the column “Zlpx” mean?' });
    await card.waitFor();
    await choosePart(page, 'Library');
    await plant.disconnect();
    for (const part of ['Figures', 'Review']) {
      await choosePart(page, part);
      await page.getByText('The connection to the service is lost. Trying again.').first().waitFor();
    }
    await plant.reconnect();
    await card.waitFor();
    await expect.poll(() => page.getByText('The connection to the service is lost').count()).toBe(0);
    await plant.disconnect();
    await choosePart(page, 'Figures');
    await page.getByText('The connection to the service is lost. Trying again.').waitFor();
    await plant.reconnect();
    await page.locator('.bars button').first().waitFor();
    expect(await page.getByText('The connection to the service is lost').count()).toBe(0);
    expect(faultsBeyond(faults, 'away')).toEqual([]);
    await page.context().close();
  });
});
