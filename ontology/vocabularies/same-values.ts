/** Cells of coded columns that say one thing, in the words of logs and of those who ask, folded: one line each. */
const LINES = `
night shift, nights, night, 夜班, 晚班, 大夜班, nachtschicht
early shift, morning shift, 早班, 早中班, frühschicht
day shift, days, 白班, 日班, tagschicht
late shift, afternoon shift, evening shift, 中班, 小夜班, spätschicht
high, 高, hoch, 高级, 紧急
medium, middle, 中, mittel, 中级
low, 低, niedrig, 低级
abnormal, not ok, nok, n.ok, ng, fault found, ×, x, ✗, ✕, ╳, 异常, 不合格, 不正常, 有问题
normal, ok, i.o., √, ✓, ✔, ○, 正常, 合格, 无异常
activated, active, activation, activations, alarm raised, raised, kommt, gekommen, alm, 触发, 产生, 激活
cleared, returned, return, returns, return to normal, rtn, geht, gegangen, 恢复, 消除, 解除
acknowledged, acked, ack, acknowledgement, acknowledgements, quittiert, 确认, 已确认
open, offen, 未完成, 未关闭, 未结, 待处理
closed, geschlossen, abgeschlossen, 已完成, 已关闭, 已结, 完成
`;

export const SAME_VALUES: readonly (readonly string[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.split(',').map((name) => name.trim()));
