import type { OneLineWords } from '../one-line-words.ts';

export const ONE_LINE_WORDS_ZH: OneLineWords = {
  titles: ['单线图', '单线系统图', '一次(?:系统|接线)图?', '主接线', '(?:供|配)电系统图?', '电气系统图', '低压系统图'],
  incoming: ['进线', '受电', '引自', '电源来自'],
};
