import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where the pictures of the last run stand, to be looked at. */
const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'page-screenshots');

/** Keeps a picture of what is in view. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
