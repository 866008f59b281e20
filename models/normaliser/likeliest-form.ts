import type { FormCounts } from './word-lexicon.ts';

/** The form that was given most often; of equals the first by letters. */
export function likeliestForm(forms: FormCounts | undefined): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [form, times] of forms ?? []) {
    if (times > most || (times === most && best !== undefined && form < best)) [best, most] = [form, times];
  }
  return best;
}
