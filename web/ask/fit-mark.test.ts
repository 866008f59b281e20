import { describe, expect, it } from 'vitest';
import { fitMark } from './fit-mark.ts';
import { hiddenSides } from './hidden-sides.ts';

describe('the close-up of cited words', () => {
  it('is as close as shows all of them: a row across the page less close than a word', () => {
    const [row, word] = [fitMark({ left: 100, right: 899 }, 1000), fitMark({ left: 480, right: 519 }, 1000)];
    expect(row).toBeGreaterThan(1);
    expect(800 * row).toBeLessThanOrEqual(1000);
    expect(word).toBeGreaterThan(row);
    expect(fitMark({ left: 0, right: 999 }, 1000)).toBe(1);
  });

  it('says on which sides more of the page lies', () => {
    const frame = (scrollLeft: number) => hiddenSides({ scrollLeft, clientWidth: 350, scrollWidth: 800 });
    expect(frame(0)).toEqual({ left: false, right: true });
    expect(frame(200)).toEqual({ left: true, right: true });
    expect(frame(450)).toEqual({ left: true, right: false });
    expect(hiddenSides({ scrollLeft: 0, clientWidth: 350, scrollWidth: 350.5 })).toEqual({ left: false, right: false });
  });
});
