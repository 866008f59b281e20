/** What a case adds to precision, recall and false alarms of flags: whether it was flagged, whether it should have been. */
export function flagValues(isFlagged: boolean, isSupported: boolean): Readonly<Record<string, number>> {
  return {
    ...(isFlagged ? { 'flag-precision': Number(!isSupported) } : {}),
    ...(isSupported ? { 'false-alarm': Number(isFlagged) } : { 'flag-recall': Number(isFlagged) }),
  };
}
