import { readDataFile } from '../read-data-file.ts';
import { type FormChooser, formChooser } from './choose-forms.ts';
import { type NormalisedText, type NormalisingOptions, normaliseText } from './normalise-text.ts';
import { readNormaliser } from './normaliser-file.ts';

/** The file that holds what was learnt, beside the other data of models. */
export const NORMALISER_FILE = 'normaliser-v1.flm';

export interface Normaliser {
  /**
   * The text with each word in its usual form.
   * @throws FaultlineError `storage-failed` at first use when the data file is missing or damaged.
   */
  normalise(text: string, options: NormalisingOptions): NormalisedText;
}

/** The normaliser that comes with Faultline, learnt from MaintNorm (see NOTICE); read when the first text is normalised. */
export function openNormaliser(): Normaliser {
  let choose: FormChooser | undefined;
  return {
    normalise(text, options) {
      choose ??= formChooser(readNormaliser(readDataFile(NORMALISER_FILE)));
      return normaliseText(text, choose, options);
    },
  };
}
