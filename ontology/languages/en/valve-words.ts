import type { ValveWords } from '../valve-words.ts';

export const EN_VALVE_WORDS: ValveWords = {
  valve: String.raw`\bvalves?\b`,
  position: String.raw`\bnormal (?:valve )?(?:position|state)s?\b|\b(?:open|closed|shut) or (?:normally )?(?:open|closed|shut)\b`,
  open: String.raw`\bnormally open(?:ed)?\b|\bn\.o\.(?!\w)`,
  closed: String.raw`\bnormally (?:closed|shut)\b|\bn\.c\.(?!\w)`,
  'locked-open': String.raw`\b(?:locked|(?:car[ -])?sealed) open\b`,
  'locked-closed': String.raw`\b(?:locked|(?:car[ -])?sealed) (?:closed|shut)\b`,
  'fails-open': String.raw`\bfail(?:s|ing)?[ -](?:safe )?open\b`,
  'fails-closed': String.raw`\bfail(?:s|ing)?[ -](?:safe )?(?:closed?|shut)\b`,
};
