/** What stands on a one-line diagram, in the order from the supply to the load. */
const ELECTRICAL_ROLES = [
  'generator',
  'transformer',
  'board',
  'bus',
  'breaker',
  'switch',
  'fuse',
  'contactor',
  'overload',
  'starter',
  'drive',
  'cable',
  'motor',
  'machine',
] as const;
export type ElectricalRole = (typeof ELECTRICAL_ROLES)[number];

/**
 * Letters of GB/T 7159 and IEC 81346, and those in use beside them in English and as initials of pinyin. `K` and `F` alone are left
 * out: compressors and fans of a plant bear them.
 */
const LETTERS: Readonly<Record<Exclude<ElectricalRole, 'machine'>, string>> = {
  generator: 'G GEN DG GS',
  transformer: 'T TM TR TX TRF XFMR XFR',
  board: 'MCC PCC MDB SMDB DB LP PP AP AL AA SWGR SWBD MSB LVSB PDP UPS',
  bus: 'BUS BB BBR WB WBB',
  breaker: 'Q QF QA CB ACB MCB MCCB VCB OCB GCB BKR BRK BTB ELCB RCBO DL',
  switch: 'QS QB QL DS LBS SDS ISO',
  fuse: 'FU',
  contactor: 'KM MC CTR',
  overload: 'FR OL OLR TOR KH',
  starter: 'SS RSS SFT RQ DOL',
  drive: 'VFD VSD ASD INV FC BP',
  cable: 'W WP WL WC CBL CA',
  motor: 'M MTR MOT MM',
};
const ROLES: ReadonlyMap<string, ElectricalRole> = new Map(
  ELECTRICAL_ROLES.flatMap((role) =>
    role === 'machine' ? [] : LETTERS[role].split(' ').map((letters): readonly [string, ElectricalRole] => [letters, role]),
  ),
);
const TAG = /^(?:\d{1,3}-?)?(?<letters>[A-Z]{1,5})[-_]?\d/u;
/** The last designation of a name by aspects: `=A1-Q3`. */
const DESIGNATION = /^=.*[-+=.](?<letters>[A-Z]{1,3})\d+$/u;

/** What a tag on a one-line diagram names, by its letters; on any other sheet they may say something else. Undefined of other letters. */
export function electricalRole(tag: string): ElectricalRole | undefined {
  const written = tag.toUpperCase();
  return ROLES.get((DESIGNATION.exec(written) ?? TAG.exec(written))?.groups?.letters ?? '');
}

/** Whether a tag is of a breaker by letters that mean nothing else on drawings, so that it tells what drawing it stands on. */
export function isSurelyBreaker(tag: string): boolean {
  return electricalRole(tag) === 'breaker' && (TAG.exec(tag.toUpperCase())?.groups?.letters ?? '').length > 1;
}
