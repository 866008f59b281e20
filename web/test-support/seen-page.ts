import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import type { SeenPage } from './read-marks.ts';

/** Where the page lies in the frame that shows it, in pixels of the screen. */
const PLACE = `(() => {
  const frame = document.querySelector('.picture-frame').getBoundingClientRect();
  const image = document.querySelector('.picture-frame img');
  const { left, top } = image.getBoundingClientRect();
  return { left: left + image.clientLeft - frame.left, top: top + image.clientTop - frame.top, width: image.clientWidth, height: image.clientHeight };
})()`;

/** The page of a document that stands open beside an answer as a person sees it: in a picture of the screen, wherever it is scrolled to. */
export async function seenPage(page: Page): Promise<SeenPage> {
  const frame = page.locator('.picture-frame');
  await frame.locator('img').waitFor();
  await frame.scrollIntoViewIfNeeded();
  const image = await loadImage(await frame.screenshot());
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const place = (await page.evaluate(PLACE)) as SeenPage['page'];
  return { pixels: context.getImageData(0, 0, width, height).data, width, height, page: place };
}
