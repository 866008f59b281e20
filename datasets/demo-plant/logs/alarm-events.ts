import type { Alarm } from '../content/alarms.ts';
import type { Random } from '../random.ts';

/** One occurrence of an alarm in the panel's event list. */
export interface AlarmEvent {
  /** As the panel writes it: `2024-03-05 14:02:31`, plant time without a zone. */
  readonly timestamp: string;
  readonly tag: string;
  readonly code: string;
  readonly text: string;
  /** RTN: returned to normal; ACK: acknowledged and still there when the list was exported; ACT: not acknowledged. */
  readonly state: 'RTN' | 'ACK' | 'ACT';
  /** Minutes; null while it lasts. */
  readonly duration: number | null;
}

export const ALARM_HEADER = ['Timestamp', 'Tag', 'Alarm code', 'Alarm text', 'State', 'Duration min'];

/** Between 520 and 680 events in order of time; some alarms come often, others hardly ever. */
export function makeAlarmEvents(alarms: readonly Alarm[], years: readonly number[], random: Random): AlarmEvent[] {
  const count = random.integer(520, 680);
  const weighted = alarms.flatMap((alarm) => Array.from({ length: random.integer(1, 14) }, () => alarm));
  const first = Date.UTC(years[0] ?? 2022, 0, 1);
  const seconds = years.length * 365 * 86_400;
  const times = Array.from({ length: count }, () => first + random.integer(0, seconds - 1) * 1000).sort((left, right) => left - right);
  return times.map((time, index) => {
    const alarm = random.pick(weighted);
    const standing = index >= count - 4;
    return {
      timestamp: new Date(time).toISOString().slice(0, 19).replace('T', ' '),
      tag: random.pick(alarm.tags),
      code: alarm.code,
      text: random.chance(0.7) ? alarm.meaning.en : alarm.meaning.zh,
      state: standing ? random.pick(['ACK', 'ACT'] as const) : 'RTN',
      duration: standing ? null : random.integer(1, 180),
    };
  });
}

export function alarmCells(event: AlarmEvent): (string | number | null)[] {
  return [event.timestamp, event.tag, event.code, event.text, event.state, event.duration];
}
