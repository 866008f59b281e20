import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findFaults } from './find-faults.ts';
import { keepScreenshot } from './keep-screenshot.ts';

/** A phone, a small screen, a desk. */
const SIZES = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

const PAINTED = 'document.fonts.ready.then(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))';
/** Text that is cut off at the edge of the screen although nothing there can be scrolled. */
const REACHES = `(() => {
  const scrolls = (one) => one !== null && (/auto|scroll|hidden/u.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  return [...document.querySelectorAll('main *, header *')]
    .filter((one) => one.childElementCount === 0 && one.textContent.trim() !== '' && one.getClientRects().length > 0)
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement))
    .map((one) => one.textContent);
})()`;

interface Walk {
  /** What is looked at, as a selector: it is scrolled into view; absent: the page wherever it is scrolled to. */
  readonly part?: string;
  /** Something goes on the whole time, such as a file being read. */
  readonly isBusy?: true;
}

/**
 * Looks at a page as it stands at each width: keeps its picture as NAME-WIDTH-LANGUAGE, and at none of them does anything keep people
 * out, reach beyond the screen or make it scroll sideways. The page has its size of before again at the end.
 */
export async function walkWidths(page: Page, name: string, { part, isBusy }: Walk = {}): Promise<void> {
  const before = page.viewportSize();
  const language = String(await page.evaluate('document.documentElement.lang')).slice(0, 2);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.evaluate(PAINTED);
    if (isBusy === undefined) await expect.poll(() => page.locator('.spinner').count()).toBe(0);
    if (part !== undefined) await page.evaluate(`document.querySelector(${JSON.stringify(part)}).scrollIntoView({ block: 'center' })`);
    await page.evaluate(PAINTED);
    await keepScreenshot(page, `${name}-${size.width}-${language}`);
    expect(await page.evaluate('document.documentElement.scrollWidth'), `width of ${name}`).toBe(size.width);
    expect(await page.evaluate(REACHES), `${name} at ${size.width}`).toEqual([]);
    expect(await findFaults(page), `${name} at ${size.width}`).toEqual([]);
  }
  if (before !== null) await page.setViewportSize(before);
}
