import type { TagGrammarData } from '../../kernel/index.ts';
import { CODE_NAMES_EN, NO_CODE_AFTER_EN } from '../languages/en/code-names.ts';
import { CODE_LINKING_ZH, CODE_NAMES_ZH, NO_CODE_AFTER_ZH } from '../languages/zh/code-names.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What the product knows of codes before a site says more. */
export const BUILT_IN_CODES: TagGrammarData = {
  namedBy: [
    { kind: 'serial', words: [...CODE_NAMES_EN.serial, ...CODE_NAMES_ZH.serial] },
    { kind: 'alarm', words: [...CODE_NAMES_EN.alarm, ...CODE_NAMES_ZH.alarm] },
    { kind: 'alarm-if-shaped', words: [...CODE_NAMES_EN.alarmIfShaped, ...CODE_NAMES_ZH.alarmIfShaped] },
    { kind: 'order', words: [...CODE_NAMES_EN.order, ...CODE_NAMES_ZH.order] },
    { kind: 'part', words: [...CODE_NAMES_EN.part, ...CODE_NAMES_ZH.part] },
  ],
  linking: CODE_LINKING_ZH,
  noCodeAfter: [...NO_CODE_AFTER_EN, ...NO_CODE_AFTER_ZH],
  prefixes: {
    order: words('WO WR MO'),
    alarm: words('ERR ALM AL'),
    document: words('OM IOM SOP DWG DOC MAN'),
    documentPart: words('MAN OM IM SOP DWG SPEC DOC PRO'),
    // Of GB/T 7159: breaker, isolating switch, contactor, thermal relay, fuse. What one letter names is a size or a version as often.
    device: words('QF QS KM FR FU'),
  },
  noCodes: {
    prefixes: words(`
      ISO IEC EN DIN GB GBT JIS ASTM API ANSI ASME AISI NFPA NEMA IEEE SAE
      IP IK DN PN NPT BSP UNC UNF RS USB CAT AWG VG UTF SHA REV VER NO PAGE FIG STEP TABLE`),
    barePrefixes: words('JB SUS ZG GGG St Gr'),
    sizeLetters: words('M G R T V Rc Rp Tr'),
    words: [
      // Formulas.
      ...words('H2O CO2 H2S O2 N2 H2 SF6 NH3 SO2 SO3 NO2 N2O CH4 C2H2 C2H4 C2H6 C3H8 CL2 CACO3 NA2CO3 H2SO4 HNO3 AL2O3 SIO2 FE2O3'),
      // Refrigerants of ISO 817.
      ...words(`
        134A 123 125 143A 152A 227EA 245FA 290 404A 407A 407C 407F 410A 417A 422D 448A 449A 452A 454B 502 507 507A 508B 513A
        600 600A 717 718 744 1234YF 1234ZE 1270`).flatMap((number) => [`R${number}`, `R-${number}`]),
      // Steels and cast irons.
      ...words(`
        304L 304H 316L 316H 316TI 317L 321H 347H 904L 410S 430F SS304 SS304L SS316 SS316L T304 T316
        Q195 Q215 Q235 Q235A Q235B Q235C Q235D Q245R Q275 Q345 Q345B Q345R Q355 Q355B Q370R Q390 Q420 Q460
        S235 S235JR S275 S275JR S355 S355J2 S355JR P235GH P265GH P355GH C22 C35 C45
        HT150 HT200 HT250 HT300 QT400 QT400-18 QT450 QT450-10 QT500 QT500-7 QT600 QT600-3`),
      // Resistance thermometers of IEC 60751, fits of ISO 286, cells of IEC 60086.
      ...words('PT100 PT500 PT1000 NI100 H10 H11 H12 H13 CR123A CR1220 CR1620 CR1632 CR2016 CR2025 CR2032 CR2450 CR2477 LR44 LR03 SR44'),
    ],
    months: words('JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'),
  },
};
