import { describe, expect, it } from 'vitest';
import { toReadFault } from '../parser/read-fault.ts';
import { readWhole } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { dexpiParser } from './dexpi-parser.ts';

const said = (attributes: Readonly<Record<string, string>>): string =>
  `<GenericAttributes>${Object.entries(attributes)
    .map(([name, value]) => `<GenericAttribute Name="${name}AssignmentClass" Value="${value}"/>`)
    .join('')}</GenericAttributes>`;
const at = (x: number, y: number): string => `<Position><Location X="${x}" Y="${y}"/><Reference X="1" Y="0"/></Position>`;
const printed = (words: string, x: number, y: number): string =>
  `<Label ID="L-${x}-${y}"><Text String="${words}" Height="3" Justification="LeftBottom">${at(x, y)}</Text></Label>`;
const equipment = (id: string, tag: string, nozzles: readonly string[], more = ''): string =>
  `<Equipment ID="${id}" ComponentClass="Tank">${said({ TagName: tag })}${more}${nozzles.map((nozzle) => `<Nozzle ID="${nozzle}"/>`).join('')}</Equipment>`;

const TITLES = { zh: '冷却水系统', en: 'COOLING WATER' } as const;

/** A tank feeds two pumps over a valve and a tee; a transmitter in the pipe, a controller that sets the valve. */
const plant = (language: keyof typeof TITLES, flow = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<PlantModel><PlantInformation SchemaVersion="4.1.1"/>
<MetaData ID="M">${said({ DrawingNumber: 'CWS-PID-101', DrawingName: TITLES[language], RevisionNumber: 'B' })}</MetaData>
<ShapeCatalogue><Equipment ComponentName="TANK"><PolyLine><Coordinate X="-5" Y="-5"/><Coordinate X="5" Y="-5"/><Coordinate X="5" Y="5"/></PolyLine></Equipment></ShapeCatalogue>
<Equipment ID="E1" ComponentClass="Tank" ComponentName="TANK">${at(100, 50)}<Scale X="2" Y="2"/>${printed('TK-101', 100, 70)}${said({ TagName: 'TK-101' })}<Equipment ID="E1C" ComponentClass="Chamber"><Nozzle ID="N1"/></Equipment></Equipment>
${equipment('E2', 'P-101A', ['N2'])}${equipment('E3', 'P-101B', ['N3'])}
<PipingNetworkSystem ID="S1">${printed('4&quot;-CW-1001-A1', 120, 52)}${said({ LineNumber: '1001', FluidCode: 'CW' })}
<PipingNetworkSegment ID="G1">${flow}<PipingComponent ID="V1" ComponentClass="GlobeValve"/><PipingComponent ID="T1" ComponentClass="PipeTee"/><Connection FromID="N1" FromNode="1" ToID="T1" ToNode="1"/></PipingNetworkSegment>
<PipingNetworkSegment ID="G2"><Connection FromID="T1" ToID="N2"/></PipingNetworkSegment>
<PipingNetworkSegment ID="G3"><PipingComponent ID="V3">${said({ PositionNumber: 'HV-103' })}</PipingComponent><PipingComponent ID="R3" ComponentClass="PipeReducer"/><Connection FromID="V3" ToID="N3"/></PipingNetworkSegment>
</PipingNetworkSystem>
<ProcessInstrumentationFunction ID="F1">${said({ ProcessInstrumentationFunctionCategory: 'F', ProcessInstrumentationFunctions: 'T', ProcessInstrumentationFunctionNumber: '12' })}<Label ID="LF"><Text String="FT" Height="2">${at(130, 82)}</Text><Text String="12" Height="2">${at(130, 78)}</Text></Label>
<ProcessSignalGeneratingFunction ID="F1S"><Association Type="is located in" ItemID="G1"/></ProcessSignalGeneratingFunction></ProcessInstrumentationFunction>
<ProcessInstrumentationFunction ID="F2" TagName="FIC-12"><ActuatingFunction ID="F2A"/>
<InformationFlow ID="I1"><Association Type="has logical start" ItemID="F1"/><Association Type="has logical end" ItemID="F2"/></InformationFlow></ProcessInstrumentationFunction>
<ActuatingSystem ID="A1">${said({ ActuatingSystemNumber: 'FV-12' })}<Association Type="fulfills" ItemID="F2A"/><ActuatingSystemComponent ID="A1V"><Association Type="refers to" ItemID="V1"/></ActuatingSystemComponent></ActuatingSystem>
<InstrumentationLoopFunction ID="O1">${said({ InstrumentationLoopFunctionNumber: '12' })}<Association Type="is a collection including" ItemID="F1"/><Association Type="is a collection including" ItemID="F2"/></InstrumentationLoopFunction>
</PlantModel>`;

const read = async (content: string | Uint8Array, limits = {}) =>
  readWhole(dexpiParser, await temporaryFile('plant.xml', content), { limits });
const relations = async (content: string | Uint8Array) =>
  (await read(content)).passages.flatMap(({ structure }) =>
    (structure.drawn ?? []).map(({ kind, own, other, line, isStated }) => [
      own,
      kind,
      other,
      ...(line === undefined ? [] : [line]),
      isStated,
    ]),
  );

describe('dexpiParser', () => {
  it.each(['zh', 'en'] as const)('reads tags, numbers and the title of a plant in %s, printed or stated only', async (language) => {
    const { survey, passages, conclusion } = await read(plant(language));
    expect(survey.properties).toMatchObject({ title: TITLES[language], documentNumber: 'CWS-PID-101', revision: 'B' });
    expect(conclusion.outcome).toBe('visible');
    expect(passages.filter(({ kind }) => kind === 'drawing-label').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['TK-101', 'P-101A', 'P-101B', 'FV-12', 'HV-103', '4"-CW-1001-A1', 'FT-12', 'FIC-12']),
    );
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });

  it('shows a tag where it is printed, its parts in a balloon, and one that is not printed at its thing', async () => {
    const { passages } = await read(plant('en'));
    const anchors = (text: string) => passages.find((one) => one.text === text)?.anchors;
    expect(anchors('TK-101')).toMatchObject([{ kind: 'drawing', layout: 'Model', box: { x0: 100 } }]);
    expect(anchors('FT-12')).toHaveLength(2);
    expect(anchors('P-101A')).toMatchObject([{ entity: 'E2/name' }]);
  });

  it('tells what feeds what as the file states it, over tees and what bears no name, and on which line', async () => {
    const all = await relations(plant('en'));
    expect(all).toContainEqual(['TK-101', 'feeds', 'FV-12', '4"-CW-1001-A1', true]);
    expect(all).toContainEqual(['FV-12', 'feeds', 'P-101A', '4"-CW-1001-A1', true]);
    expect(all.filter(([own, kind]) => own === 'TK-101' && kind === 'feeds')).toHaveLength(1);
  });

  it('follows a segment from its source to its target, whichever way its parts are listed', async () => {
    const all = await relations(plant('en'));
    expect(all).toContainEqual(['P-101B', 'fed-by', 'HV-103', '4"-CW-1001-A1', true]);
    const turned = plant('en').replace('<Connection FromID="V3" ToID="N3"/>', '<Connection FromID="N3" ToID="V3"/>');
    expect(await relations(turned)).toContainEqual(['P-101B', 'feeds', 'HV-103', '4"-CW-1001-A1', true]);
  });

  it('tells what instruments measure, set and belong to', async () => {
    const all = await relations(plant('en'));
    expect(all).toContainEqual(['FT-12', 'measures', '4"-CW-1001-A1', true]);
    expect(all).toContainEqual(['FIC-12', 'controls', 'FV-12', true]);
    expect(all).toContainEqual(['FT-12', 'in-loop', 'F-12', true]);
    expect(all).toContainEqual(['FIC-12', 'in-loop', 'F-12', true]);
  });

  it('gives a pipe of two directions none', async () => {
    const dual =
      '<GenericAttributes><GenericAttribute Name="FlowDirectionSpecialization" Value="DualFlowPipingNetworkSegment"/></GenericAttributes>';
    const all = await relations(plant('en', dual));
    expect(all).toContainEqual(['TK-101', 'joins', 'FV-12', '4"-CW-1001-A1', true]);
    expect(all.some(([own, kind]) => own === 'TK-101' && kind === 'feeds')).toBe(false);
  });

  it.each([
    ['NormallyClose', '', 'NormallyClose'],
    ['NC', '', 'NC'],
    ['NormallyClose', '常闭', '常闭'],
    ['', 'NO', 'NO'],
    ['OneNormallyCloseAngle', '', undefined],
  ])('tells how a valve stands: attribute %s, printed at it %s', async (stated, mark, told) => {
    const position = stated === '' ? '' : said({ ValvePosition: stated });
    const label = mark === '' ? '' : printed(mark, 300, 20);
    const valve = `<PipingComponent ID="V3">${said({ PositionNumber: 'HV-103' })}${position}${label}</PipingComponent>`;
    const all = await relations(plant('en').replace(/<PipingComponent ID="V3">.*?<\/PipingComponent>/u, valve));
    expect(all.filter(([, kind]) => kind === 'state-of')).toEqual(told === undefined ? [] : [[told, 'state-of', 'HV-103', true]]);
  });

  it('takes the code of a lock before the position', async () => {
    const valve = `<PipingComponent ID="V3">${said({ PositionNumber: 'HV-103', ValvePosition: 'NormallyClose', LockMechanism: 'LC' })}</PipingComponent>`;
    const all = await relations(plant('zh').replace(/<PipingComponent ID="V3">.*?<\/PipingComponent>/u, valve));
    expect(all).toContainEqual(['LC', 'state-of', 'HV-103', true]);
  });

  it('goes over no equipment that bears no name', async () => {
    const segment = (id: string, from: string, to: string): string =>
      `<PipingNetworkSegment ID="${id}"><Connection FromID="${from}" ToID="${to}"/></PipingNetworkSegment>`;
    const body = `${equipment('E1', 'TK-1', ['A'])}<Equipment ID="E2"><Nozzle ID="B"/><Nozzle ID="C"/></Equipment>${equipment('E3', 'TK-3', ['D'])}`;
    const pipes = `<PipingNetworkSystem ID="S">${segment('G1', 'A', 'B')}${segment('G2', 'C', 'D')}</PipingNetworkSystem>`;
    expect(await relations(`<PlantModel>${body}${pipes}</PlantModel>`)).toEqual([]);
  });

  it('keeps what came before the end of a file that is cut off, and says so', async () => {
    const whole = plant('en');
    const { conclusion, passages } = await read(whole.slice(0, whole.indexOf('<ProcessInstrumentationFunction')));
    expect(conclusion).toMatchObject({ outcome: 'partial', reason: expect.stringContaining('damaged') });
    expect(passages.map(({ text }) => text)).toContain('P-101B');
  });

  it('refuses a file that declares entities of its own', async () => {
    const bomb = `<!DOCTYPE PlantModel [<!ENTITY a "P-1"><!ENTITY b "&a;&a;">]><PlantModel><Equipment ID="E" TagName="&b;"/></PlantModel>`;
    const error = await read(bomb).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(toReadFault(error)).toMatchObject({ outcome: 'damaged', reason: expect.stringContaining('entities') });
  });

  it('stops at its limits and keeps what was read', async () => {
    const many = `<PlantModel>${Array.from({ length: 200 }, (_, n) => equipment(`E${n}`, `P-${n + 100}`, [])).join('')}</PlantModel>`;
    const { conclusion } = await read(many, { maxElements: 50 });
    expect(conclusion.outcome).toBe('limit-exceeded');
    expect((await read(many)).conclusion.outcome).toBe('visible');
  });

  it('reads Chinese tags of a file in another encoding', async () => {
    const wide = Buffer.from(`\ufeff${plant('zh')}`, 'utf16le');
    expect((await read(wide)).survey.properties.title).toBe('冷却水系统');
  });
});
