export const ZH_UNITS: Readonly<Record<string, readonly [number, string]>> = {
  半年: [6, 'month'],
  半个月: [0.5, 'month'],
  季度: [1, 'quarter'],
  季: [1, 'quarter'],
  个月: [1, 'month'],
  月: [1, 'month'],
  周: [1, 'week'],
  星期: [1, 'week'],
  天: [1, 'd'],
  日: [1, 'd'],
  年: [1, 'year'],
  班: [1, 'shift'],
  小时: [1, 'h'],
};
/** Before such a unit, and what behind it makes it another word. */
export const ZH_EVERY = '每隔?';
export const ZH_NO_INTERVAL = '期|组';
