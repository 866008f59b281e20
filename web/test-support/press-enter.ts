import type { Page } from 'playwright-core';

/** Presses the key that sends the form in which the focus stands, once the page has seen what was filled in and lets it be sent. */
export async function pressEnter(page: Page): Promise<void> {
  await page.locator('form:focus-within button[type=submit]:disabled').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
}
