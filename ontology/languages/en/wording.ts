import type { Wording, WordingForms } from '../language.ts';

/** English wordings. */
export const WORDING: Wording = {
  condition: String.raw`\b(?:if|when|whenever|once|above|below|over|under|exceeds?|exceeding|more than|less than|greater than|up to|at|for|within|after|between)\b`,
  conditionBehind: '',
  means: String.raw`\b(?:means?|stands? for|indicates?|signals?|signifies|mean)\b`,
  asksNumber: String.raw`\b(?:part|order|item|article|material|stock) (?:no\b|num|code)`,
  explains: String.raw`\b(?:means|indicates|signals|signifies|stands for|warns (?:of|that)|is (?:raised|triggered|given|shown|issued) (?:when|if|by))\b`,
  tellsCheck: String.raw`\b(?:check|inspect|verify|measure|examine|test|look)`,
  causal: String.raw`\b(?:because|caused? by|causes?|due to|leads? to|results? in|destroy|damage)`,
  asksParts: String.raw`\bparts?\b|\bspares?\b|\bconsumables?\b`,
  asksTools: String.raw`\btools?\b|\bwrench`,
  isolation: 'isolat|lock ?-?out|locked|tag ?-?out|energy|energis|energiz|padlock',
  isolationSection: 'isolat|lock ?-?out|tag ?-?out|loto',
  alarmWord: '^(?:alarms?|faults?|errors?|trips?|codes?|panel|screen|display)$',
  revision: String.raw`\brev(?:ision|\.)? ?(?<latin>[a-z]|\d+(?:\.\d+)?)\b`,
  wider: String.raw`\b(?:all|any|every|each|other|others|another|overall|whole|plant-?wide|which (?:asset|equipment|machine|pump|motor|unit|device)s?)\b`,
  joint: String.raw`^(?:(?:and|but|then|so|also|now|ok|okay|well)\b[\s,]*)+`,
  emptyOfDimension: String.raw`\b(?:rate|value|limit|level|size|amount|setting|set|required?|rated|nominal)s?\b`,
  clauseEnd: String.raw`(?<=[;；:：,，。!！?？\t])|(?<=[.](?=\s))|(?=\b(?:but|except|unless)\b)`,
  clauseBreak: String.raw`[;；:：,，、。!！?？\t\n()（）/]|\.(?=\s|$)|(?<!\p{L})(?:and|or|but|when|if|while)(?!\p{L})`,
  neutral: String.raw`\bnot only\b|\bno later than\b|\bcannot but\b|\bmay (?:be caused|have|occur)\b`,
  forbid: String.raw`\b(?:must|shall|should|may|can|do|does|are|is) ?(?:not|never)\b|\b(?:don't|mustn't|cannot|can't|shouldn't)\b|\bnever\b|\b(?:prohibited|forbidden|not (?:permitted|allowed))\b`,
  require: String.raw`\b(?:must|shall|have to|has to|required to|is required|are required|always|needs? to)\b`,
  permit: String.raw`\b(?:may|can|allowed|permitted|optional(?:ly)?)\b`,
  courtesy:
    "^(?:hello|hi|thanks?|thank you|you(?:'re| are) welcome|sure|of course|certainly|here (?:is|are)|below (?:is|are)|the (?:answer|following)|i hope|let me know|please let|in summary|to summari[sz]e)",
  notStated: String.raw`\b(?:not (?:stated|mentioned|given|found|specified|contained|covered)|(?:does|do) not (?:say|state|mention|give|contain|specify|cover)|no information|cannot be answered|i (?:do not|don't) know)\b`,
  causes: String.raw`\b(?:causes?|caused(?! by)|leads? to|led to|results? in|resulted in|brings? about)\b`,
  causedBy: String.raw`\b(?:(?:is|are|was|were|be) (?:caused by|due to|the result of)|because(?: of)?|due to|caused by|results? from)\b`,
  rangeSigns: '',
  partsLabel: 'parts?|spares?|consumables?',
  toolsLabel: 'tools?',
};

/** English forms with named groups. */
export const WORDING_FORMS: WordingForms = {
  negatedHead: [
    String.raw`\b(?:not|never|no|without|n't)\s+(?:be |been |being |have |the |a |an |any |to |yet |fully |more )*(?<head>[a-z]{3,})`,
  ],
  framedCause: [],
  precedence: [
    '^(?:first )?(?<first>.+?),? (?:and then|then) (?<second>.+)$',
    '^before (?<second>[^,]+), (?<first>.+)$',
    '^after (?<first>[^,]+), (?<second>.+)$',
    '^(?<first>.+?) before (?<second>.+)$',
    '^(?<second>.+?) after (?<first>.+)$',
  ],
  premise: [
    '(?:^|[.,;:?!] ?)(?:since|given that|given|as|because|considering(?: that)?|knowing that|assuming(?: that)?|now that) (?<claim>[^,?]+),',
    String.raw`(?<claim>[^.?!;]+?),? (?:so|therefore|hence|thus) (?:why|what|how|which|when|where|may|can|should|must|do|is)\b`,
    String.raw`\bwhy (?:is|are|was|were|does|do|did|must|should|can|has|have|shall|may)(?:n't| not)? (?<claim>[^?]+)`,
    String.raw`(?<claim>[^?]+?), (?:right|correct|isn't it|aren't they|doesn't it|is that right|true)\s*\?`,
    '(?:the manual|the document|it) (?:says|states|specifies|requires|allows) (?:that )?(?<claim>[^,?;]+)',
  ],
};
