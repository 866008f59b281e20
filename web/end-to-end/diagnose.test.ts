import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { findFaults } from '../test-support/find-faults.ts';
import { keepScreenshot } from '../test-support/keep-screenshot.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { FAULTS_EN, FAULTS_ZH } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(CHROMIUM === undefined)('diagnosing on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.ingest('fan.md', FAULTS_ZH);
    await plant.ingest('blower.md', FAULTS_EN);
  });
  afterAll(() => stage?.close());

  it('leads on a phone from a symptom over one check after the other to the cause, the warning in view, the path kept over a reload', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '诊断');
    await page.getByRole('textbox', { name: '故障现象或报警' }).fill('K-730 风机振动大');
    await pressEnter(page);
    const next = page.locator('.next-check');
    await next.getByText('目视检查叶轮').waitFor();
    await keepScreenshot(page, 'diagnose-390-zh');
    const safety = page.getByRole('region', { name: '安全提示：操作前请先阅读' });
    expect(await safety.innerText()).toContain('锁定隔离开关');
    await next.getByRole('button', { name: '不是' }).tap();
    await next.getByText('检查地脚螺栓').waitFor();
    expect(await page.locator('.causes .ruled-out .cause-text').innerText()).toBe('叶轮积灰');
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    expect((await safety.boundingBox())?.y).toBeGreaterThanOrEqual(40);

    await page.reload();
    await next.getByText('检查地脚螺栓').waitFor();
    await next.getByRole('button', { name: '就是它' }).tap();
    await page.getByText('已查明').waitFor();
    expect(await page.locator('.causes .found').innerText()).toContain('紧固地脚螺栓');
    const procedure = page.getByRole('region', { name: '作业步骤：紧固地脚螺栓' });
    expect(await procedure.innerText()).toMatch(/不要站在出风口前[\s\S]*1\. 停机并清理底座。[\s\S]*3\. 试运行/);
    expect(await safety.innerText()).toMatch(/锁定隔离开关[\s\S]*不要站在出风口前/);
    await procedure.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'diagnose-procedure-390-zh');
    await procedure.locator('.steps .mark').first().tap();
    await page.locator('.picture-frame img').waitFor();
    await page.getByRole('button', { name: '返回' }).tap();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await findFaults(page)).toEqual([]);
    await keepScreenshot(page, 'diagnose-found-390-zh');

    const choice = page.getByRole('group', { name: '这个诊断对吗？' });
    await choice.getByRole('button', { name: '有遗漏' }).tap();
    await page.getByLabel('具体是什么？（可不填）').fill('还有不对中');
    await page.getByRole('button', { name: '补充说明' }).tap();
    await page.getByText('谢谢，已连同说明一起保存').waitFor();
    await choice.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'diagnose-feedback-390-zh');
    expect(await findFaults(page)).toEqual([]);
    await page.reload();
    await page.getByText('谢谢，已连同说明一起保存').waitFor();
    await choosePart(page, '审核');
    const card = page.getByRole('article').filter({ hasText: '有人认为诊断有遗漏' });
    await card.waitFor();
    expect(await card.innerText()).toMatch(/还有不对中[\s\S]*GMT[\s\S]*已查明; 已查 2 步/);
    await keepScreenshot(page, 'diagnose-review-390-zh');
    expect(await findFaults(page)).toEqual([]);
    await choosePart(page, '诊断');
    await page.getByRole('button', { name: '撤回评价' }).tap();
    await page.getByText('已撤回：不再计入').waitFor();

    await page.getByRole('button', { name: '撤回：检查地脚螺栓' }).tap();
    await next.getByText('检查地脚螺栓').waitFor();
    await page.locator('.causes .mark').first().tap();
    await page.locator('.picture-frame img').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says in English what each check tells and what it takes, and that all documented causes are ruled out', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Diagnose');
    await page.getByRole('textbox', { name: 'Symptom or alarm' }).fill('Blower delivers no air');
    await page.getByRole('button', { name: 'Begin' }).click();
    const next = page.locator('.next-check');
    await next.getByRole('button', { name: 'It is this' }).click();
    await page.getByText('The documents give no procedure for “Clean the inlet filter”.').waitFor();
    await page.getByRole('button', { name: 'Take back: Inspect the filter mat' }).click();
    for (const check of ['Inspect the filter mat', 'Inspect the belt', 'Measure the shaft speed at the impeller']) {
      await next.getByText(check).waitFor();
      await next.getByRole('button', { name: 'It is not' }).click();
    }
    await page.getByText('All documented causes are ruled out').waitFor();
    await keepScreenshot(page, 'diagnose-exhausted-1440-en');
    expect(await page.locator('.seen li').count()).toBe(3);
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Another fault' }).click();
    await page.getByRole('textbox', { name: 'Symptom or alarm' }).fill('The washing machine is pink');
    await pressEnter(page);
    await page.getByText('No diagnosis').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
