export const ZH_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
export const ZH_STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
export const ZH_GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
export const ZH_FIRST = '零〇一二两三四五六七八九十';
export const ZH = `${ZH_FIRST}百千`;
/** `万` that begins another word. */
export const AFTER_NO_SCALE = /^万(?:一|向|用|能|无)/;
/** A half, alone, and the point between a whole number and its decimals. */
export const ZH_HALF = '半';
export const ZH_POINT = '点';
