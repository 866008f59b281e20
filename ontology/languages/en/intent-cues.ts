import type { IntentCueForm } from '../language.ts';

const EVENTS =
  '(?:work ?orders?|orders?|jobs?|repairs?|failures?|breakdowns?|faults?|trips?|alarms?|events?|incidents?|stoppages?|leaks?|replacements?|inspections?|downtime|costs?|spend|spent|hours|interventions?|tickets?|entries|records?|rows?|alarm activations?)';
const FIGURES =
  '(?:work ?orders?|failures?|failure modes?|breakdowns?|downtime|costs?|spent|repairs?|trips|alarms|alarm records|incidents?|stoppages?|rpn|severity)';
const WORK =
  '(?:replac|remov|install|chang|adjust|align|start|stop|shut|drain|fill|flush|clean|lubricat|greas|test|calibrat|assembl|dismantl|disassembl|inspect|commission|prime|vent|bleed|set|mount|fit|refit|service|overhaul|put|bring|take|switch|transfer|perform|carry|top|reset|check|prepare|restart|operate|tighten|torque|measure|rotate|store|lift)';

/** Wordings that speak for an intent in English. */
export const INTENT_CUES: readonly IntentCueForm[] = [
  {
    intent: 'aggregate',
    weight: 10,
    form: '\\b(?:how many|(?<!\\b(?:part|order|item|article|material|stock|serial|model) )(?:number|count) of|how often (?:did|has|have|was|were)|how many times)\\b',
    also: `\\b${EVENTS}\\b`,
  },
  { intent: 'aggregate', weight: 10, form: '\\bhow many times (?:did|was|were|has|have)\\b|\\bhow often (?:did|was|were|has|have)\\b' },
  {
    intent: 'aggregate',
    weight: 9,
    form: '\\b(?:total|sum|altogether|overall|cumulative|combined|average|mean)\\b',
    also: `\\b${FIGURES}\\b`,
  },
  { intent: 'aggregate', weight: 9, form: `\\bhow much (?:\\S+ ){0,5}?(?:downtime|time was lost|was spent|did \\S+ cost|money)\\b` },
  { intent: 'aggregate', weight: 9, form: `\\b(?:most|fewest|least|top (?:\\d+|two|three|five|ten))\\b`, also: `\\b${FIGURES}\\b` },
  {
    intent: 'aggregate',
    weight: 9,
    form: '\\b(?:highest|lowest|largest|longest|greatest)\\b',
    also: '\\b(?:rpn|risk priority|severity|costs?|downtime|number of)\\b',
  },
  {
    intent: 'aggregate',
    weight: 6,
    form: '\\b(?:per|by|for each|in each|every) (?:year|month|quarter|asset|equipment|work type)\\b',
    also: `\\b${FIGURES}\\b`,
  },
  {
    intent: 'asset-history',
    weight: 6,
    form: '\\b(?:history|work orders? (?:for|on|of|against)|maintenance records?|service records?|past (?:work|repairs|failures)|log entries)\\b',
  },
  {
    intent: 'asset-history',
    weight: 7,
    form: '\\b(?:what|which|list|show)\\b.*\\b(?:work|repairs?|maintenance|jobs?|failures?|faults?|orders?) (?:was|were|has been|have been|had been|got|did|happened|occurred)\\b',
  },
  {
    intent: 'asset-history',
    weight: 7,
    form: '\\b(?:what|anything) (?:was|has been|had been|were|have been) (?:done|repaired|replaced|changed|fixed|carried out|found|reported|logged|recorded)\\b',
  },
  {
    intent: 'asset-history',
    weight: 7,
    form: '\\bwhen (?:was|were|did|has)\\b.*\\b(?:last|latest|most recent(?:ly)?|replaced|repaired|changed|overhauled|serviced|fail(?:ed)?)\\b',
  },
  {
    intent: 'asset-history',
    weight: 6,
    form: '\\b(?:last|latest|most recent|previous) (?:\\S+ ){0,2}?(?:work order|repair|failure|job|maintenance|replacement|overhaul|time|entry|event|alarm)\\b',
  },
  { intent: 'asset-history', weight: 5, form: '\\bwhat happened\\b' },
  {
    intent: 'next-check',
    weight: 7,
    form: '\\b(?:what|which (?:\\S+ )?)\\b.*\\b(?:checks?|checked|inspect(?:ed)?|look at|verify|measure)\\b.*\\b(?:first|next|before anything)\\b|\\b(?:checks?|checked|inspect|look at|verify)\\b.*\\b(?:first|next)\\b',
  },
  {
    intent: 'next-check',
    weight: 5,
    form: '\\bwhat (?:should|do|must|can|is to|needs to|has to)?\\s?(?:i|we|you|one|be|to)?\\s?(?:be )?(?:check|checked|inspect)\\b|\\bhow (?:do|can) (?:i|we|you) (?:find out|tell|confirm|diagnose)\\b|\\bwhich checks\\b',
  },
  {
    intent: 'remedy',
    weight: 6,
    form: '\\b(?:remed(?:y|ies)|corrective (?:action|measure)s?|countermeasures?|solutions?|what (?:action|response))\\b|\\bhow (?:do|can|should|to|is|are) ?(?:i|we|you|one)? ?(?:\\S+ ){0,3}?(?:fix|clear|cure|eliminate|remedy|solve|resolve|correct|rectify|deal with|handle|stop|get rid of|fixed|cleared|eliminated|remedied|resolved|corrected|repaired|repair|troubleshoot)\\b',
  },
  {
    intent: 'remedy',
    weight: 6,
    form: '\\bwhat (?:should|must|can|do|to|is to|has to|needs to|action) ?(?:i|we|you|one|be|the operator|operators?)? ?(?:to )?(?:do|done|take|be done|respond)\\b|\\bhow (?:should|do|must) (?:i|we|you|the operator|operators?|one) (?:respond|react)\\b',
  },
  {
    intent: 'cause-of-symptom',
    weight: 6,
    form: '\\b(?:why|causes?|caused|causing|reasons?|due to what|what (?:makes|leads to|brings about|triggers?|is behind|might be wrong|could be wrong|is wrong)|how come|root cause)\\b',
  },
  {
    intent: 'safety-isolation',
    weight: 8,
    form: '\\b(?:isolat(?:e|ed|ion|ing)|lock(?:ed)?[ -]?(?:out|off)|lockout|tag(?:ged)?[ -]?out|tagout|loto|de-?energi[sz]e[d]?|energy sources?|isolation points?)\\b',
  },
  {
    intent: 'safety-isolation',
    weight: 7,
    form: '\\b(?:safety (?:precautions?|measures?|rules?|instructions?|warnings?|requirements?)|hazards?|dangers?|ppe|protective (?:equipment|clothing|gear)|precautions?|what warnings?|is it safe|safely)\\b',
  },
  {
    intent: 'part-or-tool',
    weight: 8,
    form: '\\b(?:part (?:number|no)s?|spare parts?|order(?:ing)? (?:number|code)s?|stock (?:number|code)s?|article numbers?|which (?:\\S+ )?(?:seal|bearing|gasket|filter|tool|wrench|grease|oil|lubricant|part|spare|kit|o-ring)s?|what (?:tool|wrench|grease|oil|lubricant|spare|part)s?|(?:special )?tools?|grade of (?:oil|grease))\\b',
  },
  {
    intent: 'part-or-tool',
    weight: 5,
    form: '\\bhow many (?:\\S+ ){0,5}?(?:are|is) (?:needed|required|fitted|used|installed|in)\\b|\\bwhat (?:type|kind|grade|sort) of\\b',
  },
  { intent: 'part-or-tool', weight: 6, form: '\\bwhat (?:do|should|must) (?:i|we|you) (?:need|bring|(?:have to )?take along)\\b' },
  {
    intent: 'where-drawn',
    weight: 12,
    form: '\\bwhere (?:is|are|do i find|can i find) (?:\\S+ ){1,8}?(?:drawn|depicted|on the (?:drawings?|p&id))\\b|\\b(?:on )?(?:which|what) (?:drawing|sheet|p&id)s? (?:shows?|depicts?|(?:is|are) (?:\\S+ ){1,8}?(?:on|drawn|shown|depicted))\\b',
  },
  {
    intent: 'find-document',
    weight: 8,
    form: '\\b(?:which|what) (?:document|manual|section|drawing|page|chapter|procedure document|file|table)s?\\b|\\bwhere (?:can i find|do i find|is it (?:described|documented|written)|is .* (?:described|documented|written|explained))\\b|\\bdocument number\\b|\\bin which (?:document|manual|section|chapter)\\b',
  },
  {
    intent: 'procedure',
    weight: 6,
    form: `\\bhow (?:do|does|can|should|must|to|is|are|would) ?(?:i|we|you|one|the|a)? ?(?:\\S+ ){0,6}?${WORK}\\S*\\b`,
  },
  {
    intent: 'procedure',
    weight: 7,
    form: '\\b(?:procedures?|step[ -]by[ -]step|what (?:are|is) the (?:steps?|sequence|instructions?)|(?:the )?steps (?:to|for|of|in)|sequence (?:for|of|to)|instructions? (?:for|to|on)|in what order)\\b',
  },
  {
    intent: 'specification',
    weight: 6,
    form: '\\b(?:how (?:much|high|low|hot|cold|fast|often|long|heavy|tight|tightly|far|large|big|thick|wide|deep|loud|frequently)|(?:at|above|below|from|up to|over|to|within|in) (?:what|which)|what (?:is|are) the (?:\\S+ ){0,7}?(?:torque|pressure|temperature|speed|flow|rate|voltage|current|power|frequency|interval|clearance|limit|setpoint|set point|value|rating|capacity|head|weight|mass|level|tolerance|gap|volume|quantity|amount|diameter|length|thickness|viscosity|setting|range|vibration|noise|efficiency|period|time))\\b',
  },
  {
    intent: 'specification',
    weight: 5,
    form: '\\b(?:torque|set ?points?|trip (?:point|level|value|setting)|rated|nominal|maximum|minimum|allowable|permissible|permitted|specified|specification|interval|tolerance|clearance|max\\.?|min\\.?)\\b',
  },
  { intent: 'procedure', weight: 4, form: '\\bhow (?:do|does|can|should|must|to) ' },
  { intent: 'specification', weight: 3, form: '\\bwhat (?:is|are|was) the\\b|\\bwhat \\S+ (?:is|are|must|should|does)\\b' },
  {
    intent: 'alarm-code',
    weight: 7,
    form: '\\b(?:what does|what do|what is|meaning of|mean|means|stand for|signif(?:y|ies)|indicate[sd]?)\\b(?=.*\\b(?:alarm|fault|error|code|trip)\\b)|\\b(?:alarm|fault|error|trip) (?:code )?\\S*\\d\\S*\\b',
  },
  {
    intent: 'definition',
    weight: 6,
    form: '\\b(?:what does \\S+(?: \\S+)? (?:mean|stand for)|what is (?:an? )?(?:meant by )|defin(?:e|ition)|meaning of|abbreviation|acronym|stands? for|what is an? )\\b',
  },
  {
    intent: 'topology',
    weight: 8,
    form: '\\b(?:connected to|upstream|downstream|feeds?|fed (?:by|from)|which line|what line|piped to|supplies|flows? (?:into|from))\\b',
  },
  {
    intent: 'similar-cases',
    weight: 8,
    form: '\\b(?:similar (?:cases?|failures?|problems?|faults?)|has this happened|seen this before|comparable)\\b',
  },
  { intent: 'pattern', weight: 8, form: '\\b(?:trend|pattern|correlat\\S+|recurring|seasonal|tend to)\\b' },
  {
    intent: 'sensor-for-mode',
    weight: 8,
    form: '\\bwhich (?:sensor|instrument|measurement)s? (?:\\S+ ){0,3}?(?:detect|show|indicate|monitor|see)\\b',
  },
];
