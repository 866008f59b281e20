import type { Command } from 'commander';
import { decideReview, getReview, type ListedDecision, listDecisions, listReviews, undoDecision } from '../../../app/index.ts';
import { FaultlineError, parseDecisionId, parseReviewId, REVIEW_KINDS, type Review, type ReviewId } from '../../../kernel/index.ts';
import { presentDecision, presentReview } from '../../contract/present-decision.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeDecision, describeReview } from '../describe-review.ts';
import { readCount } from '../read-count.ts';

interface ListOptions extends CommonOptions {
  readonly kind?: string;
  readonly state?: string;
  readonly limit: string;
}

interface DecideOptions extends CommonOptions {
  readonly proposal: string;
  readonly reason: string;
}

const STATES = ['open', 'decided'] as const;

/** The queue of what needs a person, and what people decided. */
export function addReviews(program: Command, line: CommandLine): void {
  const reviews = program.command('reviews').description('what needs a person: names, links and facts to decide, and what was decided');

  reviews
    .command('list', { isDefault: true })
    .description('what is to be decided')
    .option('--kind <kind>', REVIEW_KINDS.join(', '))
    .option('--state <state>', 'open or decided')
    .option('--limit <count>', 'reviews at most', '100')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const filter = readFilter(options);
      const found = await withApplication(options, (application, caller) => listReviews(application, caller, filter));
      if (options.json === true) return printJson(line, found.map(presentReview));
      for (const review of found) line.out(`${review.id}  ${review.state}  ${describeReview(review)}\n`);
      if (found.length === 0) line.out('nothing to decide\n');
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
    .requiredOption('--proposal <number>', 'number of the proposal, as `reviews show` counts them')
    .requiredOption('--reason <text>', 'why, for those who read it later')
    .description('settle a review by one of its proposals')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DecideOptions>();
      const id = readReviewId(text);
      const number = readCount(options.proposal, '--proposal');
      const decided = await withApplication(options, async (application, caller) => {
        const decision = (await getReview(application, caller, id)).proposals[number - 1];
        if (decision === undefined || decision.kind === 'undo') {
          throw new FaultlineError('invalid-request', `The review has no proposal ${number}; \`faultline reviews show ${id}\` lists them.`);
        }
        return decideReview(application, caller, { review: id, decision, reason: options.reason }, line.signal);
      });
      if (options.json === true) {
        return printJson(line, { decision: presentDecision(decided.decision), review: presentReview(decided.review) });
      }
      printDecision(line, decided.decision);
      line.out(`the review is ${decided.review.state}\n`);
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
      const undone = await withApplication(options, (application, caller) =>
        undoDecision(application, caller, { id, reason: options.reason }, line.signal),
      );
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

function printReview(line: CommandLine, review: Review): void {
  line.out(`${review.id}  ${review.state}\n${describeReview(review)}\n`);
  for (const { title, quote, passageId } of review.evidence) line.out(`  ${title}: "${quote}"  (${passageId})\n`);
  for (const [index, proposal] of review.proposals.entries()) line.out(`  ${index + 1}. ${describeDecision(proposal, review)}\n`);
  for (const made of review.decisions) {
    line.out(
      `  decided by ${made.actor} at ${new Date(made.at).toISOString()}: ${describeDecision(made.decision, review)} (${made.reason})\n`,
    );
  }
}

function printDecision(line: CommandLine, made: ListedDecision): void {
  const state = made.dormant ? `${made.state}, dormant` : made.state;
  line.out(
    `${made.id}  ${state}  ${new Date(made.at).toISOString()}  ${made.actor}: ${describeDecision(made.decision)} (${made.reason})\n`,
  );
}

function readFilter({ kind, state, limit }: ListOptions): Parameters<typeof listReviews>[2] {
  const known = REVIEW_KINDS.find((one) => one === kind);
  if (kind !== undefined && known === undefined) {
    throw new FaultlineError('invalid-request', `There are no reviews "${kind}"; choose one of ${REVIEW_KINDS.join(', ')}.`);
  }
  const asked = STATES.find((one) => one === state);
  if (state !== undefined && asked === undefined) {
    throw new FaultlineError('invalid-request', `A review is ${STATES.join(' or ')}, not "${state}".`);
  }
  return {
    limit: readCount(limit, '--limit'),
    ...(known === undefined ? {} : { kind: known }),
    ...(asked === undefined ? {} : { state: asked }),
  };
}

function readReviewId(text: string): ReviewId {
  const id = parseReviewId(text);
  if (id === undefined) throw new FaultlineError('invalid-request', `"${text}" is no review id; \`faultline reviews\` lists them.`);
  return id;
}
