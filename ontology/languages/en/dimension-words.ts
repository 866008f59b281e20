import type { DimensionForms, PlainDimensionForms } from '../language.ts';

/** English wordings that leave no doubt which kind of value is asked for. */
export const PLAIN_DIMENSION_FORMS: PlainDimensionForms = {
  time: String.raw`\bhow (?:often|long|frequently)\b|\binterval\b|\bafter how many hours\b`,
  torque: String.raw`\btorque|\bhow tight|tightened to`,
  temperature: String.raw`\bhow (?:hot|cold|warm)\b`,
  mass: String.raw`\bhow heavy\b`,
  'rotational-speed': String.raw`\bhow fast\b`,
};

/** English words by which people ask for a value of some physical kind. */
export const DIMENSION_FORMS: DimensionForms = {
  torque: String.raw`torque|\btight(?:en|ened|ly|ening)?\b`,
  pressure: 'pressure',
  temperature: String.raw`temperature|\bhow (?:hot|cold|warm)\b|\btemp\b`,
  'volume-flow': String.raw`\bflow\b|flow ?rate|\bcapacity\b|throughput|delivery rate`,
  'rotational-speed': String.raw`\bspeed\b|\brpm\b|how fast`,
  voltage: String.raw`voltage|\bvolts?\b`,
  current: String.raw`\bcurrent\b|\bamps?\b|amperes?`,
  power: String.raw`\bpower\b|\bkilowatts?\b`,
  frequency: String.raw`\bfrequency\b|\bhertz\b`,
  velocity: 'vibration|velocity',
  'sound-level': 'noise|sound',
  mass: String.raw`weight|\bmass\b|how heavy`,
  volume: String.raw`volume|\bhow much (?:\S+ )?(?:oil|grease|coolant|fluid|water|lubricant)\b|\bquantity\b|oil (?:quantity|charge|fill)|litres|liters`,
  length: String.raw`clearance|\bgap\b|length|distance|diameter|thickness|width|height|depth|run-?out|misalignment|alignment|\bhead\b|npsh|deflection|backlash|end play|float|tolerance`,
  time: String.raw`how (?:long|often|frequently)|interval|period|duration|\bevery\b|hours?\b|days?\b|months?\b|delay|\btime\b|when (?:must|should|is|are)`,
  ratio: 'percent|efficiency|humidity|ratio|slip|opening',
  viscosity: 'viscosity',
  'mass of grease': 'grease (?:quantity|amount)|how much grease',
  resistance: 'resistance',
  money: String.raw`\bcosts?\b|\bprice\b`,
  density: 'density',
  force: String.raw`\bforce\b|\btension\b`,
  concentration: 'concentration',
  angle: String.raw`\bangle\b`,
};
