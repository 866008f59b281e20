/** What `faultline retention` tells; `isLook`: nothing was removed. */
export interface RetentionWords {
  readonly keepsAll: string;
  readonly questions: (conversations: number, feedback: number, isLook: boolean) => string;
  readonly events: (count: number, isLook: boolean) => string;
  readonly revisions: (count: number, isLook: boolean) => string;
  /** A day. */
  readonly since: (day: string) => string;
}

const EN: RetentionWords = {
  keepsAll: 'everything is kept: no FAULTLINE_KEEP_…_DAYS is set',
  questions: (conversations, feedback, isLook) =>
    `questions of conversations ${isLook ? 'that would go' : 'removed'}: ${conversations}; with what was said of answers: ${feedback}`,
  events: (count, isLook) =>
    `events of the audit trail ${isLook ? 'that would be emptied' : 'emptied'} of who did what: ${count}; their hashes stay, so the trail can be verified`,
  revisions: (count, isLook) => `old revisions ${isLook ? 'that would go' : 'removed'}: ${count}`,
  since: (day) => `not valid since ${day}`,
};

const ZH: RetentionWords = {
  keepsAll: '全部保留：未设置 FAULTLINE_KEEP_…_DAYS',
  questions: (conversations, feedback, isLook) =>
    `${isLook ? '将删除' : '已删除'}的对话问题：${conversations}；连同对回答的评价：${feedback}`,
  events: (count, isLook) => `${isLook ? '将清空' : '已清空'}人员与内容的审计事件：${count}；其哈希保留，审计记录仍可验证`,
  revisions: (count, isLook) => `${isLook ? '将删除' : '已删除'}的旧版本：${count}`,
  since: (day) => `自 ${day} 起失效`,
};

export function retentionWords(language: 'zh' | 'en'): RetentionWords {
  return language === 'zh' ? ZH : EN;
}
