import type { ColumnRole } from '../../kernel/index.ts';

/**
 * What the head of a header in a log says, whatever stands before it: in Chinese and German the last part of a compound (报修|日期,
 * `Störungs|beginn`), in English the last word, or the one before `of`. Too little to go by in tables at large, where `time` may be an
 * interval and `value` a setting; in a log the cells have to agree. The longer head wins.
 */
const HEADS: readonly (readonly [role: ColumnRole, heads: string])[] = [
  ['date', 'date,start,began,begin,opened,日期,时间,时刻,开始,datum,beginn,zeitpunkt,zeitstempel,termin,anfang'],
  ['end-date', 'end,finish,ended,结束,完毕,ende'],
  ['duration', 'duration,hours,minutes,time,dur,时长,时间,工时,小时数,dauer,zeit,stunden,minuten'],
  ['cost', 'cost,costs,price,amount,expense,expenses,charge,charges,费,费用,金额,成本,钱,kosten,preis,betrag'],
  ['order-number', 'number,no,id,单号,单,编号,号,号码,nummer,nr'],
  ['asset', 'machine,equipment,asset,device,设备,机器,机台,装置,maschine,anlage,gerät'],
  ['location', 'location,place,area,site,位置,地点,区域,车间,ort,platz,bereich'],
  ['cause', 'cause,reason,causes,reasons,原因,因,ursache,grund'],
  ['remedy', 'action,remedy,measure,fix,solution,措施,方法,对策,处理,处置,办法,maßnahme,maßnahmen,abhilfe'],
  ['text', 'description,text,details,narrative,现象,描述,情况,内容,说明,问题,毛病,beschreibung,text,bild'],
  ['work-type', 'type,kind,category,类型,类别,种类,性质,art,typ,kategorie'],
  ['status', 'status,state,状态,进度,status,zustand'],
  ['priority', 'priority,urgency,severity,级别,等级,优先级,priorität,klasse,stufe'],
  ['failure-mode', 'code,代码,编码,code,schlüssel'],
  ['person', 'by,technician,engineer,operator,person,人,人员,员,者,工程师,techniker,bearbeiter'],
  ['note', 'remarks,remark,notes,comments,备注,bemerkung,notiz'],
];

/** Head and role, the longer head first. */
export const HEADER_HEADS: readonly (readonly [head: string, role: ColumnRole])[] = HEADS.flatMap(([role, heads]) =>
  heads.split(',').map((head) => [head, role] as const),
).sort(([a], [b]) => b.length - a.length);
