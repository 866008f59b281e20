import type { Words } from './page/html-text.ts';

/** Stands below every report: whose words it is. */
export const REPORT_NOTICE: Words = {
  zh: '由程序汇编，没有语言模型撰写的内容；其中的回答按各系统给出的原文引用。',
  en: 'Put together by program; no language model worded it. Answers in it are quoted as their systems gave them.',
};
