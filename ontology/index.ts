export { columnRoles } from './columns/column-roles.ts';
export { recordKindOf } from './columns/record-kind-of.ts';
export { stepMarker } from './extract/step-marker.ts';
export { type WarningLevel, warningSignal } from './extract/warning-signal.ts';
