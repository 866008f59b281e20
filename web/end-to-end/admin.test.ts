import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsBeyond } from '../test-support/faults-beyond.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PASSWORD = 'correct horse battery';
const PEOPLE = [
  { name: '王主任', role: 'admin', password: PASSWORD },
  { name: 'Chen', role: 'technician', password: PASSWORD },
] as const;

describe.skipIf(CHROMIUM === undefined)('administering on the page (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage('127.0.0.1', PEOPLE);
    ({ plant, chromium } = stage);
  });
  afterAll(() => stage?.close());

  const statusBy = async (key: string) =>
    (await fetch(`${plant.address}/v1/documents`, { headers: { authorization: `Bearer ${key}` } })).status;

  it('makes a key that is shown once, which works until it is revoked, and finds both in the audit trail', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await page.goto(`${plant.address}/#/admin/keys`);
    await page.getByLabel('Name', { exact: true }).fill('王主任');
    await page.getByLabel('Password').fill(PASSWORD);
    await pressEnter(page);
    await page.getByText('There is no key.').waitFor();
    await page.getByLabel('Name of the key').fill('line 2 tablet');
    await page.getByLabel('Days it counts').fill('30');
    await page.getByRole('button', { name: 'Make key' }).click();
    const key = await page.locator('.secret').innerText();
    expect(key).toMatch(/^flk_[\w-]{43}$/);
    await page.getByText('line 2 tablet', { exact: true }).waitFor();
    await walkWidths(page, 'admin-key-made');
    expect(await statusBy(key)).toBe(200);
    await page.reload();
    await page.getByText('never used').or(page.getByText('last used')).first().waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke…' }).click();
    await page.getByText('Revoke line 2 tablet?').waitFor();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText(/^revoked /).waitFor();
    expect(await statusBy(key)).toBe(401);

    await page.getByRole('link', { name: 'Audit trail' }).click();
    await page.getByRole('cell', { name: 'key revoked' }).waitFor();
    await page.getByLabel('What', { exact: true }).selectOption('api-key-created');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('cell', { name: 'key revoked' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await page.getByRole('row').nth(1).innerText()).toContain('account:王主任');
    await page.getByRole('link', { name: 'Stores' }).click();
    await page.getByText('Who is let in').waitFor();
    expect(faultsBeyond(faults, 401)).toEqual([]);
    await page.context().close();
  });

  it('makes an account on a phone in Chinese, gives it another role, and removes it', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'zh-CN', ...PHONE });
    await page.goto(`${plant.address}/#/admin`);
    await page.getByLabel('用户名').fill('王主任');
    await page.getByLabel('密码').fill(PASSWORD);
    await pressEnter(page);
    await page.getByRole('heading', { name: '账户' }).waitFor();
    await page.getByLabel('用户名').fill('新员工');
    await page.getByLabel('初始密码').fill(PASSWORD);
    await page.getByLabel('角色').first().selectOption('technician');
    await page.getByRole('button', { name: '添加账户' }).click();
    const card = page.locator('.cards > li').filter({ hasText: '新员工' });
    await card.getByText('技术员').waitFor();
    await card.getByRole('button', { name: '更改' }).click();
    await card.getByLabel('角色').selectOption('engineer');
    await walkWidths(page, 'admin-account-changed', { part: '.cards > li:last-child' });
    await card.getByRole('button', { name: '设置角色与标签' }).click();
    await card.getByText('工程师').first().waitFor();
    await card.getByRole('button', { name: '移除…' }).click();
    await card.getByRole('button', { name: '移除', exact: true }).click();
    await card.getByText(/已移除/).waitFor();
    expect(faultsBeyond(faults, 401)).toEqual([]);
    await page.context().close();
  });

  it('lets somebody stay who signed in before a slow answer came that nobody had', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    // Held back, the first answer would leave no form to sign in with.
    await page.getByLabel('Name').waitFor();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let progress: 'none' | 'asked' | 'answered' = 'none';
    await page.route('**/v1/session', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      progress = 'asked';
      await held;
      await route.fulfill({ response });
      progress = 'answered';
    });
    await page.evaluate(`dispatchEvent(new Event('focus'))`);
    await expect.poll(() => progress).toBe('asked');
    await page.getByLabel('Name').fill('Chen');
    await page.getByLabel('Password').fill(PASSWORD);
    await pressEnter(page);
    await page.getByRole('textbox', { name: 'Your question' }).waitFor();
    release();
    await expect.poll(() => progress).toBe('answered');
    await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
    expect(await page.getByLabel('Password').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Your question' }).count()).toBe(1);
    expect(faultsBeyond(faults, 401)).toEqual([]);
    await page.context().close();
  });

  it('is not offered to a technician, and says so to one who knows the address', async () => {
    const { page, faults } = await chromium.open(plant.address, { locale: 'en-GB' });
    await page.getByLabel('Name').fill('Chen');
    await page.getByLabel('Password').fill(PASSWORD);
    await pressEnter(page);
    await page.getByRole('textbox', { name: 'Your question' }).waitFor();
    expect(await page.getByRole('link', { name: 'Admin' }).count()).toBe(0);
    await page.goto(`${plant.address}/#/admin/keys`);
    await page.getByText('This part is for administrators.').waitFor();
    expect(await page.getByRole('button', { name: 'Make key' }).count()).toBe(0);
    expect(faultsBeyond(faults, 401, 403)).toEqual([]);
    await page.context().close();
  });
});
