/**
 * How long what was read is remembered after it was asked for last. Whoever goes on with a question has it at hand; passages of
 * documents that were deleted, and lists over versions that are valid no more, do not stay for as long as the service lives.
 */
export const IDLE_MILLISECONDS = 120_000;
