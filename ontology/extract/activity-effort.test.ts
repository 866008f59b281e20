import { expect, it } from 'vitest';
import { conceptsOfKind } from '../vocabularies/catalogue.ts';
import { activityEffort } from './activity-effort.ts';

it.each([
  ['Inspect the coupling guard', '检查联轴器护罩', 'look'],
  ['Measure the vibration at the drive end', '测量驱动端振动', 'measure'],
  ['Tighten the seal cover bolts crosswise', '对角紧固密封压盖螺栓', 'handle'],
  ['Replace the mechanical seal', '更换机械密封', 'dismantle'],
  ['Check the clearance; replace the wear ring', '检查间隙；更换密封环', 'dismantle'],
] as const)('of “%s” and “%s” is the most that is named: %s', (english, chinese, effort) => {
  expect([activityEffort(english), activityEffort(chinese)]).toEqual([effort, effort]);
});

it('is unknown where no activity is named', () => {
  expect([activityEffort('Loss of one phase'), activityEffort('缺相')]).toEqual([undefined, undefined]);
});

it('is known of every activity of the vocabulary', () => {
  const activities = conceptsOfKind('Activity');
  expect(activities.length).toBeGreaterThan(40);
  expect(activities.filter(({ en: [name = ''] }) => activityEffort(name) === undefined).map(({ id }) => id)).toEqual([]);
});
