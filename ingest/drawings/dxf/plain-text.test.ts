import { describe, expect, test } from 'vitest';
import { createDecode } from './code-page.ts';
import { plainLine, plainParagraphs } from './plain-text.ts';

const decode = createDecode('utf-8');

describe('plainLine', () => {
  test.each([
    ['90%%d %%p0.1 %%c50 100%%%', '90° ±0.1 Ø50 100%'],
    ['%%uSECTION%%u %%oA%%o', 'SECTION A'],
    ['%%176C %%999', '°C '],
    ['\\U+6CF5\\u+53F7 P-101A', '泵号 P-101A'],
    ['\\M+5B1C3', '泵'],
    ['a^ b^Ic', 'a^b\tc'],
    ['50%% \\P {x}', '50%% \\P {x}'],
  ])('reads %s as %s', (codes, plain) => {
    expect(plainLine(codes, decode)).toBe(plain);
  });
});

describe('plainParagraphs', () => {
  test.each([
    ['{\\fSimSun|b0|i0|c134;冷却水泵}\\PP-101A', '冷却水泵\nP-101A'],
    ['\\A1;\\H2.5x;\\C1;\\W0.8;\\T1.1;\\Q15;Ø50\\S+0.1^-0.2;', 'Ø50+0.1/-0.2'],
    ['\\S1/2; \\S3#4;" m\\S2^ ;', '1/2 3/4" m2'],
    ['C:\\\\data \\{x\\} a\\~b', 'C:\\data {x} a\u00a0b'],
    ['\\LUNDER\\l \\OOVER\\o', 'UNDER OVER'],
    ['\\pi-3,l3,t3;1.\\tOpen', '1.\\tOpen'],
    ['75%%d\\U+2103', '75°\u2103'],
    ['\\fno end', '\\fno end'],
    ['\\P\\PA\\P', 'A'],
  ])('reads %s', (codes, plain) => {
    expect(plainParagraphs(codes, decode)).toBe(plain);
  });

  test('takes as long as the text is, whatever codes are left open', () => {
    const started = process.cpuUsage().user;
    for (const piece of ['\\f', '\\S', '%%', '\\U+', '{', '^']) plainParagraphs(piece.repeat(200_000), decode);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(8);
  });
});
