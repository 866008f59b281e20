import type { TimeForms } from '../language.ts';

export const TIME_FORMS: TimeForms = {
  range: 'to|until|through',
  joins: 'and',
  spanned: 'inclusive',
  lastYear: String.raw`\blast year\b`,
  thisYear: String.raw`\bthis year\b`,
  yearBeforeLast: String.raw`\bthe year before last\b`,
  lastMonth: String.raw`\blast month\b`,
  thisMonth: String.raw`\bthis month\b`,
  year: 'year',
  month: 'month',
  week: 'week',
};
