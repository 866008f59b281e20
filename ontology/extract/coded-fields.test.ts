import { describe, expect, it } from 'vitest';
import type { Passage, TypedRecord } from '../../kernel/index.ts';
import { codedFields } from './coded-fields.ts';
import { findConcepts } from './find-concepts.ts';

/** What the words of a log row are coded as. */
function codedActivity(text: string): string | undefined {
  const passage = { text, cells: [{ column: 'text', role: 'text', start: 0, end: text.length }] } as unknown as Passage;
  const record = { ordinal: 0 } as unknown as TypedRecord;
  const coded = codedFields(record, passage, findConcepts(text)).find(({ field }) => field === 'coded:activity');
  if (coded?.value.kind !== 'concept') return undefined;
  expect(text).toContain(coded.value.text);
  return coded.value.concept;
}

describe('a part that is said to be new', () => {
  it.each([
    'new seal fitted',
    'Fitted a new mechanical seal to P-101A',
    'new drive end bearing installed',
    '换新密封',
    '新装机封一套',
    '装上新轴承后试车',
    '机封换新',
  ])('took the place of another: %s', (text) => {
    expect(codedActivity(text)).toBe('activity/replace');
  });

  it.each([
    ['seal fitted', 'activity/install'],
    ['new seal ordered', undefined],
    ['new pump installed', 'activity/install'],
    ['installed bearing is making a new noise', 'activity/install'],
    ['安装机封', 'activity/install'],
    ['检查新轴承', 'activity/inspect'],
  ])('is not read into what says something else: %s', (text, activity) => {
    expect(codedActivity(text)).toBe(activity);
  });
});
