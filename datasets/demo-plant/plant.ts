import { type Bilingual, both, same } from './bilingual.ts';
import type { Random } from './random.ts';

/** Everything of the plant that depends on the seed: tags, document numbers and values. Texts are made from it in `content/`. */
export interface Plant {
  readonly tags: Tags;
  readonly documents: PlantDocuments;
  readonly values: Values;
  /** Names of the three values that the Chinese manual, a translation of the next revision, gives differently. */
  readonly revised: readonly ValueName[];
  readonly years: readonly number[];
  /** How WARNING boxes are set: signal word on a line of its own, or before the text. */
  readonly warningStyle: 'headed' | 'inline';
}

export interface PlantDocument {
  readonly number: string;
  readonly revision: string;
  readonly title: string;
  /** Date printed on the document, ISO. */
  readonly date: string;
}

interface PlantDocuments {
  readonly manualEn: PlantDocument;
  readonly manualZh: PlantDocument;
  readonly lockoutEn: PlantDocument;
  readonly lockoutZh: PlantDocument;
}

export type Tags = ReturnType<typeof makeTags>;
export type ValueName = keyof ReturnType<typeof drawValues>;
type Values = Readonly<Record<ValueName, Bilingual>>;

/** Loop numbers by seed: neighbouring seeds speak of differently numbered plants. */
const LOOPS = [101, 204, 317, 412, 523, 608, 731, 846, 155];

export function makePlant(seed: number, random: Random): Plant {
  const loop = LOOPS[(Math.abs(seed) + LOOPS.length - 1) % LOOPS.length] ?? 101;
  const choices = random.fork('plant');
  const drawn = drawValues(random.fork('values'));
  const revised = choices.sample(Object.keys(REVISABLE) as RevisableName[], 3);
  const values: Record<ValueName, Bilingual> = drawn;
  for (const name of revised) values[name] = both(values[name].en, nextRevision(values[name].en, REVISABLE[name]));
  return {
    tags: makeTags(loop, choices),
    documents: makeDocuments(loop, choices),
    values,
    revised,
    years: [2022, 2023, 2024, 2025],
    warningStyle: choices.pick(['headed', 'inline']),
  };
}

/** Values the next revision may change, with the step of the change. */
const REVISABLE = {
  torqueSealCover: 4,
  greaseIntervalA: -500,
  bearingAlarm: -5,
  minimumFlowA: 2,
  strainerIntervalA: -250,
} as const;
type RevisableName = keyof typeof REVISABLE;

function nextRevision(text: string, step: number): string {
  return text.replace(/\d+/, (digits) => String(Number(digits) + step));
}

function makeTags(loop: number, random: Random) {
  const feeder = random.integer(2, 6);
  const rack = random.integer(1, 4);
  return {
    loop: String(loop),
    skid: `CWS-${loop}`,
    pumpA: `P-${loop}A`,
    pumpB: `P-${loop}B`,
    motorA: `M-${loop}A`,
    motorB: `M-${loop}B`,
    drive: `VFD-${loop}A`,
    starter: `SS-${loop}B`,
    strainerA: `STR-${loop}A`,
    strainerB: `STR-${loop}B`,
    cooler: `E-${loop + 1}`,
    tank: `TK-${loop + 2}`,
    makeUp: `P-${loop + 2}`,
    panel: `CP-${loop}`,
    suctionA: `HV-${loop}1A`,
    suctionB: `HV-${loop}1B`,
    dischargeA: `HV-${loop}2A`,
    dischargeB: `HV-${loop}2B`,
    checkA: `CV-${loop}3A`,
    checkB: `CV-${loop}3B`,
    drainA: `DV-${loop}4A`,
    drainB: `DV-${loop}4B`,
    ventA: `VV-${loop}5A`,
    ventB: `VV-${loop}5B`,
    flushA: `FV-${loop}6A`,
    pressureA: `PT-${loop}1A`,
    pressureB: `PT-${loop}1B`,
    supplyTemperature: `TT-${loop}2`,
    returnTemperature: `TT-${loop}3`,
    flow: `FT-${loop}4`,
    vibrationA: `VT-${loop}5A`,
    vibrationB: `VT-${loop}5B`,
    tankLevel: `LT-${loop}6`,
    strainerDrop: `PDT-${loop}7`,
    sealLeak: `LS-${loop}8`,
    /** Asset numbers the plant does not have, for questions about machines that do not exist. */
    absentPump: `P-${loop}C`,
    absentCooler: `E-${loop + 7}`,
    feederA: `MCC-${rack}/F${String(feeder).padStart(2, '0')}`,
    feederB: `MCC-${rack}/F${String(feeder + 1).padStart(2, '0')}`,
    feederMakeUp: `MCC-${rack}/F${String(feeder + 5).padStart(2, '0')}`,
    feederPanel: `UPS-1/Q${random.integer(11, 38)}`,
  } as const;
}

