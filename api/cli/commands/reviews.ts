import type { Command } from 'commander';
import {
  decideReview,
  getPassages,
  getReview,
  type ListedDecision,
  listDecisions,
  listReviews,
  makeDecision,
  previewDecision,
  undoDecision,
  workJobs,
} from '../../../app/index.ts';
import {
  COLUMN_ROLES,
  DECISION_KINDS,
  FaultlineError,
  parseDecisionId,
  parseReviewId,
  REVIEW_KINDS,
  type Review,
  type ReviewId,
} from '../../../kernel/index.ts';
import { presentDecision, presentReview } from '../../contract/present-decision.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeEffect } from '../describe-effect.ts';
import { describeDecision, describeReview, describeTouches } from '../describe-review.ts';
import { readCount } from '../read-count.ts';
import { readPlace } from '../read-place.ts';

interface ListOptions extends CommonOptions {
  readonly kind?: string;
  readonly state?: string;
  readonly decision?: string;
  readonly limit: string;
}

interface DecideOptions extends CommonOptions {
  readonly proposal?: string;
  readonly role?: string;
  readonly unit?: string;
  readonly expected?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
}

const STATES = ['open', 'decided'] as const;

/** The queue of what needs a person, and what people decided. */
export function addReviews(program: Command, line: CommandLine): void {
  const reviews = program.command('reviews').description('what needs a person: names, links and facts to decide, and what was decided');

  reviews
    .command('list', { isDefault: true })
    .description('what is to be decided, what touches most first')
    .option('--kind <kind>', REVIEW_KINDS.join(', '))
    .option('--state <state>', 'open or decided')
    .option('--decision <kind>', `on which such a decision is in force: ${DECISION_KINDS.join(', ')}`)
    .option('--limit <count>', 'reviews at most', '100')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const filter = readFilter(options);
      const { reviews: found, total } = await withApplication(options, (application, caller) => listReviews(application, caller, filter));
      if (options.json === true) return printJson(line, found.map(presentReview));
      for (const review of found) line.out(`${review.id}  ${review.state}  ${describeTouches(review)}  ${describeReview(review)}\n`);
      if (found.length === 0) line.out('nothing to decide\n');
      if (found.length < total) line.out(`${found.length} of ${total}; --limit ${total} shows all\n`);
    });

  reviews
    .command('show')
    .argument('<review>', 'id of a review')
    .description('one review with its evidence and numbered proposals')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const id = readReviewId(text);
      const review = await withApplication(options, (application, caller) => getReview(application, caller, id));
      if (options.json === true) return printJson(line, presentReview(review));
      printReview(line, review);
    });

  reviews
    .command('decide')
    .argument('<review>', 'id of a review')
    .option('--proposal <number>', 'number of the proposal, as `reviews show` counts them')
    .option('--role <role>', 'what the column in question means')
    .option('--expected <text>', 'words that a right answer has in it, of an answer that was at fault')
    .option('--unit <unit>', 'unit of the plain numbers of the column in question')
    .option('--reason <text>', 'why, for those who read it later; not needed with --dry-run')
    .option('--dry-run', 'tell what would change, and decide nothing')
    .description('settle a review by one of its proposals, or by what its column means')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecideOptions>();
      const id = readReviewId(text);
      if (options.dryRun === true) {
        const effect = await withApplication(options, async (application, caller) =>
          previewDecision(application, caller, { decision: chosen(await getReview(application, caller, id), options) }, line.signal),
        );
        return options.json === true ? printJson(line, effect) : line.out(describeEffect(effect));
      }
      const { reason } = options;
      if (reason === undefined) throw new FaultlineError('invalid-request', 'Give --reason, or --dry-run to see what would change.');
      const decided = await withApplication(options, async (application, caller) => {
        const decision = chosen(await getReview(application, caller, id), options);
        const made = await decideReview(application, caller, { review: id, decision, reason }, line.signal);
        await workJobs(application, {}, line.signal);
        return made;
      });
      if (options.json === true) {
        return printJson(line, { decision: presentDecision(decided.decision), review: presentReview(decided.review) });
      }
      printDecision(line, decided.decision);
      line.out(`the review is ${decided.review.state}\n`);
    });

  reviews
    .command('correct')
    .argument('<place>', 'PASSAGE_ID:START-END of the misread words, as printed with an answer; in a row, of one cell')
    .argument('<text>', 'what should stand there')
    .requiredOption('--reason <text>', 'why, for those who read it later')
    .description('say what misread words should read; the document is read again with it')
    .action(async (place: string, text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly reason: string }>();
      const { id, span } = readPlace(place);
      if (span === undefined) throw new FaultlineError('invalid-request', 'Give the place of the words too: PASSAGE_ID:START-END.');
      const made = await withApplication(options, async (application, caller) => {
        const [stored] = await getPassages(application, caller, [id]);
        if (stored === undefined) throw new FaultlineError('not-found', 'There is no such passage, or you may not read it.');
        const { passage } = stored;
        const read = passage.text.slice(span.start, span.end);
        const decision = { kind: 'correct-text', version: passage.versionId, passage: id, ...span, read, text } as const;
        const decided = await makeDecision(application, caller, { decision, reason: options.reason }, line.signal);
        await workJobs(application, {}, line.signal);
        return decided;
      });
      if (options.json === true) return printJson(line, presentDecision(made));
      printDecision(line, made);
    });

  reviews
    .command('undo')
    .argument('<decision>', 'id of a decision')
    .requiredOption('--reason <text>', 'why, for those who read it later')
    .description('take a decision back')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly reason: string }>();
      const id = parseDecisionId(text);
      if (id === undefined)
        throw new FaultlineError('invalid-request', `"${text}" is no decision id; \`faultline reviews decisions\` lists them.`);
      const undone = await withApplication(options, async (application, caller) => {
        const made = await undoDecision(application, caller, { id, reason: options.reason }, line.signal);
        await workJobs(application, {}, line.signal);
        return made;
      });
      if (options.json === true) return printJson(line, presentDecision(undone));
      printDecision(line, undone);
    });

  reviews
    .command('decisions')
    .description('what people decided, newest first')
    .option('--limit <count>', 'decisions at most', '100')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly limit: string }>();
      const limit = readCount(options.limit, '--limit');
      const found = await withApplication(options, (application, caller) => listDecisions(application, caller, { limit }));
      if (options.json === true) return printJson(line, found.map(presentDecision));
      for (const made of found) printDecision(line, made);
    });
}

