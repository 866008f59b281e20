/** English words in front of a code that say what it is. */
export const CODE_NAMES_EN = {
  serial: ['s/n', 'sn', 'serial no', 'serial number'],
  alarm: [...['alarm', 'fault', 'error', 'trip'].flatMap((word) => [`${word} code`, `${word} no`, `${word} number`]), 'err'],
  alarmIfShaped: ['alarm', 'error', 'fault'],
  order: ['work order', 'work order no', 'work order number', 'wo'],
  part: ['p/n', 'part no', 'part number'],
} as const;

/** English words right in front of a letter with a number that make it a version, a thread, a scale or a place in a document. */
export const NO_CODE_AFTER_EN: readonly string[] = [
  ...['version', 'versions', 'ver', 'firmware', 'revision', 'revisions', 'rev', 'edition'],
  ...['thread', 'threads', 'screw thread', 'pipe thread', 'standard', 'drawing scale', 'scale', 'paper size'],
  ...['figure', 'figures', 'fig', 'figs', 'table', 'tables', 'chapter', 'chapters', 'section', 'sections', 'page', 'pages'],
  ...['annex', 'appendix', 'clause', 'paragraph'],
];
