import type { Intent } from './question.ts';

/**
 * Wordings that speak for an intent, on folded text, with their weight. A cue is a form of asking, never a subject: what is
 * asked about decides nothing here. The heaviest sum wins; equal sums go to the intent that stands first in the list.
 */
export interface IntentCue {
  readonly intent: Intent;
  readonly weight: number;
  readonly pattern: RegExp;
  /** Must be found too, anywhere. */
  readonly also?: RegExp;
}

const EVENTS =
  '(?:work ?orders?|orders?|jobs?|repairs?|failures?|breakdowns?|faults?|trips?|alarms?|events?|incidents?|stoppages?|leaks?|replacements?|inspections?|downtime|costs?|spend|spent|hours|interventions?|tickets?|entries|records?|rows?|alarm activations?)';
const EVENTS_ZH = '(?:工单|维修|检修|故障|报警|告警|停机|跳闸|停车|泄漏|更换|费用|成本|工时|事件|记录|单子|次数(?:是|为|有)?(?:多少|几))';
const FIGURES =
  '(?:work ?orders?|failures?|failure modes?|breakdowns?|downtime|costs?|spent|repairs?|trips|alarms|alarm records|incidents?|stoppages?|rpn|severity)';
const FIGURES_ZH = '(?:工单|故障|报警|告警|停机|费用|成本|花费|花了|工时|维修|检修|跳闸|rpn)';
const WORK =
  '(?:replac|remov|install|chang|adjust|align|start|stop|shut|drain|fill|flush|clean|lubricat|greas|test|calibrat|assembl|dismantl|disassembl|inspect|commission|prime|vent|bleed|set|mount|fit|refit|service|overhaul|put|bring|take|switch|transfer|perform|carry|top|reset|check|prepare|restart|operate|tighten|torque|measure|rotate|store|lift)';
const WORK_ZH =
  '(?:停运|投用|启用|更换|拆卸|拆除|拆下|安装|装配|调整|对中|校准|启动|起动|开机|停机|停车|停泵|排放|排空|加注|注油|冲洗|清洗|清洁|润滑|测试|检修|解体|投运|灌泵|排气|切换|充装|复位|重启|操作|紧固|测量|盘车|存放|吊装|进行|执行|完成)';

const cue = (intent: Intent, weight: number, source: string, also?: string): IntentCue => ({
  intent,
  weight,
  pattern: new RegExp(source, 'u'),
  ...(also === undefined ? {} : { also: new RegExp(also, 'u') }),
});