/** The decision that the options name. @throws FaultlineError `invalid-request`. */
function chosen(
  { id, subject, proposals }: Review,
  { proposal, role, unit, expected }: DecideOptions,
): Parameters<typeof decideReview>[2]['decision'] {
  if (role !== undefined || unit !== undefined) {
    const known = COLUMN_ROLES.find((one) => one === role);
    if (subject.kind !== 'doubtful-column') throw new FaultlineError('invalid-request', 'Only a column has a role and a unit.');
    if (role !== undefined && known === undefined) {
      throw new FaultlineError('invalid-request', `"${role}" is no role of a column; choose one of ${COLUMN_ROLES.join(', ')}.`);
    }
    const { version, table, column } = subject;
    return {
      kind: 'correct-column',
      version,
      table,
      column,
      ...(known === undefined ? {} : { role: known }),
      ...(unit === undefined ? {} : { unit }),
    };
  }
  if (proposal === undefined) throw new FaultlineError('invalid-request', 'Give --proposal, or --role or --unit for a column.');
  const decision = proposals[readCount(proposal, '--proposal') - 1];
  if (decision === undefined || decision.kind === 'undo') {
    throw new FaultlineError('invalid-request', `The review has no proposal ${proposal}; \`faultline reviews show ${id}\` lists them.`);
  }
  if (expected === undefined) return decision;
  if (decision.kind !== 'judge-answer' || decision.outcome !== 'confirmed' || expected.trim() === '') {
    throw new FaultlineError('invalid-request', '--expected goes with the proposal that an answer was at fault, and names words.');
  }
  return { ...decision, expected: expected.trim() };
}

function printReview(line: CommandLine, review: Review): void {
  line.out(`${review.id}  ${review.state}  ${describeTouches(review)}\n${describeReview(review)}\n`);
  for (const { title, quote, passageId } of review.evidence) line.out(`  ${title}: "${quote}"  (${passageId})\n`);
  for (const [index, proposal] of review.proposals.entries()) line.out(`  ${index + 1}. ${describeDecision(proposal, review)}\n`);
  for (const made of review.decisions) {
    const said = `${describeDecision(made.decision, review)} (${made.reason})`;
    line.out(`  decided by ${made.actor} at ${new Date(made.at).toISOString()}: ${said}; \`reviews undo ${made.id}\` takes it back\n`);
  }
}

function printDecision(line: CommandLine, made: ListedDecision): void {
  const state = made.dormant ? `${made.state}, dormant` : made.state;
  line.out(
    `${made.id}  ${state}  ${new Date(made.at).toISOString()}  ${made.actor}: ${describeDecision(made.decision)} (${made.reason})\n`,
  );
}

function readFilter({ kind, state, decision, limit }: ListOptions): Parameters<typeof listReviews>[2] {
  const known = REVIEW_KINDS.find((one) => one === kind);
  if (kind !== undefined && known === undefined) {
    throw new FaultlineError('invalid-request', `There are no reviews "${kind}"; choose one of ${REVIEW_KINDS.join(', ')}.`);
  }
  const asked = STATES.find((one) => one === state);
  if (state !== undefined && asked === undefined) {
    throw new FaultlineError('invalid-request', `A review is ${STATES.join(' or ')}, not "${state}".`);
  }
  const made = DECISION_KINDS.find((one) => one === decision);
  if (decision !== undefined && made === undefined) {
    throw new FaultlineError('invalid-request', `Nobody decides "${decision}"; choose one of ${DECISION_KINDS.join(', ')}.`);
  }
  return {
    limit: readCount(limit, '--limit'),
    ...(known === undefined ? {} : { kind: known }),
    ...(asked === undefined ? {} : { state: asked }),
    ...(made === undefined ? {} : { decision: made }),
  };
}

function readReviewId(text: string): ReviewId {
  const id = parseReviewId(text);
  if (id === undefined) throw new FaultlineError('invalid-request', `"${text}" is no review id; \`faultline reviews\` lists them.`);
  return id;
}
