import { gravestStatus, isOutOfUse, type SheetStatus } from '../../../kernel/index.ts';

/** The name of what is drawn once and shown on layouts. */
export const MODEL = 'Model';

/**
 * The status of each sheet of a drawing, in their order. A layout shows the model, so a model out of use takes its layouts with it;
 * a model of which every layout with words is out of use is shown nowhere else.
 */
export function stampedSheets(
  sheets: readonly { readonly name: string; readonly stamps: readonly SheetStatus[]; readonly drafts: readonly unknown[] }[],
): readonly (SheetStatus | undefined)[] {
  const own = sheets.map(({ stamps }) => gravestStatus(stamps));
  const model = sheets.findIndex(({ name }) => name === MODEL);
  const layouts = sheets.flatMap(({ drafts }, at) => (at === model || drafts.length === 0 ? [] : [own[at]]));
  const ofModel = own[model];
  const allOut = layouts.length > 0 && layouts.every(isOutOfUse);
  return own.map((status, at) => {
    const others = at === model ? (allOut ? layouts : []) : isOutOfUse(ofModel) ? [ofModel] : [];
    return gravestStatus([status, ...others].flatMap((one) => one ?? []));
  });
}
