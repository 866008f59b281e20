import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { writeLongManual } from '../test-support/plant-files.ts';
import { untilCounted } from '../test-support/until-counted.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const UNITS = 24;

/** Writes down whatever the list of uploads shows, each time that it shows something else. */
const WATCH = `(() => {
  window.shown = [];
  const look = () => {
    const text = (selector) => document.querySelector('.uploads ' + selector)?.textContent ?? '';
    const now = { total: text('.total [role=status]'), left: text('.total .aside'), state: text('li .state'), share: document.querySelector('.uploads progress')?.value };
    if (document.querySelector('.uploads') !== null && JSON.stringify(window.shown.at(-1)) !== JSON.stringify(now)) window.shown.push(now);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;

interface Shown {
  readonly total: string;
  readonly left: string;
  readonly state: string;
  readonly share: number;
}

const shownOn = async (page: Page) => (await page.evaluate('window.shown')) as readonly Shown[];

describe.skipIf(CHROMIUM === undefined)('a PDF on its way into the library (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
  });
  afterAll(() => stage?.close());

  it.each([
    {
      locale: 'zh-CN',
      file: '手册.pdf',
      none: '已完成 0 / 1 个文件',
      done: '已完成 1 / 1 个文件',
      counted: /^读取，(\d+) \/ (\d+)$/u,
      left: /^读取约剩 \d+ (秒|分钟)$/u,
      became: '已读取',
    },
    {
      locale: 'en-GB',
      file: 'manual.pdf',
      none: '0 of 1 files are done',
      done: '1 of 1 files are done',
      counted: /^reading, (\d+) of (\d+)$/u,
      left: /^about \d+ (s|min) of reading left$/u,
      became: 'read',
    },
  ])(
    'shows its stage, how many of its pages are read and the time left while it is read, and only then that it is done ($locale)',
    async ({ locale, file, none, done, counted, left, became }) => {
      const { page, faults } = await chromium.open(plant.address, { locale }, '/#/library');
      const release = await untilCounted(page, plant.address);
      await page.evaluate(WATCH);
      const buffer = Buffer.from(await writeLongManual(locale === 'zh-CN' ? UNITS : UNITS + 1));
      await page.locator('input[type=file]').first().setInputFiles({ name: file, mimeType: 'application/pdf', buffer });
      await page.locator('.uploads li .state').getByText(counted).waitFor();
      expect(await page.locator('.uploads [role=status]').innerText()).toBe(none);
      expect(await page.locator('.uploads li progress').count()).toBe(1);
      await walkWidths(page, 'progress', { isBusy: true });
      release();
      await page.getByText(done).waitFor();
      await page
        .getByRole('region', { name: /^(已读取|Read) \d/u })
        .getByRole('link')
        .first()
        .waitFor();

      const shown = await shownOn(page);
      const end = shown.findIndex(({ total }) => total === done);
      const before = shown.slice(0, end);
      expect(before.every(({ total }) => total === none)).toBe(true);
      const counts = before.flatMap(({ state }) => [counted.exec(state)].flatMap((found) => (found === null ? [] : [Number(found[1])])));
      expect(counts[0]).toBeGreaterThan(0);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(before.map((one) => one.left).filter((text) => left.test(text)).length).toBeGreaterThan(0);
      const shares = shown.map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(before.find(({ state }) => counted.test(state))?.share).toBeLessThan(1);
      expect(shown.at(-1)).toMatchObject({ left: '', share: 1 });
      expect(shown.at(-1)?.state).toBe(became);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
