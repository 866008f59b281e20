/** What a person can act on: printed as one sentence, without a stack. */
export class InstallFailure extends Error {}

/** @returns {never} */
export function fail(sentence) {
  throw new InstallFailure(sentence);
}