function makeDocuments(loop: number, random: Random): PlantDocuments {
  const number = 4000 + loop;
  const letter = random.integer(1, 5);
  const revision = (step: number): string => String.fromCharCode('A'.charCodeAt(0) + letter + step);
  const procedure = random.integer(3, 29);
  const edition = random.integer(2, 5);
  const lockout = (language: string) => `CWS-LOTO-${String(procedure).padStart(2, '0')}-${language}`;
  return {
    manualEn: {
      number: `CWS-OM-${number}-EN`,
      revision: revision(0),
      title: `Cooling Water Skid CWS-${loop}: Operation and Maintenance Manual`,
      date: `2023-0${random.integer(2, 9)}-1${random.integer(0, 9)}`,
    },
    manualZh: {
      number: `CWS-OM-${number}-ZH`,
      revision: revision(1),
      title: `冷却水撬装 CWS-${loop} 操作与维护手册`,
      date: `2024-0${random.integer(2, 9)}-0${random.integer(1, 9)}`,
    },
    lockoutEn: {
      number: lockout('EN'),
      revision: String(edition),
      title: `Lockout/Tagout of Cooling Water Skid CWS-${loop}`,
      date: '2024-03-18',
    },
    lockoutZh: { number: lockout('ZH'), revision: String(edition), title: `冷却水撬装 CWS-${loop} 上锁挂牌规程`, date: '2024-03-18' },
  };
}

/** Rated current at 400 V of the standard motor sizes used. */
const MOTORS = [
  { power: '11 kW', current: '21.3 A' },
  { power: '15 kW', current: '28.5 A' },
  { power: '18.5 kW', current: '34.6 A' },
  { power: '22 kW', current: '41.2 A' },
];

