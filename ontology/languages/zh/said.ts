/** Sentences that the product says; `{…}` is filled in. */
export const SAID = {
  damagedSource: '{titles}中与此有关的内容在存储后被改动或损坏，与读取时不一致，因此不作回答。请重新读取或重新发送该文档，或恢复备份。',
  quoted: '《{text}》',
  listed: '、',
  /** Of a section or table that could not be read to its end. */
  unreadEnd: '《{document}》中的“{name}”太长，未能读到末尾，步骤或警告可能不全，因此不作回答；请直接查阅该文档。',
} as const;
