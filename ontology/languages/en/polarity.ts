import type { PolarityForms } from '../polarity-sets.ts';

/** Members of the polarity sets in English, as pattern sources on folded text; each is held to whole words. */
export const POLARITY: PolarityForms = {
  bound: {
    maximum: [
      'max(?:imum|imal|\\.)?',
      'highest',
      'largest',
      'greatest',
      'longest',
      'upper limit',
      'at most',
      'no more than',
      '(?:not|never) (?:be )?exceed(?:ed|ing)?',
    ],
    minimum: [
      '(?<!\\d\\s?)min(?:imum|imal|\\.)?',
      'lowest',
      'smallest',
      'shortest',
      'lower limit',
      'at least',
      'no(?:t)? (?:be )?(?:less|lower) than',
      '(?:not|never) (?:be |fall )?below',
    ],
    rated: ['rated', 'rating', 'nominal'],
    normal: ['normal'],
    limit: ['(?<!upper |lower )limits?', 'limiting', '(?:permi(?:ssible|tted)|allow(?:able|ed))'],
  },
  level: { high: ['high', 'above', 'excessive'], low: ['low', 'below', 'insufficient'] },
  'set-point': { alarm: ['alarms?'], trip: ['trips?', 'tripped', 'tripping'] },
  order: { first: ['first', 'initial'], last: ['last', 'final'] },
  time: { before: ['before', 'prior to'], after: ['after'] },
  opening: {
    open: ['open(?:s|ed|ing)?'],
    closed: ['clos(?:e|es|ed|ing)', 'shut(?:s|ting)?(?!(?: |-)?(?:down|off))'],
  },
  contact: { 'normally-open': ['normally open'], 'normally-closed': ['normally closed'] },
  assembly: {
    install: [
      '(?:re)?install(?:s|ed|ing|ation)?',
      'fit(?:s|ted)?',
      '(?:re)?assembl(?:e|es|ed|ing|y)',
      'mount(?:s|ed|ing)?',
      'refit(?:s|ted|ting)?',
    ],
    remove: ['remov(?:e|es|ed|ing|al)', 'dis(?:mount|assembl)(?:e|es|ed|ing|y|s)?', 'dismantl(?:e|es|ed|ing)'],
  },
  tightness: { tighten: ['(?:re)?tighten(?:s|ed|ing)?'], loosen: ['loosen(?:s|ed|ing)?', 'slacken(?:s|ed|ing)?'] },
  change: {
    increase: ['increas(?:e|es|ed|ing)', 'rais(?:e|es|ed|ing)', 'higher', 'ris(?:e|es|ing)'],
    decrease: ['decreas(?:e|es|ed|ing)', 'reduc(?:e|es|ed|ing)', 'lower(?:s|ed|ing)?', 'falls?', 'drops?'],
  },
  run: {
    start: ['(?:re)?start(?:s|ed|ing)?(?!-to-)(?:(?: |-)?up)?', 'switch(?:ed|ing)? on'],
    stop: ['stop(?:s|ped|ping)?', 'shut(?:ting)?(?: |-)?down', 'shut(?:ting)? off', 'switch(?:ed|ing)? off'],
  },
  power: {
    on: ['on(?= position)', 'switch(?:ed|ing)? on', 'turn(?:ed|ing)? on', 'energi[sz](?:e|es|ed|ing)'],
    off: ['switch(?:ed|ing)? off', 'turn(?:ed|ing)? off', 'de-?energi[sz](?:e|es|ed|ing)'],
  },
  filling: {
    fill: ['(?:re)?fill(?:s|ed|ing)?'],
    drain: ['drain(?:s|ed|ing)?', 'empt(?:y|ies|ied|ying)'],
  },
  passage: { inlet: ['inlet', 'suction', 'intake'], outlet: ['outlet', 'discharge'] },
  circuit: { supply: ['supply'], return: ['return'] },
  side: { left: ['left(?:-hand)?(?= (?!for|open|closed|in|on|to|until)\\p{L}|$)'], right: ['right(?:-hand)?(?! away)'] },
  face: { front: ['front'], rear: ['rear', 'back(?= side| cover| plate| panel)'] },
  height: { upper: ['upper', 'top'], lower: ['lower(?! than)', 'bottom'] },
  depth: { inner: ['inner', 'inside', 'internal'], outer: ['outer', 'outside', 'external'] },
  end: {
    'drive-end': ['(?<!non(?:-| ))drive(?: |-)end', '(?<!n)de(?= bearing| side)'],
    'non-drive-end': ['non(?:-| )drive(?: |-)end', 'nde'],
  },
  rotation: { clockwise: ['(?<!counter|anti)(?<!counter-|anti-)clockwise'], counterclockwise: ['(?:counter|anti)-?clockwise'] },
  direction: { axial: ['axial(?:ly)?'], radial: ['radial(?:ly)?'] },
  attitude: { horizontal: ['horizontal(?:ly)?'], vertical: ['vertical(?:ly)?'] },
  heat: { hot: ['hot', 'warm', 'over-?heat(?:s|ed|ing)?'], cold: ['cold'] },
  moisture: { wet: ['wet'], dry: ['dry'] },
  load: { 'no-load': ['no(?: |-)load', 'without load', 'unloaded'], 'full-load': ['full(?: |-)load'] },
  current: { alternating: ['a\\.?c\\.?'], direct: ['d\\.?c\\.?'] },
  control: {
    manual: ['manual(?:ly)?(?= mode| operation| start| stop| valve| control| reset)', 'by hand'],
    automatic: ['automatic(?:ally)?'],
  },
  place: { local: ['local(?:ly)?'], remote: ['remote(?:ly)?'] },
  season: { summer: ['summer'], winter: ['winter'] },
};

/** Words before a member that deny it. */
export const DENIAL = '(?:not|never|no longer|without)(?: be| been| being| the| a| an)*';
