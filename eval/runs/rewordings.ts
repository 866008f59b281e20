/** The same question as other people put it; nothing that is asked for changes. */
export function rewordings(question: string, language: 'zh' | 'en'): readonly string[] {
  const bare = question.replace(/[?？]\s*$/u, '');
  if (language === 'zh') return [`请问，${question}`, `麻烦查一下：${bare}`, `${bare}？谢谢！`];
  return [`Could you tell me: ${question}`, question.toLowerCase(), `${bare}? Thank you.`];
}