function drawValues(random: Random) {
  const flowA = random.pick([55, 60, 65, 70]);
  const headA = random.pick([36, 38, 40, 42]);
  const [motorB, motorA] = random.pick([
    [MOTORS[0], MOTORS[1]],
    [MOTORS[1], MOTORS[2]],
    [MOTORS[2], MOTORS[3]],
  ]);
  if (motorA === undefined || motorB === undefined) throw new RangeError('motor sizes are listed in pairs');
  const vibrationAlarm = random.pick(['4.2', '4.5', '4.8']);
  const part = (series: number): Bilingual => same(`NH-${series}-${random.integer(101, 989)}`);
  const value = (choices: readonly (number | string)[], unit: string): Bilingual => same(`${random.pick(choices)} ${unit}`);
  return {
    flowA: same(`${flowA} m³/h`),
    flowB: same(`${flowA - random.pick([4, 7, 9])} m³/h`),
    headA: same(`${headA} m`),
    headB: same(`${headA - random.pick([2, 3, 4])} m`),
    minimumFlowA: value([11, 13, 14], 'm³/h'),
    minimumFlowB: value([16, 18, 19], 'm³/h'),
    npshA: value(['3.1', '3.3', '3.6'], 'm'),
    npshB: value(['2.7', '2.8', '2.9'], 'm'),
    impellerA: value([196, 199, 203, 206], 'mm'),
    impellerB: value([183, 187, 190, 192], 'mm'),
    speedA: same('1180–2950 r/min'),
    speedB: same('2940 r/min'),
    powerA: same(motorA.power),
    currentA: same(motorA.current),
    powerB: same(motorB.power),
    currentB: same(motorB.current),
    maximumPressure: value([10, 12], 'bar'),
    maximumPressureMakeUp: value([6, 7], 'bar'),
    makeUpFlow: value(['2.2', '2.5', '2.8'], 'm³/h'),
    makeUpPower: value(['0.55', '0.75'], 'kW'),
    designTemperature: value([85, 90, 95], '°C'),
    weightA: value([236, 244, 251], 'kg'),
    weightB: value([198, 205, 212], 'kg'),
    coolerDuty: value([320, 350, 380, 410], 'kW'),
    coolerPlates: value([61, 67, 73, 79], 'plates'),
    coolerArea: value(['14.2', '15.6', '17.1'], 'm²'),
    coolerTest: value(['13.5', '14.3', '15'], 'bar'),
    coolerDimension: value([238, 251, 264], 'mm'),
    mesh: value(['1.6', '2.0', '2.4'], 'mm'),
    tankVolume: value([200, 250, 300], 'L'),
    tankPrecharge: value(['1.2', '1.4', '1.5'], 'bar'),
    tankRelief: value(['5.5', '5.8', '6.2'], 'bar'),
    torqueSealCover: value([31, 34, 37], 'N·m'),
    torqueCasing: value([175, 185, 190], 'N·m'),
    torqueCoupling: value([17, 21, 23], 'N·m'),
    torqueFoundation: value([240, 260, 275], 'N·m'),
    torqueFlange: value([105, 115, 125], 'N·m'),
    torqueMotorFeet: value([72, 78, 82], 'N·m'),
    torqueTerminals: value(['3.5', '4.2', '4.6'], 'N·m'),
    torqueMakeUpCover: value([9, 12, 14], 'N·m'),
    torqueStrainer: value([48, 52, 56], 'N·m'),
    alignmentParallel: value(['0.05', '0.06', '0.08'], 'mm'),
    alignmentAngular: value(['0.04', '0.07', '0.09'], 'mm'),
    couplingGap: same(`${random.pick(['3.0', '3.5', '4.0'])} mm ± 0.5 mm`),
    softFoot: value(['0.03', '0.05'], 'mm'),
    groutCure: value([48, 60, 72], 'h'),
    greaseDriveEnd: value([14, 16, 18], 'g'),
    greaseOtherEnd: value([9, 10, 11], 'g'),
    greaseIntervalA: value([2000, 2500, 3000], 'h'),
    greaseIntervalB: value([4000, 4500, 5000], 'h'),
    strainerIntervalA: value([750, 1000, 1250], 'h'),
    sealIntervalA: value([16000, 18000], 'h'),
    sealIntervalB: value([12000, 14000], 'h'),
    couplingInterval: value([8000, 9000], 'h'),
    coolerInterval: value([12, 18], 'months'),
    filterInterval: value([3, 4], 'months'),
    prechargeInterval: value([6, 9], 'months'),
    alignmentInterval: value([10, 14], 'months'),
    vibrationInterval: value([4, 6], 'weeks'),
    bearingAlarm: value([80, 82, 85], '°C'),
    bearingTrip: value([92, 94, 96], '°C'),
    windingTrip: value([130, 135, 140], '°C'),
    vibrationAlarm: same(`${vibrationAlarm} mm/s`),
    vibrationTrip: value(['6.8', '7.1', '7.4'], 'mm/s'),
    suctionLow: value(['0.4', '0.5', '0.6'], 'bar'),
    dischargeHigh: value(['5.4', '5.6', '5.9'], 'bar'),
    strainerDropHigh: value(['0.30', '0.35', '0.45'], 'bar'),
    supplyHigh: value([33, 35, 38], '°C'),
    tankLevelLow: value([22, 25, 28], '%'),
    flowLow: value([24, 27, 29], 'm³/h'),
    startsPerHour: value([5, 6, 8], 'starts'),
    changeover: value([150, 168, 180], 'h'),
    driveMinimum: value([20, 22, 24], 'Hz'),
    driveRamp: value([12, 15, 18], 's'),
    driveRampDown: value([20, 25, 30], 's'),
    driveLimit: value([105, 110, 115], '%'),
    driveCarrier: value([4, 6], 'kHz'),
    driveWait: value([5, 10], 'min'),
    starterTime: value([6, 8, 9], 's'),
    chloride: value([120, 150, 180], 'mg/L'),
    hardness: value([190, 210, 240], 'mg/L'),
    conductivity: value([1200, 1500, 1800], 'μS/cm'),
    glycol: value([30, 33, 36], '%'),
    frost: value([2, 3, 4], '°C'),
    sealFlush: value(['0.8', '1.1', '1.3'], 'bar'),
    noise: value([76, 78, 81], 'dB'),
    partSealA: part(2210),
    partSealB: part(2215),
    partSealMakeUp: same(`TM-${random.integer(31, 89)}-SK`),
    partBearingDriveEnd: part(3106),
    partBearingOtherEnd: part(3108),
    partCoupling: part(4402),
    partGasket: part(1530),
    partWearRing: part(1544),
    partBasket: part(5120),
    partBasketGasket: part(5127),
    partCoolerGasket: part(6310),
    partFilterMat: part(7081),
    partFan: part(7085),
    partPressure: part(8014),
    partVibration: part(8033),
    partBladder: part(6612),
    partPuller: part(9003),
    partSealSleeve: part(9011),
    partLaser: part(9020),
    partGreaseGun: part(9034),
  };
}
