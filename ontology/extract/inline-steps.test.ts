import { describe, expect, test } from 'vitest';
import { inlineSteps } from './inline-steps.ts';

const markers = (text: string) => inlineSteps(text).map(({ marker }) => marker);

describe('steps counted within one line', () => {
  test.each([
    ['检查：1）断电；2）拆盖；3）测量'],
    ['1) close the valve; 2) open the vent; 3) drain the pump'],
    ['Do this: (1) close the valve and (2) open the vent, then (3) drain it'],
    ['操作步骤 （1）断电 （2）拆盖 （3）测量'],
    ['（1）关闭进口阀。（2）打开排气阀。（3）排空。'],
  ])('are read: %s', (text) => {
    expect(markers(text)).toEqual(['1', '2', '3']);
  });

  test.each([
    ['The forces in the pump are (1) those of the fluid and (2) those of the shaft. Both can be measured.'],
    ['见 1) 与 2)'],
    ['see 1) and 2)'],
  ])('are none where a sentence counts up its parts: %s', (text) => {
    expect(markers(text)).toEqual([]);
  });
});
