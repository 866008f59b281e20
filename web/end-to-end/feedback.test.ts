import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { writeManual } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TORQUE = 'What is the tightening torque of the seal cover bolts of P-301?';
const PROCEDURE = '如何更换 P-301 的机械密封？';

/** The file that a click has the browser save, and the name under which. */
async function saved(page: Page, click: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

describe.skipIf(CHROMIUM === undefined)('what becomes of an answer on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('manual.pdf', new Uint8Array(await writeManual()));
  });
  afterAll(() => stage?.close());

  it('is said in English to be wrong, reaches the reviews with its remark, and is decided and undone there', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB', timezoneId: 'Asia/Shanghai' });
    await page.getByRole('textbox', { name: 'Your question' }).fill(TORQUE);
    await pressEnter(page);
    await page.getByText('Answered from the documents').first().waitFor();
    const choice = page.getByRole('group', { name: 'Was this answer right?' });
    await choice.getByRole('button', { name: 'Something is wrong' }).click();
    await page.getByText('Thank you: this is kept. Reviewers').waitFor();
    await page.getByLabel('What exactly? (not required)').fill('Drawing 7 says 43 N·m.');
    await page.getByRole('button', { name: 'Add remark' }).click();
    await page.getByText('Thank you: this is kept with your remark').waitFor();
    expect(await choice.getByRole('button', { name: 'Something is wrong' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByText('Why this answer').click();
    expect(await page.locator('.found').innerText()).toMatch(/\[1\][^[]*(words|meaning|exact codes|graph): rank \d+/);
    await walkWidths(page, 'feedback', { part: '.feedback' });
    await walkWidths(page, 'legs', { part: '.found' });
    await page.reload();
    await page.getByText('Thank you: this is kept with your remark').waitFor();

    await choosePart(page, 'Review');
    const card = page.getByRole('article').filter({ hasText: 'An answer was said to be wrong' });
    await card.waitFor();
    expect(await card.innerText()).toContain('Drawing 7 says 43 N·m.');
    await card.locator('.evidence button').first().click();
    await page.locator('.picture-frame img').waitFor();
    await card.getByLabel('Words that a right answer has in it (not required)').fill('43 N·m');
    await walkWidths(page, 'feedback-review', { part: '.remark' });
    await card.getByRole('button', { name: 'The answer was at fault' }).click();
    await card.getByText('It becomes a case to measure by').waitFor();
    await card.getByLabel('Why (kept with the decision)').fill('seen on drawing 7');
    await card.getByRole('button', { name: 'Decide', exact: true }).click();
    await page.locator('.decisions .in-force').getByText('The answer was at fault').waitFor();
    expect(await card.count()).toBe(0);
    await page.locator('.decisions .in-force button').click();
    await card.waitFor();
    expect(await card.locator('time').innerText()).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d GMT\+8$/);

    await choosePart(page, 'Ask');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back: it counts no longer').waitFor();
    await walkWidths(page, 'feedback-taken-back', { part: '.feedback' });
    expect(await choice.getByRole('button', { name: 'Something is wrong' }).getAttribute('aria-pressed')).toBe('false');
    await choosePart(page, 'Review');
    await page.locator('.decisions').waitFor();
    expect(await card.count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is said in Chinese on a phone to lack something, and is saved as Markdown and as JSON with its labels', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await page.getByRole('textbox', { name: '您的问题' }).fill(PROCEDURE);
    await page.getByRole('button', { name: '提问', exact: true }).click();
    await page.getByText('根据文档回答').first().waitFor();
    await page.getByRole('group', { name: '这个回答对吗？' }).getByRole('button', { name: '有遗漏' }).tap();
    await page.getByText('谢谢，已保存').waitFor();
    await page.getByText('为什么这样回答').click();
    await walkWidths(page, 'feedback', { part: '.feedback' });
    await walkWidths(page, 'legs', { part: '.found' });
    await page.setViewportSize(PHONE.viewport);

    const markdown = await saved(page, () => page.getByRole('button', { name: '存为 Markdown' }).tap());
    expect(markdown.name).toMatch(/^answer-[0-9a-f]{12}\.md$/);
    for (const part of ['AIGC: {"Label":""', `# ${PROCEDURE}`, '## 安全', '热水可能喷出', '来源支持', '## 来源', '> 引用：']) {
      expect(markdown.text).toContain(part);
    }
    const json = await saved(page, () => page.getByRole('button', { name: '存为 JSON' }).tap());
    expect(JSON.parse(json.text)).toMatchObject({ question: PROCEDURE, aigc: { origin: 'quotation' }, content: { decision: 'answered' } });

    await choosePart(page, '审核');
    const card = page.getByRole('article').filter({ hasText: '有人认为回答有遗漏' });
    await card.waitFor();
    const shown = await card.locator('.evidence blockquote').allInnerTexts();
    for (const [place, part] of ['热水可能喷出', '关闭吸入阀', '打开排液阀'].entries()) expect(shown[place]).toContain(part);
    await walkWidths(page, 'feedback-review', { part: '.review .expected' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is on paper with question, sentences, sources and notice, and without what can only be clicked', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await page.getByRole('textbox', { name: 'Your question' }).fill(TORQUE);
    await pressEnter(page);
    await page.getByText('Answered from the documents').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await keepScreenshot(page, 'print-1440-en');
    for (const part of ['.claims', '.sources', '.for-print']) expect(await page.locator(part).first().isVisible()).toBe(true);
    for (const part of ['.actions', '.feedback', '.why', '.dock']) expect(await page.locator(part).first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy with sources' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    for (const part of [TORQUE, '41 N·m', 'Sources', 'Quotation: ']) expect(copied).toContain(part);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
