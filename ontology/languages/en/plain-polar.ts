/** Forms of asking for a yes or no, with what states the same; sources of patterns on folded text, tried in this order. */
export const PLAIN_POLAR: readonly (readonly [form: string, plain: string])[] = [[String.raw`[\s?]+$`, '']];
