import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsBeyond } from '../test-support/faults-beyond.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PASSWORD = '夜班 correct horse battery';
const PEOPLE = [
  { name: '张工', role: 'engineer', password: PASSWORD },
  { name: 'Li Wei', role: 'reader', password: PASSWORD },
] as const;
const NOTE = { name: '泵.md', mimeType: 'text/markdown', buffer: Buffer.from('# 泵 P-701\n\nP-701 振动过大的原因是轴承磨损。\n') };

describe.skipIf(CHROMIUM === undefined)('signing in on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage('127.0.0.1', PEOPLE);
    ({ plant, chromium } = stage);
  });
  afterAll(() => stage?.close());

  it('refuses a wrong password, lets an engineer in where they wanted to go, to upload, and out again', async () => {
    const { page, faults } = await chromium.open(`${plant.address}`, { locale: 'zh-CN' });
    await page.goto(`${plant.address}/#/library`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await walkWidths(page, 'sign-in');
    expect(await page.getByRole('link').count()).toBe(0);
    await page.getByLabel('用户名').fill('张工');
    await page.getByLabel('密码').fill('wrong horse battery');
    await pressEnter(page);
    await page.getByText('用户名或密码错误').waitFor();
    await walkWidths(page, 'sign-in-wrong');
    await page.getByLabel('密码').fill(PASSWORD);
    await pressEnter(page);
    await page.getByRole('heading', { name: '文档库' }).waitFor();
    await page.locator('input[type=file]').first().setInputFiles(NOTE);
    await page
      .getByRole('region', { name: /^已读取/ })
      .getByRole('link')
      .first()
      .waitFor();
    await page.getByRole('button', { name: '已登录：张工' }).click();
    await page.getByText('工程师').waitFor();
    await walkWidths(page, 'who');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(faultsBeyond(faults, 401)).toEqual([]);
    await page.context().close();
  });

  it('asks again when the session has ended, on a phone in English, and leads back with what was there; a reader sees no upload', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB', ...PHONE });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await walkWidths(page, 'sign-in');
    const signIn = async () => {
      await page.getByLabel('Name').fill('Li Wei');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    await signIn();
    const question = page.getByRole('textbox', { name: 'Your question' });
    await question.fill('Why does P-701 vibrate?');
    await walkWidths(page, 'signed-in');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn();
    await page.getByText('Why does P-701 vibrate?').first().waitFor();
    await page.getByRole('button', { name: 'Pages: Ask' }).click();
    await page.getByRole('link', { name: 'Library', exact: true }).click();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await page.getByRole('button', { name: 'Signed in: Li Wei' }).click();
    await walkWidths(page, 'who');
    expect(faultsBeyond(faults, 401)).toEqual([]);
    await page.context().close();
  });

  it('leaves nothing of one person to the next in the same browser', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    const signIn = async (name: string) => {
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Password').fill(PASSWORD);
      await pressEnter(page);
      await page.getByRole('textbox', { name: 'Your question' }).waitFor();
    };
    await signIn('张工');
    await page.getByRole('textbox', { name: 'Your question' }).fill('a question of Zhang');
    // The session ends by itself, so that nobody signs out.
    await page.context().clearCookies();
    await page.reload();
    await signIn('Li Wei');
    expect(await page.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe('');
    expect(faultsBeyond(faults, 401)).toEqual([]);
    await page.context().close();
  });
});
