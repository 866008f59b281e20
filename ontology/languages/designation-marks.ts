import { DESIGNATIONS_ZH } from './zh/designations.ts';

/** What stands behind the letter or number of a machine in Chinese, before its kind (`D号挖掘机`). */
export function designationMarks(): readonly string[] {
  return DESIGNATIONS_ZH.marks;
}
