import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationText } from '../../app/evaluations/test-support/evaluation-text.ts';
import { choosePart } from '../test-support/choose-part.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(CHROMIUM === undefined)('evaluations on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage();
    ({ plant, chromium } = stage);
    await plant.keepEvaluation(evaluationText(false));
    await plant.keepEvaluation(evaluationText(true));
  });
  afterAll(() => stage?.close());

  it('opens a report, compares it with an earlier one, and goes from a figure down to a case', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await choosePart(page, 'Evaluate');
    await page.getByRole('list', { name: 'Reports' }).getByRole('link').last().click();
    await page.getByText('Field questions was not run: the public sets are not there').waitFor();
    await page.getByRole('button', { name: 'Right, all: 50.0 %, open the cases' }).click();
    await page.getByRole('heading', { name: 'Cases behind the figure: 2' }).waitFor();
    await page.getByLabel('only those that did not come out well').check();
    await page.getByRole('heading', { name: 'Cases behind the figure: 1' }).waitFor();
    await page.getByText('How is the seal of P-9 replaced?').click();
    expect(await page.locator('.case dl').innerText()).toMatch(/Drain the casing\.[\s\S]*manual\.pdf/u);
    await walkWidths(page, 'evaluate');
    await page.getByRole('list', { name: 'Reports' }).getByRole('link').first().click();
    await page.getByLabel('Compare with the earlier report of').selectOption({ index: 1 });
    await page.getByText('Better Gold questions gold-2: wrong → right').waitFor();
    expect(await page.locator('.comparison tbody tr').innerText()).toMatch(/50\.0 %[\s\S]*100\.0 %[\s\S]*50\.0 % better/u);
    await walkWidths(page, 'compare');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is read in Chinese on a phone, down to the case of a language', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await choosePart(page, '评测');
    await page.getByRole('list', { name: '报告' }).getByRole('link').last().tap();
    await page.getByRole('button', { name: '答对，中文：100.0 %，打开案例' }).tap();
    await page.getByText('P-9 密封的拧紧力矩是多少？').waitFor();
    await walkWidths(page, 'evaluate');
    await page.getByRole('list', { name: '报告' }).getByRole('link').first().tap();
    await page.getByLabel('与更早的报告比较').selectOption({ index: 1 });
    await page.locator('.comparison tbody tr').first().waitFor();
    await page.getByText('变好 金标问题 gold-2: 错误 → 正确').waitFor();
    await walkWidths(page, 'compare', { part: '.comparison' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
