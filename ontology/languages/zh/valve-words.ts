import type { ValveWords } from '../valve-words.ts';

export const ZH_VALVE_WORDS: ValveWords = {
  valve: '阀',
  position: '正常(?:阀位|位置|开关状态|状态)|常态(?:位置)?|常[开闭关]还是常[开闭关]',
  open: '常开',
  closed: '常[闭关]',
  'locked-open': '锁开|铅封开',
  'locked-closed': '锁[关闭]|铅封[关闭]',
  'fails-open': '(?:故障|失气|失电)(?:时)?开',
  'fails-closed': '(?:故障|失气|失电)(?:时)?关',
};
