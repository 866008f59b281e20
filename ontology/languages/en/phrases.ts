import type { KeptKind, Phrases } from '../phrases.ts';

const KEPT: Readonly<Record<KeptKind, string>> = {
  asset: 'the equipment',
  product: 'the product',
  document: 'the document',
  code: 'the code',
  subject: 'the subject',
  fault: 'the fault',
  time: 'the time',
  question: 'the question',
};

export const EN_PHRASES: Phrases = {
  list: (names) => names.join(', '),
  about: (subject, question) => `${subject}: ${question}`,
  stance: (isYes) => (isYes ? 'Yes.' : 'No.'),
  notVerified: () => 'What was found did not pass the check, so nothing is answered.',
  nothingRead: () => 'No document that you may read has been read here yet. Send documents first (`faultline ingest <folder>`).',
  stillBeingRead: (files, more) =>
    `Still being read, and not looked through yet: ${files.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Ask again when they are.`,
  nothingFound: () => 'Nothing was found that could answer this. Try other words, or the name or code as the documents have it.',
  readUnsurely: () =>
    'What comes nearest was recognised in a picture, and not surely enough to be taken for a value. Compare it with the picture of its page.',
  readFromScan: (confidence) => `read from a scan, confidence ${Math.round(confidence * 100)} %`,
  repairedSign: (recognised, text) => `“${recognised}” was recognised, “${text}” is meant`,
  onlyNear: (what, lost) =>
    `${what === '' ? '' : `No document mentions “${what}”. `}${lost.length === 0 ? '' : `No place that is quoted names all that is asked about; not named: ${lost.map((one) => `“${one}”`).join(', ')}. `}Nothing was found that surely answers this. What comes nearest is quoted; whether it answers is for you to judge.`,
  falsePremise: () => 'The question takes something for granted that the documents deny; what they say is quoted.',
  damagedSource: (titles) =>
    `What ${titles.map((title) => `“${title}”`).join(', ')} says on this was changed or damaged where it is kept and is no longer what was read, so nothing is answered. Have the document read again, send it again, or restore a backup.`,
  unreadEnd: (document, name) =>
    `“${name}” in “${document}” is too long to be read to its end. Steps or warnings could be missing, so nothing is answered: read it in the document.`,
  nothingAbout: (what, nearest) =>
    `${what === '' ? 'The documents do not answer this.' : `The documents say nothing about “${what}”.`}${nearest ? ' What comes nearest is quoted.' : ''}`,
  noProcedure: (asked) => `The documents give no procedure for “${asked}”.`,
  severalProcedures: (asked, titles) => `More than one procedure may be meant by “${asked}”: ${titles.join('; ')}.`,
  noIsolationSteps: () =>
    'The documents give these points and no steps for isolating. A list of points is no procedure: how to prove that the machine is dead and cannot start has to come from elsewhere before work begins.',
  stepsForOthers: (titles) => `There are steps for other equipment only: ${titles.join('; ')}.`,
  onlyForOthers: (owners, asked) =>
    `The documents give this for ${owners.length > 0 ? owners.join(', ') : 'other equipment'}, not for ${asked.join(', ')}.`,
  faultsOfOthers: (owners, asked) =>
    `No table of faults is documented for ${asked.join(', ')}. Such a fault is documented for another machine: ${owners.join(', ')}. Its causes are not told as those of ${asked.join(', ')}.`,
  unknownCode: (code, near) => `No document knows ${code}.${near.length === 0 ? '' : ` Similar codes: ${near.join(', ')}.`}`,
  understood: (question, kept) =>
    `Understood as “${question}”: ${kept.map(({ kind, text }) => `${KEPT[kind]} “${text}”`).join(' and ')} ${kept.length > 1 ? 'are' : 'is'} taken from this conversation.`,
  unclear: (several) =>
    several
      ? 'Several things were spoken of; which of them is meant is not clear.'
      : 'What the question is about is not clear from what was asked before; please name it.',
  earlierOrders: () => 'No document tells this of the fault. When it was seen on this machine before, the log says:',
  noCauses: () =>
    'No table of faults or alarms was found that lists causes for this. Name the symptom or code as the documents do, or ask a question.',
  allRuledOut: () => 'Every cause that the documents list was ruled out. What it is stands in none of them that was found.',
  noCheckLeft: () => 'Every check was made, and more than one cause is left.',
  spent: ({ currency, spent, budget, calls, notMade, notMadeMost }) => {
    const bound = budget === undefined ? '' : ` of at most ${budget} ${currency}`;
    const left = notMade === 0 ? '' : `; not made, since over budget: ${notMade}, which would have cost at most ${notMadeMost} ${currency}`;
    return `language model: ${spent} ${currency}${bound}, calls: ${calls}${left}`;
  },
  worded: ({ model, said, kept, cut, quoted }) =>
    `${kept === 0 ? `In the words of the documents: none of the ${said} sentences of ${model} may stand.` : `Worded by ${model}: ${kept} of ${said} sentences passed the check.`}${cut === 0 ? '' : ` Left out because the sources do not say it: ${cut}, of which ${quoted} as quotes.`}`,
  originNotice: (origin) =>
    origin === 'model'
      ? 'AI-generated: sentences marked so were worded by a language model from the cited documents and checked by program; the rest is quoted or computed.'
      : 'Quotation: the words of the cited documents, with figures and notes by program; nothing is worded by a language model.',
  drawnFromText: () => 'Drawn from the text that was read; no facsimile of the document.',
  diagnosis: {
    causes: 'Documented causes',
    next: 'Look at next',
    lookFor: (causes) => `Is it this: ${causes.join('; ')}?`,
    effort: { look: 'a look', measure: 'a measurement', handle: 'hands on the stopped machine', dismantle: 'taking it apart' },
    standing: { open: 'open', found: 'found', 'ruled-out': 'ruled out', 'not-checked': 'not checked' },
    asListed: 'in the order of the document',
    remedy: 'Remedy',
    procedure: 'Procedure',
    seen: 'What was seen',
    outcome: { found: 'found', 'not-found': 'not found', unclear: 'could not be told' },
    states: { open: 'Not yet found', found: 'Cause found', exhausted: 'Every documented cause was ruled out' },
    earlier: (atLeast) => `seen in at least ${atLeast} earlier ${atLeast === 1 ? 'order' : 'orders'}`,
  },
  headings: {
    answered: 'Answer',
    clarify: 'Which one do you mean?',
    nearest: 'No sure answer; nearest passages',
    abstained: 'No answer',
    safety: 'Safety',
    conflict: 'Another document says otherwise',
    sources: 'Sources',
    computed: 'computed over',
    rows: 'rows',
    corrected: 'corrected by',
    generated: 'AI-generated',
  },
};
