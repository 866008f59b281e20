import type { Timeline } from '../../app/index.ts';
import { describePlaces } from '../describe-place.ts';
import { describeSource } from './describe-source.ts';

const NO_DATE = '          ';

/** A time line: an entry a line, with its day, what it is, its words and where it stands. */
export function presentTimeline({ entries, matched }: Timeline): string {
  const lines = entries.map(({ at, kind, quote, anchors, superseded, passageId, ...source }) => {
    const day = at === undefined ? NO_DATE : new Date(at).toISOString().slice(0, NO_DATE.length);
    const place = `${describeSource(source, 'en')}${superseded ? ' superseded' : ''}, ${describePlaces(anchors, 'en')}`;
    return `${day}  ${kind}  ${quote.replace(/\s+/g, ' ').trim()}  [${place}]  ${passageId}\n`;
  });
  const left = matched - entries.length;
  return `${lines.length === 0 ? 'nothing with a date is known of it\n' : lines.join('')}${left > 0 ? `… and ${left} more; raise --limit\n` : ''}`;
}
