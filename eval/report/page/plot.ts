import { htmlText, inBoth, type Words } from './html-text.ts';

const SIZE = { width: 340, height: 240, left: 44, right: 12, top: 10, bottom: 40 };
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Place of shares from 0 to 1 in the picture. */
export function at(x: number, y: number, tallest = 1): { readonly x: string; readonly y: string } {
  const across = SIZE.left + x * (SIZE.width - SIZE.left - SIZE.right);
  const down = SIZE.height - SIZE.bottom - Math.min(1, y / tallest) * (SIZE.height - SIZE.top - SIZE.bottom);
  return { x: across.toFixed(1), y: down.toFixed(1) };
}

/** A square of two shares with what is drawn inside, as a figure with its caption. */
export function plot(caption: Words, axes: { readonly x: Words; readonly y: Words; readonly tallest?: number }, inside: string): string {
  const tallest = axes.tallest ?? 1;
  const ticks = TICKS.map((tick) => {
    const [below, beside] = [at(tick, 0), at(0, tick)];
    const label = (share: number) => `${Math.round(100 * share * 10) / 10}`;
    return `<text x="${below.x}" y="${Number(below.y) + 14}" text-anchor="middle">${label(tick)}</text><text x="${Number(beside.x) - 6}" y="${Number(beside.y) + 4}" text-anchor="end">${label(tick * tallest)}</text>`;
  }).join('');
  const [origin, far, up] = [at(0, 0), at(1, 0), at(0, 1)];
  const lines = `<path class="axis" fill="none" d="M${up.x} ${up.y}L${origin.x} ${origin.y}L${far.x} ${far.y}"/>`;
  const name = htmlText(`${caption.en} · ${caption.zh}`);
  return `<figure><svg role="img" aria-label="${name}" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}">${lines}${ticks}${inside}</svg><figcaption>${inBoth(caption)}: ${inBoth(axes.y)} (%) / ${inBoth(axes.x)} (%)</figcaption></figure>`;
}
