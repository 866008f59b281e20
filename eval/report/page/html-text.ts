const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it, in an element or a quoted attribute; control characters are shown as the sign for what cannot be shown. */
export function htmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '\ufffd').replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Words in both languages, of which the page shows the chosen one. */
export function inBoth({ zh, en }: Words): string {
  return zh === en ? htmlText(zh) : `<span class="zh" lang="zh">${htmlText(zh)}</span><span class="en" lang="en">${htmlText(en)}</span>`;
}
