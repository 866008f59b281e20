import type { DrawingAsking } from '../drawing-asking-words.ts';

const FEEDS =
  '(?:feeds?|suppl(?:y|ies)|serves?|flows? (?:in)?to|leads? (?:in)?to|discharges? (?:in)?to|delivers? (?:in)?to|goes? (?:in)?to|runs? (?:in)?to|drains? (?:in)?to)';
const WHO = '(?:what|who|where|which(?: \\w+){1,2})';
const LISTED = '(?:list|show|name|give|which|what|all)\\b[^@]*';
const BREAKERS = '(?:breakers?|disconnectors?|isolators?|isolating switch(?:es)?)';
const PARTS = '(?:isolat\\w+|de-?energi[sz]\\w*|disconnects?|open(?:ed)?|(?:switch|turn)(?:es|ed|s)? off|cuts? (?:off )?(?:the )?power)';
const ON_SHEET = '[^@]*\\b(?:on|of|in)\\b[^@]*@';

/** How questions of drawings are worded in English; `@` stands for a code. */
export const DRAWING_ASKING_EN: DrawingAsking = {
  changes: ['\\b(?:chang\\w*|differ\\w*|modif\\w+|revised)\\b.*@', '@.*\\b(?:chang\\w*|differ\\w*|modif\\w+|revised)\\b'],
  isolation: [
    '\\bvalves?\\b.*\\b(?:isolat\\w+|shut(?:s|ting)? off|shut-off|block(?:s|ing)? (?:in|off)|close[sd]? off|cut(?:s|ting)? off).*@',
    '\\b(?:isolat\\w+|shut-?off|block(?:ing)?|cut-?off)\\b[^@]*\\bvalves?\\b.*@',
    '@.*\\bisolat\\w+[^@]*\\bvalves?\\b',
  ],
  'breaker-isolation': [
    `\\b${BREAKERS}\\b.*\\b${PARTS}\\b.*@`,
    `\\b${PARTS}\\b[^@]*@.*\\b${BREAKERS}\\b`,
    `@.*\\b${PARTS}\\b[^@]*\\b${BREAKERS}\\b`,
    `\\b${PARTS}\\b[^@]*\\b${BREAKERS}\\b[^@]*@`,
  ],
  'controlled-by': [
    `\\b${WHO} (?:controls?|actuates?|operates?|acts on|sets) (?:valve )?@`,
    '@ (?:is )?controlled (?:by|from)',
    '\\bis (?:valve )?@ controlled\\b',
  ],
  controls: [
    '\\b(?:does|do|is|will) (?:\\w+ ){0,2}@ (?:\\w+ and )?(?:control|actuate|operate|act on|set)\\b',
    '@ (?:\\w+ and )?controls? (?:what|which)\\b',
  ],
  measures: [
    '\\b(?:does|do|is) (?:\\w+ ){0,2}@ (?:\\w+ and )?(?:measur|indicat|sens|monitor|read|transmit)',
    '@ (?:\\w+ and )?(?:measures?|indicates?|monitors?) (?:what|which)\\b',
    '\\bwhere (?:does|is) (?:\\w+ ){0,2}@ (?:take|measur|get its signal)',
  ],
  'loop-of': ['\\b(?:which|what) (?:\\w+ )?loops? (?!@)[^@]*@', '@[^@]*\\b(?:which|what) (?:\\w+ )?loop\\b'],
  'in-loop': ['\\b(?:instruments?|members?|parts?|what|which|who|list|show)\\b[^@]*\\bloop (?:no\\.? |number )?@'],
  'power-from': [
    `\\b${WHO} (?:directly )?(?:powers?|energi[sz]es) (?:\\w+ ){0,2}@`,
    `\\b${WHO} (?:feeds?|suppl(?:y|ies)|gives?|provides?) (?:electric(?:al)? )?(?:power|electricity|current) (?:to|for) (?:\\w+ ){0,2}@`,
    '\\b(?:is|are) (?:\\w+ ){0,2}@ (?:powered|energi[sz]ed)\\b',
    '@ (?:is |gets? |being )?(?:powered|energi[sz]ed) (?:by|from)',
    '\\bwhere does (?:\\w+ ){0,2}@ (?:get|take|draw|receive) (?:its )?(?:electric(?:al)? )?(?:power|electricity|current)',
  ],
  'power-to': [
    `\\b${WHO} (?:does|do|is|are|will) (?:\\w+ ){0,2}@ (?:power|energi[sz]e)\\b`,
    '\\b(?:is|are|gets?) (?:directly )?(?:powered|energi[sz]ed) (?:by|from) (?:\\w+ ){0,2}@',
    '\\b(?:what|which|list|show) (?:\\w+ ){0,2}loads\\b[^@]*@',
  ],
  upstream: [
    '\\bupstream (?:of|from) (?:\\w+ ){0,2}@',
    `\\b${WHO} (?:directly )?${FEEDS} (?:\\w+ ){0,2}@`,
    '@ (?:is |get |being )?(?:fed|supplied) (?:by|from|with|out of)',
    '\\b(?:is|are) (?:\\w+ ){0,2}@ (?:fed|supplied)\\b',
    `\\bfrom (?:where|what|which \\w+) (?:is|does) @`,
    '\\bwhere does @ (?:get|take|draw|receive|come)',
    '\\b(?:comes?|stands?|sits?|is|are) (?:directly )?(?:before|ahead of|in front of) @',
  ],
  downstream: [
    '\\bdownstream (?:of|from) (?:\\w+ ){0,2}@',
    `\\b${WHO} (?:does|do|is|are|will) (?:\\w+ ){0,2}@ ${FEEDS}`,
    '\\bwhere (?:does|do) (?:\\w+ ){0,2}@ (?:discharge|deliver|flow|go|lead|feed|pump|supply|drain|run)',
    '\\bwhat (?:does|do) (?:\\w+ ){0,2}@ (?:discharge|deliver|flow|lead|pump) ?(?:in)?to',
    '\\b(?:is|are|gets?) (?:directly )?(?:fed|supplied) (?:by|from) @',
    '\\b(?:comes?|stands?|sits?|is|are) (?:directly )?(?:after|behind|beyond) @',
  ],
  instruments: [
    `\\b${LISTED}\\b(?:instruments?|sensors?|transmitters?|gauges?)\\b${ON_SHEET}`,
    '\\b(?:what|which (?:\\w+ )?(?:instrument|sensor|transmitter|gauge)s?|who) (?:measures?|monitors?|indicates?) (?:\\w+ ){0,2}@',
  ],
  valves: [`\\b${LISTED}\\bvalves?\\b${ON_SHEET}`],
  equipment: [`\\b${LISTED}\\b(?:equipment|machines?|apparatus|vessels and pumps)\\b${ON_SHEET}`],
  breakers: [`\\b${LISTED}\\b(?:circuit[- ])?breakers?\\b${ON_SHEET}`],
  motors: [`\\b${LISTED}\\bmotors?\\b${ON_SHEET}`],
  neighbours: [
    '\\bconnect(?:ed|s)? (?:up )?(?:to|with) (?:\\w+ ){0,2}@',
    '@ (?:is |are )?connect(?:ed|s)?\\b',
    '\\b(?:next|adjacent) to @',
    '\\bpiped to @',
  ],
};
