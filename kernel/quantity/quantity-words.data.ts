export const DIFFERENCE =
  /(?:温升|温差|温度差|升温|降温|temperature (?:rise|difference|drop|increase|change)|Δ\s?T|difference|(?:rise|increase|drop|differ|fall|升高|上升|下降|降低|相差)(?:s|es|d)?\s?(?:by|of|了)?)[^.。;；\n\d]{0,24}$/i;
export const EVERY_BEFORE = /(?:每(?:隔|经过|运行|工作|使用)?|every|each|间隔|周期为?|intervals? of)\s?$/i;
export const EVERY_AFTER = /^\s?(?:一次|1次|1 次|intervals?|\/次)/i;
/** What degrees are of that are no angle. */
export const OF_HEAT = /[温热]/;
export const RANGE = /^\s?(?:\\?~|-|--|…|\.{2,3}|to|至|到|through|-to-)\s?$/i;
export const BETWEEN = /^\s?(?:and|与|和)\s?$/i;
export const BETWEEN_BEFORE = /(?:between|介于|在|range of)\s?$/i;
/** Counting words of Chinese: a numeral in characters before one is a number. */
export const COUNTED = /^[个台只件颗根片套组级倍人名处项条块张把支枚相极档步]/;
export const REFERENCE =
  /(?:\b(?:fig(?:ure)?s?|tables?|sections?|chapters?|pages?|steps?|items?|pos|no|notes?|appendix|annex|rev(?:ision)?|version|ver|issue)\.?\s{0,2}#?|[图表章节页]\s?|步骤\s?|附录\s?|序号\s?|版本\s?)$/i;
/** Words that begin with `一` or the like far more often than they count. */
export const ZH_ONE = new Set(['cycle', '°', 'min', 'L', '丝', 'V', 'month', 'd']);
/** Before a number that counts hundredths. */
export const ZH_PERCENT = '百分之';
/** `十分` is `very`, `三月` is March, `两方` are two parties. */
export const ZH_TRAP = /^[分月日方]$/;
/** Dates and ordinals, whose numbers are no amounts. */
export const ZH_DATES_AND_ORDINALS: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d{2}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?)?/g,
  /(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?[日号]/g,
  /第\s?(?:\d{1,5}|[零〇一二两三四五六七八九十百]{1,6})/g,
];
