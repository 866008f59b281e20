/** Operators of a sheet of a PDF: frame, title block, labels, lines, circles, a form. */
export const SHEET_OPERATORS: readonly string[] = [
  '5 5 390 290 re S',
  ...Array.from({ length: 14 }, (_, at) => `${20 * at + 20} 100 m ${20 * at + 30} 120 l S`),
  '60 150 m 60 158 52 166 44 166 c 36 166 28 158 28 150 c 28 142 36 134 44 134 c 52 134 60 142 60 150 c h S',
  '60 150 m 200 150 l 200 180 l S',
  'q 1 0 0 1 200 180 cm /X Do Q',
  ...[
    words('DWG NO', 250, 40),
    words('CWS-PID-7', 320, 40),
    words('TITLE', 250, 20),
    words('SKID', 320, 20),
    words('TK-101', 30, 120),
    words('HV-102', 190, 200),
  ],
];

/** Operators that write words at a place of a sheet. */
export function words(text: string, x: number, y: number): string {
  return `BT /F1 9 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
}