export const INTENT_CUES: readonly IntentCue[] = [
  cue('aggregate', 10, '\\b(?:how many|(?:number|count) of|how often (?:did|has|have|was|were)|how many times)\\b', `\\b${EVENTS}\\b`),
  cue('aggregate', 10, '\\bhow many times (?:did|was|were|has|have)\\b|\\bhow often (?:did|was|were|has|have)\\b'),
  cue('aggregate', 9, '\\b(?:total|sum|altogether|overall|cumulative|combined|average|mean)\\b', `\\b${FIGURES}\\b`),
  cue('aggregate', 9, `\\bhow much (?:\\S+ ){0,5}?(?:downtime|time was lost|was spent|did \\S+ cost|money)\\b`),
  cue('aggregate', 9, `\\b(?:most|fewest|least|top (?:\\d+|two|three|five|ten))\\b`, `\\b${FIGURES}\\b`),
  cue(
    'aggregate',
    9,
    '\\b(?:highest|lowest|largest|longest|greatest)\\b',
    '\\b(?:rpn|risk priority|severity|costs?|downtime|number of)\\b',
  ),
  cue('aggregate', 6, '\\b(?:per|by|for each|in each|every) (?:year|month|quarter|asset|equipment|work type)\\b', `\\b${FIGURES}\\b`),
  cue('aggregate', 10, '多少(?:次|起|张|条|个|份|例)|(?:几|多少)(?:张|条|起)|几次|次数(?:是|为|有)?(?:多少|几)', EVENTS_ZH),
  cue('aggregate', 10, `多少(?:个|项)?(?:\\p{sc=Han}{0,4})(?:工单|报警|故障记录|维修记录)`),
  cue('aggregate', 10, '(?:发生|出现|触发|报)(?:了|过)?(?:多少|几)次'),
  cue('aggregate', 9, '总共|一共|合计|累计|总计|总的|总(?:数|额|时长|费用|停机)|平均|(?:多少|几)(?:小时|元|钱)', FIGURES_ZH),
  cue('aggregate', 9, '最多|最少|最频繁|最常', FIGURES_ZH),
  cue('aggregate', 9, '最高|最大|最长|最低', '费用|成本|停机时|rpn|风险(?:优先|顺序)数|严重度'),
  cue('aggregate', 6, '每年|每月|逐年|按年|按月|各年|每个月|各设备', FIGURES_ZH),

  cue(
    'asset-history',
    6,
    '\\b(?:history|work orders? (?:for|on|of|against)|maintenance records?|service records?|past (?:work|repairs|failures)|log entries)\\b',
  ),
  cue(
    'asset-history',
    7,
    '\\b(?:what|which|list|show)\\b.*\\b(?:work|repairs?|maintenance|jobs?|failures?|faults?|orders?) (?:was|were|has been|have been|had been|got|did|happened|occurred)\\b',
  ),
  cue(
    'asset-history',
    7,
    '\\b(?:what|anything) (?:was|has been|had been|were|have been) (?:done|repaired|replaced|changed|fixed|carried out|found|reported|logged|recorded)\\b',
  ),
  cue(
    'asset-history',
    7,
    '\\bwhen (?:was|were|did|has)\\b.*\\b(?:last|latest|most recent(?:ly)?|replaced|repaired|changed|overhauled|serviced|fail(?:ed)?)\\b',
  ),
  cue(
    'asset-history',
    6,
    '\\b(?:last|latest|most recent|previous) (?:\\S+ ){0,2}?(?:work order|repair|failure|job|maintenance|replacement|overhaul|time|entry|event|alarm)\\b',
  ),
  cue('asset-history', 5, '\\bwhat happened\\b'),
  cue(
    'asset-history',
    7,
    '(?:维修|检修|维护|故障|工单|设备|保养)(?:的)?(?:历史|记录|履历|台账)|历史(?:工单|记录|维修|故障)|做过(?:哪些|什么)|(?:做|干|修|换|维修|修理|更换|处理|检修)过(?:哪些|什么|啥|几)|发生过(?:哪些|什么)|有过?哪些(?:工单|维修|故障|检修)',
  ),
  cue(
    'asset-history',
    7,
    '(?:上次|上一次|最近(?:一次|的)?|最后一次|最新)[^?？]{0,14}(?:维修|更换|检修|工单|故障|保养|报警|大修|处理|是什么时候|何时)|(?:什么时候|何时)[^?？]{0,12}(?:更换过|修过|换的|更换的|维修的|维修过|坏的|故障)|哪些(?:工单|维修)',
  ),

  cue(
    'next-check',
    7,
    '\\b(?:what|which (?:\\S+ )?)\\b.*\\b(?:checks?|checked|inspect(?:ed)?|look at|verify|measure)\\b.*\\b(?:first|next|before anything)\\b|\\b(?:checks?|checked|inspect|look at|verify)\\b.*\\b(?:first|next)\\b',
  ),
  cue(
    'next-check',
    5,
    '\\bwhat (?:should|do|must|can|is to|needs to|has to)?\\s?(?:i|we|you|one|be|to)?\\s?(?:be )?(?:check|checked|inspect)\\b|\\bhow (?:do|can) (?:i|we|you) (?:find out|tell|confirm|diagnose)\\b|\\bwhich checks\\b',
  ),
  cue(
    'next-check',
    7,
    '(?:首先|先|下一步|接下来)(?:应|应该|要|需|该)?[^?？]{0,6}(?:检查|查|确认|看|测)|(?:检查|排查)(?:什么|哪些|哪里)|(?:怎么|如何)(?:排查|判断|诊断|确认)',
  ),

  cue(
    'remedy',
    6,
    '\\b(?:remed(?:y|ies)|corrective (?:action|measure)s?|countermeasures?|solutions?|what (?:action|response))\\b|\\bhow (?:do|can|should|to|is|are) ?(?:i|we|you|one)? ?(?:\\S+ ){0,3}?(?:fix|clear|cure|eliminate|remedy|solve|resolve|correct|rectify|deal with|handle|stop|get rid of|fixed|cleared|eliminated|remedied|resolved|corrected|repaired|repair|troubleshoot)\\b',
  ),
  cue(
    'remedy',
    6,
    '\\bwhat (?:should|must|can|do|to|is to|has to|needs to|action) ?(?:i|we|you|one|be|the operator|operators?)? ?(?:to )?(?:do|done|take|be done|respond)\\b|\\bhow (?:should|do|must) (?:i|we|you|the operator|operators?|one) (?:respond|react)\\b',
  ),
  cue(
    'remedy',
    8,
    '(?:怎么|怎样|如何|应如何|该如何)(?:处理|处置|解决|排除|消除|应对|修复|修理|修|办|纠正)|怎么办|(?:处理|处置|解决|排除|补救|纠正)(?:方法|措施|办法)|(?:应|应该|需要|要|该)?采取(?:什么|哪些|何种)|(?:该|应|应该|要|需要)(?:怎么|如何)?做(?:什么|哪些)?',
  ),

  cue(
    'cause-of-symptom',
    6,
    '\\b(?:why|causes?|caused|causing|reasons?|due to what|what (?:makes|leads to|brings about|triggers?|is behind|might be wrong|could be wrong|is wrong)|how come|root cause)\\b',
  ),
  cue(
    'cause-of-symptom',
    7,
    '为什么|为何|何故|什么原因|原因(?!是[^什何])|怎么回事|(?:由|是|因)什么(?:引起|造成|导致)|是?什么(?:导致|造成|引起)|因何',
  ),

  cue(
    'safety-isolation',
    8,
    '\\b(?:isolat(?:e|ed|ion|ing)|lock(?:ed)?[ -]?(?:out|off)|lockout|tag(?:ged)?[ -]?out|tagout|loto|de-?energi[sz]e[d]?|energy sources?|isolation points?)\\b',
  ),
  cue(
    'safety-isolation',
    7,
    '\\b(?:safety (?:precautions?|measures?|rules?|instructions?|warnings?|requirements?)|hazards?|dangers?|ppe|protective (?:equipment|clothing|gear)|precautions?|what warnings?|is it safe|safely)\\b',
  ),
  cue(
    'safety-isolation',
    8,
    '隔离|上锁|挂牌|锁定|断电|能量源|安全(?:措施|注意事项|要求|预防|警告|防护)|(?:什么|哪些)(?:危险|风险|警告|防护)|防护(?:用品|装备|措施)|个人防护|注意(?:什么|哪些)|危险源',
  ),

  cue(
    'part-or-tool',
    8,
    '\\b(?:part (?:number|no)s?|spare parts?|order(?:ing)? (?:number|code)s?|stock (?:number|code)s?|article numbers?|which (?:\\S+ )?(?:seal|bearing|gasket|filter|tool|wrench|grease|oil|lubricant|part|spare|kit|o-ring)s?|what (?:tool|wrench|grease|oil|lubricant|spare|part)s?|(?:special )?tools?|grade of (?:oil|grease))\\b',
  ),
  cue(
    'part-or-tool',
    5,
    '\\bhow many (?:\\S+ ){0,5}?(?:are|is) (?:needed|required|fitted|used|installed|in)\\b|\\bwhat (?:type|kind|grade|sort) of\\b',
  ),
  cue(
    'part-or-tool',
    8,
    '件号|零件号|备件|配件|料号|物料(?:号|编码)|订货(?:号|代码)|(?:什么|哪些|哪种|何种)(?:工具|扳手|备件|零件|润滑油|润滑脂|油品|密封)|(?:用|使用)(?:什么|哪种|何种)|工具|牌号|什么型号',
  ),

  cue(
    'part-or-tool',
    6,
    '\\bwhat (?:do|should|must) (?:i|we|you) (?:need|bring|(?:have to )?take along)\\b|(?:要|需要)(?:带|用|准备)(?:什么|哪些)',
  ),

  cue(
    'find-document',
    8,
    '\\b(?:which|what) (?:document|manual|section|drawing|page|chapter|procedure document|file|table)s?\\b|\\bwhere (?:can i find|do i find|is it (?:described|documented|written)|is .* (?:described|documented|written|explained))\\b|\\bdocument number\\b|\\bin which (?:document|manual|section|chapter)\\b',
  ),
  cue(
    'find-document',
    8,
    '(?:哪|什么)(?:份|本|个|一份|一本|一章|章|节|页|张)?(?:文件|文档|手册|图纸|规程|资料|章节|章|页)|(?:文件|文档|手册)(?:编号|号)(?:是|为)?|在(?:哪里|哪)(?:有|可以|能)?(?:说明|描述|规定|找到|查到)',
  ),

  cue('procedure', 6, `\\bhow (?:do|does|can|should|must|to|is|are|would) ?(?:i|we|you|one|the|a)? ?(?:\\S+ ){0,6}?${WORK}\\S*\\b`),
  cue(
    'procedure',
    7,
    '\\b(?:procedures?|step[ -]by[ -]step|what (?:are|is) the (?:steps?|sequence|instructions?)|(?:the )?steps (?:to|for|of|in)|sequence (?:for|of|to)|instructions? (?:for|to|on)|in what order)\\b',
  ),
  cue('procedure', 7, `(?:怎么|怎样|如何|应如何|该如何|怎么样)[^?？,]{0,10}${WORK_ZH}|步骤|流程|操作顺序|程序|操作规程|顺序是`),

  cue(
    'specification',
    6,
    '\\b(?:how (?:much|high|low|hot|cold|fast|often|long|heavy|tight|tightly|far|large|big|thick|wide|deep|loud|frequently)|(?:at|above|below|from|up to|over|to|within|in) (?:what|which)|what (?:is|are) the (?:\\S+ ){0,7}?(?:torque|pressure|temperature|speed|flow|rate|voltage|current|power|frequency|interval|clearance|limit|setpoint|set point|value|rating|capacity|head|weight|mass|level|tolerance|gap|volume|quantity|amount|diameter|length|thickness|viscosity|setting|range|vibration|noise|efficiency|period|time))\\b',
  ),
  cue(
    'specification',
    5,
    '\\b(?:torque|set ?points?|trip (?:point|level|value|setting)|rated|nominal|maximum|minimum|allowable|permissible|permitted|specified|specification|interval|tolerance|clearance|max\\.?|min\\.?)\\b',
  ),
  cue('procedure', 4, '\\bhow (?:do|does|can|should|must|to) |^(?:如何|怎么|怎样)|(?:如何|怎么|怎样|应如何)\\p{sc=Han}'),

  cue('specification', 3, '\\bwhat (?:is|are|was) the\\b|\\bwhat \\S+ (?:is|are|must|should|does)\\b'),
  cue(
    'specification',
    6,
    '多少(?!次|起|张|条工单)|多大|多高|多低|多久|多长|多重|多快|多宽|多厚|几(?:小时|个月|年|天|升|毫米|度|倍|bar|mpa)|(?:每隔|间隔|周期)',
  ),
  cue(
    'specification',
    5,
    '扭矩|力矩|额定|设定值|整定值|上限|下限|限值|规格|公差|允许|最大|最小|最高|最低|参数|间隙|间隔|周期|是多|数值|参数值|极限',
  ),

  cue(
    'alarm-code',
    7,
    '\\b(?:what does|what do|what is|meaning of|mean|means|stand for|signif(?:y|ies)|indicate[sd]?)\\b(?=.*\\b(?:alarm|fault|error|code|trip)\\b)|\\b(?:alarm|fault|error|trip) (?:code )?\\S*\\d\\S*\\b',
  ),
  cue(
    'alarm-code',
    7,
    '(?:报警|告警|故障码|故障代码|错误码|代码|警报)[^?？]{0,14}(?:什么意思|含义|意思|表示|代表|是什么|说明什么|指什么)|(?:表示|代表)什么',
  ),

  cue(
    'definition',
    6,
    '\\b(?:what does \\S+(?: \\S+)? (?:mean|stand for)|what is (?:an? )?(?:meant by )|defin(?:e|ition)|meaning of|abbreviation|acronym|stands? for|what is an? )\\b',
  ),
  cue('definition', 6, '什么是|是什么意思|什么意思|(?:的)?定义|含义|全称|缩写|指的是|是指'),

  cue(
    'topology',
    8,
    '\\b(?:connected to|upstream|downstream|feeds?|fed (?:by|from)|which line|what line|piped to|supplies|flows? (?:into|from))\\b|(?:上游|下游|连接到|接到|相连|管线连接|供给)',
  ),
  cue(
    'similar-cases',
    8,
    '\\b(?:similar (?:cases?|failures?|problems?|faults?)|has this happened|seen this before|comparable)\\b|(?:类似|相似|同类)(?:的)?(?:案例|故障|问题|情况)',
  ),
  cue('pattern', 8, '\\b(?:trend|pattern|correlat\\S+|recurring|seasonal|tend to)\\b|趋势|规律|相关性|季节性'),
  cue(
    'sensor-for-mode',
    8,
    '\\bwhich (?:sensor|instrument|measurement)s? (?:\\S+ ){0,3}?(?:detect|show|indicate|monitor|see)\\b|(?:哪个|哪些|什么)(?:传感器|仪表|测点)',
  ),
];
