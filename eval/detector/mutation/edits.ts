import { changeIdentifier, changeRevision } from './edits/identifiers.ts';
import { citeOther, nameAsset, nameOtherAsset, nameOtherRevision, nameRevision } from './edits/places.ts';
import { changeUnit, changeValue, convertUnit, restyleNumeral, swapDigits } from './edits/quantities.ts';
import { takeOtherRow, tellRow } from './edits/rows.ts';
import { dropWarning, keepOrder, moveWarning, swapSteps } from './edits/steps.ts';
import { addClause, dropCondition, makePassive, reorder, swapCause } from './edits/structure.ts';
import { changeAsset, flipComparator, flipModality, inflect, renameConcept, takeOpposite, useSynonym } from './edits/wording.ts';
import type { Edit } from './statement.ts';
import { firstOf, ofText } from './text-edit.ts';

/** One or the other first, by chance. */
function either(one: Edit, other: Edit): Edit {
  return (statement, world) => (world.random.chance(0.5) ? firstOf(one, other) : firstOf(other, one))(statement, world);
}

/** Edits that change what is said: each has to be noticed. */
export const MEANING_CHANGES: Readonly<Record<string, Edit>> = {
  value: ofText(changeValue),
  'digit swap': ofText(swapDigits),
  unit: ofText(changeUnit),
  identifier: ofText(changeIdentifier),
  comparator: ofText(flipComparator),
  modality: ofText(flipModality),
  'dropped warning': dropWarning,
  'step order': swapSteps,
  'cause and effect': ofText(swapCause),
  asset: either(ofText(changeAsset), nameOtherAsset),
  polarity: ofText(takeOpposite),
  citation: citeOther,
  'added clause': ofText(addClause),
  'wrong row': takeOtherRow,
  'wrong revision': firstOf(ofText(changeRevision), nameOtherRevision),
  'dropped condition': ofText(dropCondition),
};

/** Edits that keep what is said: none may be objected to. */
export const MEANING_KEPT: Readonly<Record<string, Edit>> = {
  'unit converted': ofText(convertUnit),
  'numeral style': ofText(restyleNumeral),
  synonym: either(ofText(useSynonym), ofText(renameConcept)),
  reordered: ofText(reorder),
  passive: ofText(makePassive),
  inflection: ofText(inflect),
  'row told': tellRow,
  'revision named': nameRevision,
  'asset named': nameAsset,
  'step left out': keepOrder,
  'warning kept': moveWarning,
};
