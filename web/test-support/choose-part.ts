import type { Page } from 'playwright-core';

/** Goes to a part of the page as a person does: over the menu where there is one. */
export async function choosePart(page: Page, name: string): Promise<void> {
  const parts = page.locator('nav.parts');
  await parts.waitFor();
  const menu = parts.getByRole('button');
  if (await menu.isVisible()) await menu.click();
  await parts.getByRole('link', { name, exact: true }).click();
}
