import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMark } from '../ask/find-mark.ts';
import { findFaults } from '../test-support/find-faults.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { ALARMS, writeManual, writeWideTable } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { readMarks } from '../test-support/read-marks.ts';
import { seenPage } from '../test-support/seen-page.ts';
import { walkWidths } from '../test-support/walk-widths.ts';
import { type PageWords, wordsOfPage } from '../test-support/words-of-page.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TORQUE = 'What is the tightening torque of the seal cover bolts of P-301?';
const PROCEDURE = '如何更换 P-301 的机械密封？';

/** The picture that is shown, and which part of it the frame shows, in pixels of the screen. */
const PICTURE = `(() => {
  const frame = document.querySelector('.picture-frame');
  const image = frame.querySelector('img');
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d').drawImage(image, 0, 0);
  const png = canvas.toDataURL('image/png').split(',')[1];
  return { png, scale: image.clientWidth / image.naturalWidth, from: frame.scrollLeft, width: frame.clientWidth };
})()`;

/** That these words are marked, and nothing else on the page. */
const marked = (...words: readonly string[]) => ({ marked: words, cut: [], beside: 0 });

describe.skipIf(CHROMIUM === undefined)('asking on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  /** What stands where on the pages that are cited, whatever the service says of it. */
  let manual: PageWords;
  let wide: PageWords;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    const [manualBytes, wideBytes] = [new Uint8Array(await writeManual()), new Uint8Array(await writeWideTable())];
    [manual, wide] = [await wordsOfPage(manualBytes, 1), await wordsOfPage(wideBytes, 1)];
    await plant.ingest('manual.pdf', manualBytes);
    await plant.ingest('alarms.csv', ALARMS);
    await plant.ingest('wide.pdf', wideBytes);
  });
  afterAll(() => stage?.close());

  it('answers in English, and a citation opens its page beside the answer with the cited words marked', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await page.getByRole('textbox', { name: 'Your question' }).fill(TORQUE);
    await pressEnter(page);
    await page.getByText('Answered from the documents').first().waitFor();
    expect(await page.locator('.claims').innerText()).toContain('41 N·m');
    expect(await page.getByRole('note').innerText()).toMatch(/^Quotation: /);
    await page.locator('.verdict-sign').first().focus();
    expect(await page.getByRole('tooltip').first().innerText()).toContain('Supported by its source');
    await page.locator('.claims .mark').first().click();
    const picture = page.locator('.picture-frame img');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).toMatch(/^page 1 with the cited words marked: .*41 N·m/);
    const marks = async () => readMarks(manual, await seenPage(page));
    await expect.poll(marks).toEqual(marked('Seal cover bolts', '41 N·m'));
    expect(await page.locator('.source-facts').innerText()).toMatch(/page 1/);
    const [answer, panel] = await Promise.all([page.locator('.claims').boundingBox(), page.locator('.source-panel').boundingBox()]);
    expect((answer?.x ?? 0) + (answer?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0);
    await walkWidths(page, 'ask');
    for (const width of [1024, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(marks).toEqual(marked('Seal cover bolts', '41 N·m'));
    }

    await page.reload();
    await page.getByText('Answered from the documents').first().waitFor();
    await page.locator('.picture-frame img').waitFor();
    expect(await page.locator('.question').allInnerTexts()).toEqual([TORQUE]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('answers in Chinese on a phone, the warning in view however far the steps are scrolled, the source below the answer', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', colorScheme: 'dark', ...PHONE });
    await page.getByRole('textbox', { name: '您的问题' }).fill(PROCEDURE);
    await page.getByRole('button', { name: '提问', exact: true }).click();
    await page.getByText('根据文档回答').first().waitFor();
    const safety = page.getByRole('region', { name: '安全提示：操作前请先阅读' });
    expect(await safety.innerText()).toContain('热水可能喷出');
    await keepScreenshot(page, 'ask-390-zh-dark');
    const warning = (await safety.boundingBox())?.y ?? 0;
    const step = (await page.locator('.claims').boundingBox())?.y ?? 0;
    expect(warning).toBeLessThan(step);
    await page.evaluate("document.querySelector('.claims > li:last-child').scrollIntoView({ block: 'center' })");
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(100);
    const seen = await safety.boundingBox();
    expect(seen?.y).toBeGreaterThanOrEqual(40);
    expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThan(PHONE.viewport.height / 2);
    await keepScreenshot(page, 'scrolled-390-zh-dark');

    await page.locator('.claims .mark').first().tap();
    const marks = async () => readMarks(manual, await seenPage(page));
    await expect.poll(marks).toEqual(marked('1.', '关闭吸入阀 HV-3011 和排出阀 HV-3012。'));
    await keepScreenshot(page, 'source-390-zh-dark');
    const below = ((await page.locator('.source-panel').boundingBox())?.y ?? 0) > ((await page.locator('.claims').boundingBox())?.y ?? 0);
    expect(below).toBe(true);
    await walkWidths(page, 'ask', { part: '.picture-frame' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('.claims .mark').nth(1).click();
    await expect.poll(marks).toEqual(marked('2.', '打开排液阀 DV-3014，排空泵壳。'));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['en-GB', 'What is the tightening torque of the cover bolts of C-515?', 'Your question', 'Ask', 'Close the source'],
    ['zh-CN', 'C-515 阀盖螺栓的拧紧力矩是多少？', '您的问题', '提问', '关闭来源'],
  ])(
    'shows on a phone the whole cited row close up, its value too, and the picture at once when it is opened again (%s)',
    async (locale, question, box, send, close) => {
      const { page, faults } = await chromium.open(plant.address, { locale, ...PHONE });
      const statuses: number[] = [];
      page.on('response', (response) => void (response.url().includes('/picture?') && statuses.push(response.status())));
      await page.getByRole('textbox', { name: box }).fill(question);
      await page.getByRole('button', { name: send, exact: true }).click();
      await page.locator('.answer.answered .claims').getByText('37 N·m').waitFor();
      await page.locator('.claims .mark').first().tap();
      const frame = page.locator('.picture-frame');
      const row = wide.words.filter(({ box }) => box.y1 === (wide.words.find(({ text }) => text === 'Cover bolts')?.box.y1 ?? 0));
      expect(row.length).toBe(5);
      await frame.locator('img[style*="--fit"]').waitFor();
      await frame.scrollIntoViewIfNeeded();
      await expect.poll(async () => readMarks(wide, await seenPage(page))).toEqual(marked(...row.map(({ text }) => text)));
      // The picture itself says where its marks are: all of them lie in what the frame shows.
      const shown = (await page.evaluate(PICTURE)) as { png: string; scale: number; from: number; width: number };
      const image = await loadImage(Buffer.from(shown.png, 'base64'));
      const context = createCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      const mark = findMark(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height);
      if (mark === undefined) throw new Error('nothing is marked');
      expect((mark.right - mark.left) / image.width).toBeGreaterThan(0.5);
      expect(mark.left * shown.scale).toBeGreaterThanOrEqual(shown.from);
      expect(mark.right * shown.scale).toBeLessThanOrEqual(shown.from + shown.width);
      await keepScreenshot(page, `row-390-${locale.slice(0, 2)}`);
      expect(await findFaults(page)).toEqual([]);

      await page.getByRole('button', { name: close }).click();
      await page.locator('.claims .mark').first().tap();
      await frame.locator('img').waitFor();
      await expect.poll(() => statuses.length).toBe(2);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('tells a refusal and what is ambiguous from an answer, and offers what may be meant', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    const box = page.getByRole('textbox', { name: 'Your question' });
    await box.fill('What is the tightening torque of P-999?');
    await box.press('Enter');
    await page.locator('.answer.abstained').waitFor();
    expect(await page.locator('.answer.abstained .decision').innerText()).toMatch(/^Not answered\s*The documents do not say it$/);
    expect(await page.locator('.abstained .verdict-sign').count()).toBe(0);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await box.fill('What does alarm E-07 mean?');
    await box.press('Enter');
    await page.locator('.answer.clarify').waitFor();
    await page
      .locator('.candidates')
      .getByRole('button', { name: /^P-301/ })
      .click();
    await page.locator('.answer.answered').waitFor();
    expect(await page.locator('.answered .claims').innerText()).toContain('grease hardened');
    await page.getByText('Why this answer').last().click();
    expect(await page.locator('.why[open]').innerText()).toMatch(/find passages \d+ ms/);
    await keepScreenshot(page, 'decisions-1440-en');
    expect(await findFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is in the other language at one click, and stays so', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB', ...PHONE });
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '向本厂的文档提问' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '向本厂的文档提问' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    await keepScreenshot(page, 'welcome-390-zh');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
