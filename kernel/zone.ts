const OFFSET = /^(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})$/;
/** The widest offset in use is +14:00. */
const MOST_MINUTES = 14 * 60;

/**
 * Minutes that the clocks of a zone are ahead of UTC; undefined for what is no zone. Names with a history of their own
 * (`Europe/Berlin`) are none: a figure over them could not be checked in the store.
 * @param zone `UTC` or an offset (`+08:00`, `-03:30`).
 */
export function zoneMinutes(zone: string): number | undefined {
  if (zone === 'UTC') return 0;
  const groups = OFFSET.exec(zone)?.groups;
  if (groups === undefined) return undefined;
  const minutes = Number(groups.hours) * 60 + Number(groups.minutes);
  if (Number(groups.minutes) > 59 || minutes > MOST_MINUTES) return undefined;
  return groups.sign === '-' ? -minutes : minutes;
}
