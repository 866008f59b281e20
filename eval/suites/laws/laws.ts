import { answersRepeat } from './answers-repeat.ts';
import { asOfLaw } from './as-of.ts';
import { conditionsCount } from './conditions-count.ts';
import { foreignAsset } from './foreign-asset.ts';
import { goldPolarity } from './gold-polarity.ts';
import { invisibleChangesNothing } from './invisible-changes-nothing.ts';
import { labelsStay } from './labels-stay.ts';
import type { Law } from './law.ts';
import { placeNotText } from './place-not-text.ts';
import { polarity } from './polarity.ts';
import { procedureWhole } from './procedure-whole.ts';

/** Every law, in the order in which it is tried. */
export const LAWS: readonly Law[] = [
  answersRepeat,
  procedureWhole,
  placeNotText,
  polarity,
  goldPolarity,
  foreignAsset,
  conditionsCount,
  labelsStay,
  invisibleChangesNothing,
  asOfLaw,
];
