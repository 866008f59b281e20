/** What whoever restores a backup is reminded of. */
export interface RestoreWords {
  /** @param madeAt instant of the backup, ISO 8601. */
  readonly callers: (madeAt: string) => string;
}

const EN: RestoreWords = {
  callers: (madeAt) =>
    `Accounts, keys and passwords are again as they were at ${madeAt}: who was removed since may sign in, keys that were revoked since are valid, passwords are those of before. Before you start the service, look at \`faultline accounts list\` and \`faultline keys list\`, and do again what was done since.`,
};

const ZH: RestoreWords = {
  callers: (madeAt) =>
    `账户、密钥和密码恢复为 ${madeAt} 时的状态：此后被移除的人又可登录，此后被吊销的密钥重新有效，密码为当时的密码。启动服务前请查看 \`faultline accounts list\` 和 \`faultline keys list\`，并重做此后所做的更改。`,
};

export function restoreWords(language: 'zh' | 'en'): RestoreWords {
  return language === 'zh' ? ZH : EN;
}
