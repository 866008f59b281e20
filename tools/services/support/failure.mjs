/** What a person can act on: printed as one sentence, without a stack. */
export class ServiceFailure extends Error {}

/** @returns {never} */
export function fail(sentence) {
  throw new ServiceFailure(sentence);
}

export function say(service, sentence) {
  process.stderr.write(`${service}: ${sentence}\n`);
}
