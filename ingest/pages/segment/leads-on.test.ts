import { describe, expect, it } from 'vitest';
import { leadsOn } from './leads-on.ts';

const leads = (text: string, bold: boolean, lines = 1) => leadsOn({ last: { bold }, lines }, { text }, { bodyBold: false });

describe('leadsOn', () => {
  it.each([
    ['参数详解：', false, 1],
    ['Parameters:', false, 3],
    ['Torques', true, 2],
  ])('is so of words with a colon, and of a bold line or two: %s', (text, bold, lines) => {
    expect(leads(text, bold, lines)).toBe(true);
  });

  it.each([
    ['Torques', false, 1],
    ['Torques of all the bolts that were tightened', true, 3],
    ['ArcTrackStart(）', true, 1],
    ['speed = 20', true, 1],
  ])('is not so of other lines, nor of bold ones of a program: %s', (text, bold, lines) => {
    expect(leads(text, bold, lines)).toBe(false);
  });
});
