/** English words that carry the form of a question and no subject: evidence need not account for them. */
export const FUNCTION_WORDS = `
  a an the this that these those there here it its they them their he she his her i me my we us our you your
  one ones someone anyone is are was were be been being am do does did done doing have has had having can could may might must
  shall should will would ought need needs needed what which who whom whose when where why how whether if then than else so as at by
  for from in into of on off onto out over under up down to too with within without about above below between among during after before
  again once per via and or but nor not no yes also both each every all any some most more less least many much few lot
  lots very just only still such same other others another own please tell give list name say says said get got go goes make makes takes put
  let know want like use used using according manual document documents documentation documented handbook exactly approximately allowed permitted record records recorded history count total sum average
  last latest recent since because given assuming due although though while until unless don't doesn't isn't aren't can't what's s t came comes
  come allow allows permit hold holds look saw see seen show find found take carry carried along kind`;

/** English nouns and verbs by which an intent is asked: in a question of that intent they are no subject, in others they are. */
export const ASKING_WORDS: Readonly<Record<string, string>> = {
  'cause-of-symptom':
    'cause causes caused causing lead leads led leading reason reasons possible probable likely wrong problem problems issue happen happens happened happening occur occurs occurred shown shows show failure failures fail fails failed error errors trigger triggers triggered trips found find finding noticed notice detected',
  remedy:
    'remedy remedies fix fixed solve solved solution correct corrected corrective action actions respond response countermeasure deal handle problem problems cause causes caused reason reasons happen happens happened failure failures fail fails failed error errors shown shows display displays displayed found',
  'next-check':
    'check checks checked first next problem problems cause causes caused reason reasons happen happens happened failure failures fail fails failed error errors shown shows display displays displayed',
  'alarm-code':
    'mean means meaning meant indicate indicates indicated stand stands signify signifies called error errors code codes cause causes caused reason reasons remedy remedies fix fixed correct corrective action actions respond response trigger triggers triggered trips display displays displayed shown shows happen happens happened occur occurs occurred check checks checked first next failure failures',
  definition:
    'mean means meaning meant stand stands define definition signify signifies called abbreviation indicate indicates indicated code codes',
  procedure:
    'procedure procedures step steps sequence order instruction instructions process way perform performed carry carried execute executed complete completed follow followed start-to-finish correct proper',
  specification:
    'value values figure number numbers amount quantity set setpoint point long often frequently interval time times exceed exceeds exceeded exceeding correct right proper required specified recommended deep',
  'part-or-tool':
    'parts part tools tool spare spares order ordering ordered buy belong belongs number numbers code codes take along bring quantity kind',
  'safety-isolation': 'step steps procedure procedures wait long time',
  'where-drawn': 'drawn drawing drawings sheet sheets shown depicted depicts p&id',
  'find-document': 'described written stated page section table number procedure instructions',
};

/** English words for whatever a plant is made of and whoever works there: beside a name or another word they narrow nothing down. */
export const GENERIC_NOUNS = 'equipment machine plant site technician operator operators unit';

/** Forms that ask for a measure by an adjective. */
export const DEGREE_FORMS = String.raw`\bhow (?:high|low|hot|cold|warm|fast|heavy|far|tight|tightly|large|big|small|deep|thick|wide|loud)\b`;
