import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePart } from '../test-support/choose-part.ts';
import { faultsBeyond } from '../test-support/faults-beyond.ts';
import { CHROMIUM, type TestBrowser } from '../test-support/open-browser.ts';
import type { Plant } from '../test-support/open-plant.ts';
import { openStage, type Stage } from '../test-support/open-stage.ts';
import { writeLongManual } from '../test-support/plant-files.ts';
import { pressEnter } from '../test-support/press-enter.ts';
import { walkWidths } from '../test-support/walk-widths.ts';

const PASSWORD = 'correct horse battery';
const PEOPLE = [
  { name: '王主任', role: 'admin', password: PASSWORD },
  { name: 'Chen', role: 'technician', password: PASSWORD },
] as const;
/** A page each: one is read for longer than a person takes to cancel it. */
const UNITS = 60;

const CHINESE = {
  locale: 'zh-CN',
  file: '长手册.pdf',
  name: '用户名',
  password: '密码',
  library: '文档库',
  admin: '管理',
  accounts: '账户',
  keys: '密钥',
  keyName: '密钥名称',
  make: '创建密钥',
  key: '2 号线平板',
  jobs: '作业',
  cancel: '取消',
  cancelled: '已取消',
  retry: '重试',
  again: '重新检查',
  stores: '存储',
  audit: '审计记录',
  made: '创建密钥',
};
const ENGLISH: typeof CHINESE = {
  locale: 'en-GB',
  file: 'long manual.pdf',
  name: 'Name',
  password: 'Password',
  library: 'Library',
  admin: 'Admin',
  accounts: 'Accounts',
  keys: 'Keys',
  keyName: 'Name of the key',
  make: 'Make key',
  key: 'line 2 tablet',
  jobs: 'Jobs',
  cancel: 'Cancel',
  cancelled: 'cancelled',
  retry: 'Retry',
  again: 'Look again',
  stores: 'Stores',
  audit: 'Audit trail',
  made: 'key made',
};

describe.skipIf(CHROMIUM === undefined)('the views of the administration (skipped where Chromium is absent)', () => {
  let stage: Stage;
  let plant: Plant;
  let chromium: TestBrowser;
  beforeAll(async () => {
    stage = await openStage('127.0.0.1', PEOPLE);
    ({ plant, chromium } = stage);
  });
  afterAll(() => stage?.close());

  it.each([CHINESE, ENGLISH])(
    'list accounts, keys, stores and audit trail, and jobs, of which one is cancelled and taken up again ($locale)',
    async (words) => {
      const { page, faults } = await chromium.open(plant.address, { locale: words.locale });
      await page.getByLabel(words.name, { exact: true }).fill('王主任');
      await page.getByLabel(words.password).fill(PASSWORD);
      await pressEnter(page);
      await choosePart(page, words.library);
      const units = UNITS + (words === CHINESE ? 0 : 1);
      const buffer = Buffer.from(await writeLongManual(units));
      await page.locator('input[type=file]').first().setInputFiles({ name: words.file, mimeType: 'application/pdf', buffer });
      // The service has it once its reading is waited for.
      await page.locator('.uploads li:is(.received, .reading)').waitFor();

      await choosePart(page, words.admin);
      const view = (name: string) => page.getByRole('link', { name, exact: true });
      await view(words.jobs).click();
      const job = page.locator('.cards > li').filter({ hasText: words.file });
      await job.getByRole('button', { name: words.cancel }).click();
      const look = async () => {
        await page.getByRole('button', { name: words.again }).click();
        return (await job.locator('.badge').innerText()).trim();
      };
      await expect.poll(look).toBe(words.cancelled);
      await walkWidths(page, 'admin-jobs');
      await job.getByRole('button', { name: words.retry }).click();
      await job.getByRole('button', { name: words.cancel }).waitFor();
      await job.getByRole('button', { name: words.cancel }).click();
      await expect.poll(look).toBe(words.cancelled);

      await view(words.accounts).click();
      await page.locator('.cards > li').filter({ hasText: 'Chen' }).waitFor();
      await walkWidths(page, 'admin-accounts');
      await view(words.keys).click();
      await page.getByLabel(words.keyName).fill(words.key);
      await page.getByRole('button', { name: words.make }).click();
      await page.locator('.secret').waitFor();
      await walkWidths(page, 'admin-keys');
      await view(words.stores).click();
      await page.locator('main li, main td').first().waitFor();
      await walkWidths(page, 'admin-stores');
      await view(words.audit).click();
      await page.getByRole('cell', { name: words.made, exact: true }).first().waitFor();
      await walkWidths(page, 'admin-audit');
      expect(faultsBeyond(faults, 401)).toEqual([]);
      await page.context().close();
    },
  );
});
