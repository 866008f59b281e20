import type { Answer } from '../app/index.ts';

/** The lines that a file in Markdown begins with, up to the blank one behind them: labels for programs, and the language. */
export function labelledHead({ origin: _, ...label }: Answer['envelope']['aigc'], language: 'zh' | 'en'): readonly string[] {
  // JSON is YAML; the names are those of GB 45438-2025 for metadata of files.
  return ['---', `AIGC: ${JSON.stringify(label)}`, `lang: ${language === 'zh' ? 'zh-CN' : 'en'}`, '---', ''];
}
