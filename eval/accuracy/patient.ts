import type { ConfigArguments } from '../../app/index.ts';

/** What is answered is measured, not how fast: a busy machine gives the answers of an idle one. */
export const PATIENT = { answerMilliseconds: 300_000, rowsMilliseconds: 300_000 } as const satisfies ConfigArguments;
