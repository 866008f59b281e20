import { describe, expect, it } from 'vitest';
import { capitalIs } from './capital-i.ts';

const read = (text: string) => [...text].map((sign, at) => (capitalIs(text).includes(at) ? 'I' : sign)).join('');

describe('capitalIs', () => {
  it.each([
    ['lsolate the lnlet valve', 'Isolate the Inlet valve'],
    ['ldle speed: lmpeller, ltem 4', 'Idle speed: Impeller, Item 4'],
    ['GetlnputBool(address)', 'GetInputBool(address)'],
    ['SetlmpedanceMode', 'SetImpedanceMode'],
    ['返回：ErrorlD,{ResultlD}', '返回：ErrorID,{ResultID}'],
    ['SetOutputlnt ToolDOlnstant Cnvlnit GetlnBits', 'SetOutputInt ToolDOInstant CnvInit GetInBits'],
    ['ToolDl GetDlGroup ArclO()', 'ToolDI GetDIGroup ArcIO()'],
    ['DlGroupDEC', 'DIGroupDEC'],
    ['lEEE 1394, lP67, lSO 9001 and l/O of the lP address', 'IEEE 1394, IP67, ISO 9001 and I/O of the IP address'],
    ['符合lEC标准的l/O模块', '符合IEC标准的I/O模块'],
    ['GUls and HMls', 'GUIs and HMIs'],
    ['检查lnlet阀', '检查Inlet阀'],
    ['MaintenancelnstructionsForServicelnterval', 'MaintenanceInstructionsForServiceInterval'],
    ['UsefulLifelnTime DatalnPort', 'UsefulLifeInTime DataInPort'],
    ['semanticld objld, hold the field', 'semanticId objId, hold the field'],
  ])('are those without which no English word would be spelt so: %s', (text, meant) => {
    expect(read(text)).toBe(meant);
  });

  it.each([
    ['level, oil seal, valve and kiln'],
    ['Torque 20 lbf·ft, lbs, 3 lm, ln x, Ltd'],
    ['KilnTemp LincolnPump wechseln'],
    ['ModelD PanelD CtrlD'],
    ['Wellness Fulfil Tools llama'],
    ['XMLs, PIDs, ALs1, worldwide girls, vulnerable kilns, world child'],
    ['ToolAl PumpCl GetAlN'],
    ['XVl-3 Vlv MlD'],
    ['lParam lSize, 12 l/h, 3 l at 20 °C, l/min'],
    ['lb1 PlcStatus BlkSize AlRods'],
  ])('are none where a word is spelt so, or where it is an abbreviation: %s', (text) => {
    expect(read(text)).toBe(text);
  });
});
