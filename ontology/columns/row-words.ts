import { fold } from '../../kernel/index.ts';
import { recordPhrases } from '../languages/record-words.ts';

/** What the state column of alarm lists holds, by the systems that write them (come, gone, acknowledged), folded. */
const ALARM_STATES: ReadonlySet<string> = new Set(
  'active,inactive,alm,act,unack,unacked,ack,acked,acknowledged,rtn,return,returned,return to normal,cleared,clear,raised,set,reset,on,off,kommt,geht,quittiert,gekommen,gegangen,触发,产生,发生,恢复,消除,解除,复位,确认,已确认,未确认,已恢复,激活'.split(
    ',',
  ),
);
const KINDS = (['values corrective', 'values preventive', 'values inspection', 'values modification'] as const).flatMap(recordPhrases);
/** Labels of totals; Chinese ones stand in the label anywhere, others as words of it. */
const TOTALS_HAN: readonly string[] = '合计,小计,总计,累计,共计'.split(',');
const TOTALS_LATIN = /(?<!\p{L})(?:(?:sub|grand)?[ -]?totals?|sum|zwischensumme|gesamtsumme|summe|gesamt)(?!\p{L})/u;

export function isAlarmState(cell: string): boolean {
  return ALARM_STATES.has(fold(cell));
}

/** Whether a cell is what a log writes for a kind of work, be it by its code. */
export function isKindOfWork(cell: string): boolean {
  return KINDS.includes(fold(cell));
}

/** Whether the label of a row says that it sums up others. */
export function isTotalLabel(label: string): boolean {
  const folded = fold(label);
  return TOTALS_HAN.some((word) => folded.includes(word)) || TOTALS_LATIN.test(folded);
}
