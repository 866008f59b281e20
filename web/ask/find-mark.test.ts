import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { markBoxes } from '../../ingest/pages/mark-boxes.ts';
import { findMark } from './find-mark.ts';

function pageWith(mark: boolean): Uint8ClampedArray {
  const context = createCanvas(400, 300).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 400, 300);
  context.fillStyle = '#d77800';
  context.fillRect(10, 10, 300, 4);
  context.fillStyle = '#000000';
  context.fillRect(50, 105, 100, 3);
  if (mark) markBoxes(context, [{ x0: 50, y0: 100, x1: 150, y1: 112 }], 1);
  return context.getImageData(0, 0, 400, 300).data;
}

describe('the mark in a picture', () => {
  it('is found where the service drew it', () => {
    const found = findMark(pageWith(true), 400, 300);
    expect(found?.left).toBeGreaterThanOrEqual(48);
    expect(found?.left).toBeLessThanOrEqual(52);
    expect(found?.right).toBeGreaterThanOrEqual(148);
    expect(found?.right).toBeLessThanOrEqual(152);
    expect(found?.top).toBeGreaterThanOrEqual(98);
    expect(found?.bottom).toBeLessThanOrEqual(114);
  });

  it('is absent where nothing is marked, whatever colours the page has', () => {
    expect(findMark(pageWith(false), 400, 300)).toBeUndefined();
  });
});
