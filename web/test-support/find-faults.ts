import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/** What keeps people out of a page as it stands, by axe-core: serious and critical faults. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return (await page.evaluate(RUN)) as readonly string[];
}
