import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { compareText } from '../../kernel/index.ts';
import type { FuzzFormat, Seed } from './fuzz-file.ts';
import { officeSeeds } from './make-office-seeds.ts';
import { writeZip } from './zip.ts';

/** Larger files would make a run long without telling more. Bytes. */
const LARGEST = 120_000;
/** Files taken of one format from a folder. */
const A_FORMAT = 12;
const ENDINGS: Readonly<Record<string, FuzzFormat>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.pptx': 'pptx',
  '.doc': 'doc',
  '.xls': 'xls',
  '.csv': 'csv',
  '.md': 'markdown',
  '.rst': 'rst',
  '.html': 'html',
  '.txt': 'text',
  '.dxf': 'dxf',
  '.svg': 'svg',
  '.png': 'png',
  '.jpg': 'jpeg',
  '.tif': 'tiff',
  '.json': 'other',
};

/** Small files of every format, made here: each mutation has something of the format's structure to spoil. */
export function madeSeeds(): readonly Seed[] {
  const text = (format: FuzzFormat, name: string, content: string): Seed => ({ format, name, bytes: Buffer.from(content) });
  return [
    { format: 'pdf', name: 'manual.pdf', bytes: Buffer.from(pdfText(), 'latin1') },
    { format: 'docx', name: 'manual.docx', bytes: writeZip(WORD.map(([name, content]) => ({ name, content: Buffer.from(content) }))) },
    { format: 'xlsx', name: 'log.xlsx', bytes: writeZip(BOOK.map(([name, content]) => ({ name, content: Buffer.from(content) }))) },
    ...officeSeeds(),
    text('csv', 'log.csv', LOG),
    text('csv', '报警.csv', LOG.replaceAll(',', ';').replaceAll('Seal leaks', '密封泄漏')),
    text('text', 'note.txt', NOTE),
    text('markdown', 'manual.md', MARKDOWN),
    text('html', 'page.html', HTML),
    text('rst', 'manual.rst', RST),
    text('dxf', 'sheet.dxf', DRAWING),
    text('dexpi', 'plant.xml', PLANT),
    text('dexpi', 'model.xml', MODEL),
    text('svg', 'drawing.svg', PICTURE),
    text('other', 'page.xml', '<?xml version="1.0"?><Page><Item ID="P-101"/></Page>'),
    text('other', 'data.json', '{"asset": "P-101", "state": ["on", 1, null]}'),
    text('other', 'letter.rtf', '{\\rtf1\\ansi P-101 {\\b leaks}\\par}'),
    { format: 'other', name: 'letter.odt', bytes: writeZip([{ name: 'content.xml', content: Buffer.from('<office:document-content/>') }]) },
    { format: 'other', name: 'old.doc', bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_024, 7)]) },
  ];
}

/** Files of a folder and its subfolders as seeds, small ones only and a few of each format, in order of their paths. */
export async function seedsOfFolder(folder: string): Promise<readonly Seed[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const taken = new Map<FuzzFormat, Seed[]>();
  const candidates = new Map<FuzzFormat, string[]>();
  for (const path of paths.sort(compareText)) {
    const format = ENDINGS[extname(path).toLowerCase()];
    if (format !== undefined && (await stat(path)).size <= LARGEST) candidates.set(format, [...(candidates.get(format) ?? []), path]);
  }
  for (const [format, found] of candidates) {
    const step = Math.max(1, Math.floor(found.length / A_FORMAT));
    const chosen = found.filter((_, index) => index % step === 0).slice(0, A_FORMAT);
    taken.set(format, await Promise.all(chosen.map(async (path) => ({ format, name: basename(path), bytes: await readFile(path) }))));
  }
  return [...taken.values()].flat();
}

/** Groups of a drawing, a code and its value each: a block with an attribute, a balloon, notes, a dimension, a table. */
const DRAWING = `0;SECTION;2;HEADER;9;$ACADVER;1;AC1027;0;ENDSEC;0;SECTION;2;BLOCKS;0;BLOCK;2;FRAME;10;0;20;0
0;LINE;10;0;20;0;11;90;21;0;0;TEXT;10;2;20;15;40;2;1;DWG NO;0;INSERT;2;VALVE;10;5;20;5;0;ENDBLK
0;BLOCK;2;VALVE;10;0;20;0;0;CIRCLE;10;0;20;0;40;6;0;ENDBLK;0;ENDSEC;0;SECTION;2;ENTITIES
0;INSERT;2;FRAME;66;1;10;0;20;0;0;ATTRIB;10;2;20;9;40;3;1;CWS-1;2;DWG_NO;0;ATTRIB;10;2;20;29;40;3;1;Pump;2;TITLE;0;SEQEND
0;CIRCLE;10;50;20;50;40;6;0;TEXT;10;48;20;51;40;2;1;PT;0;TEXT;10;47;20;47;40;2;1;1003
0;MTEXT;10;5;20;90;40;2;1;1. {\\fArial;Keep} P-101 \\S1/2;\\P2. 75%%d;0;DIMENSION;42;12.5;1;<> TYP;0;INSERT;2;VALVE;10;9;20;9;70;3;71;2;44;9;45;9
0;ACAD_TABLE;10;5;20;80;141;8;141;8;142;40;142;40;171;1;1;Item;171;1;1;Name;171;1;1;1;171;1;1;seal;0;ENDSEC;0;EOF
`.replaceAll(';', '\n');

/** A tank, a valve and a pump of a plant as DEXPI 1.x states them, drawn and in a loop. */
const PLANT = `<?xml version="1.0"?>
<PlantModel><PlantInformation SchemaVersion="4.1.1"/><MetaData ID="M"><GenericAttributes><GenericAttribute Name="DrawingNumberAssignmentClass" Value="CWS-1"/></GenericAttributes></MetaData>
<ShapeCatalogue><Equipment ComponentName="T"><PolyLine><Coordinate X="0" Y="0"/><Coordinate X="9" Y="9"/></PolyLine><Circle Radius="5"><Position><Location X="1" Y="2"/></Position></Circle></Equipment></ShapeCatalogue>
<Equipment ID="E1" TagName="TK-101" ComponentName="T"><Position><Location X="10" Y="20"/><Reference X="0" Y="1"/></Position><Scale X="2" Y="2"/><Nozzle ID="N1"/><Label ID="L"><Text String="TK-101" Height="3" TextAngle="90"/></Label></Equipment>
<Equipment ID="E2" TagName="P-101A"><Nozzle ID="N2"/></Equipment>
<PipingNetworkSystem ID="S" TagName="4-CW-1001-A1"><PipingNetworkSegment ID="G"><CenterLine><Coordinate X="1" Y="2"/><Coordinate X="30" Y="2"/></CenterLine><PipingComponent ID="V1"/><PipingComponent ID="V2" TagName="HV-7"/><Connection FromID="N1" ToID="N2"/></PipingNetworkSegment></PipingNetworkSystem>
<ProcessInstrumentationFunction ID="F" TagName="FT-12"><ProcessSignalGeneratingFunction ID="FS"><Association Type="is located in" ItemID="G"/></ProcessSignalGeneratingFunction></ProcessInstrumentationFunction>
</PlantModel>`;

const MODEL = `<?xml version="1.0"?>
<Model name="m"><Import prefix="Plant" source="https://data.dexpi.org/models/2.0.0/Plant.xml"/><Object type="Core/EngineeringModel"><Components property="ConceptualModel"><Object type="Plant/PlantModel">
<Components property="TaggedPlantItems"><Object id="E1" type="Plant/ProcessEquipment.Tank"><Data property="TagName"><String>TK-101</String></Data></Object><Object id="E2" type="Plant/ProcessEquipment.Pump"><Data property="TagName"><String>P-101A</String></Data></Object></Components>
<Components property="PipingNetworkSystems"><Object id="S" type="Plant/Piping.PipingNetworkSystem"><Components property="Segments"><Object id="G"><References objects="#E1" property="SourceItem"/><References objects="#E2" property="TargetItem"/></Object></Components></Object></Components>
</Object></Components><Components property="Diagram"><Object type="Core/Diagram.Text"><Data property="Text"><String>说明</String></Data><Data property="Position"><AggregatedDataValue><Data property="X"><Double>5.0</Double></Data><Data property="Y"><Double>6.0</Double></Data></AggregatedDataValue></Data></Object></Components></Object></Model>`;

const PICTURE = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><style>.a { font-size: 4px }</style><defs><symbol id="V"><path d="M-5,-3 5,3 5,-3 -5,3z"/></symbol><marker id="A" orient="auto"><path d="M0 0 L3 1 L0 2z"/></marker></defs>
<g transform="translate(1,2) rotate(5)"><rect x="20" y="30" width="20" height="40"/><text class="a" x="22" y="80">TK-101<tspan x="22" dy="5">储罐</tspan></text><use href="#V" x="90" y="50" transform="scale(1.5)"/>
<line x1="40" y1="50" x2="85" y2="50" marker-end="url(#A)"/><path d="M44 50a6 6 0 0 1 12 0c1 2 3 4 5 6q1 1 2 2z"/><polygon points="1,2 3,4 5,6"/><circle cx="150" cy="50" r="8"/></g></svg>`;

const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
const CONTENT = `BT /F1 18 Tf 40 260 Td (1 Seal replacement) Tj ET
BT /F1 11 Tf 40 230 Td (WARNING: Lock out pump P-101 first.) Tj ET
BT /F1 11 Tf 40 210 Td (1. Close valve V-2.) Tj 0 -16 Td (2. Torque the bolts to 45 N m.) Tj ET
40 100 300 60 re S 40 130 m 340 130 l S`;
const OBJECTS = [
  '<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>',
  '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>',
  PAGE,
  `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  PAGE,
  '<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>',
  '<< /Title (Seal replacement) /Parent 7 0 R /Dest [3 0 R /XYZ 0 300 0] >>',
];

/** Two pages whose streams are not packed, so that their operators can be mutated as text. */
function pdfText(): string {
  let text = '%PDF-1.4\n';
  const offsets = OBJECTS.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = OBJECTS.length + 1;
  return `${text}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const paragraph = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const cell = (text: string, span = ''): string => `<w:tc><w:tcPr>${span}</w:tcPr>${paragraph(text)}</w:tc>`;

const WORD: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
  [
    'word/_rels/document.xml.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`,
  ],
  [
    'word/document.xml',
    `${HEAD}<w:document ${W}><w:body>${paragraph('密封更换', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')}${paragraph('WARNING: Lock out P-101.')}${paragraph('关闭阀门 V-2。', item)}${paragraph('Torque to 45 N·m.', item)}<w:tbl><w:tr>${cell('Code')}${cell('原因')}</w:tr><w:tr>${cell('E-07', '<w:vMerge w:val="restart"/>')}${cell('过热')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Overload', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl></w:body></w:document>`,
  ],
  [
    'word/numbering.xml',
    `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  ],
  ['word/header1.xml', `${HEAD}<w:hdr ${W}>${paragraph('WI-PM-0042 Rev. C')}</w:hdr>`],
];

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const row = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((text, column) => `<c r="${String.fromCharCode(65 + column)}${number}" t="s"><v>${text}</v></c>`).join('')}</row>`;

const BOOK: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook ${S} xmlns:r="${RELATIONS}"><sheets><sheet name="报警" sheetId="1" r:id="r1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/worksheets/sheet1.xml',
    `${HEAD}<worksheet ${S}><sheetData>${row(1, ['0', '1', '2'])}${row(2, ['3', '4', '5'])}${row(3, ['3', '6', '7'])}<row r="4"><c r="A4"><v>45292.5</v></c><c r="B4" t="inlineStr"><is><t>泄漏</t></is></c><c r="C4"><f>SUM(A1:A3)</f><v>7</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
  ],
  [
    'xl/sharedStrings.xml',
    `${HEAD}<sst ${S} count="8" uniqueCount="8">${['Date', 'Asset', 'Description', '2024-01-02', 'P-101', 'Seal leaks', 'P-102', '轴承过热'].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  ],
  ['xl/styles.xml', `${HEAD}<styleSheet ${S}><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>`],
];

const LOG = `Date,Asset,Alarm,Description,Hours\n${Array.from({ length: 40 }, (_, index) => `2024-03-${String((index % 28) + 1).padStart(2, '0')},P-10${index % 4},E-0${index % 9},"Seal leaks, ${index} drops",${index}.5`).join('\n')}\n`;

const NOTE = `离心泵 P-101 维护\n==================\n\n第一章 密封\n\n警告：必须上锁挂牌。\n1. 关闭阀门 V-2\n2. 排空泵体\n\nCHECKS\n\nThe leakage must not exceed 10 drops/min at 5 bar ± 0.2 bar.\nIt is caused by worn faces or by running dry.\n`;

const MARKDOWN = `---\ntitle: P-101 手册\n---\n\n# 密封更换\n\n> [!WARNING]\n> 必须上锁挂牌。\n\n1. 关闭阀门 V-2\n2. Torque to 45 N·m\n   - check twice\n\n| 报警代码 | 原因 | 处理 |\n|---|---|---|\n| E-07 | 过热 | 检查冷却 |\n\n!!! danger "高压"\n    断电\n\n{% include callout.html type="warning" title="Hot" content="Wait" %}\n\n<table><tr><th>Part</th></tr><tr><td rowspan="2">Seal</td></tr></table>\n\n\`\`\`c\nint x;\n\`\`\`\n`;

const HTML = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>P-101</title><style>p{}</style></head><body><nav><a href="/">Home</a></nav><main><h1>密封更换</h1><div class="admonition warning"><p>Lock out.</p></div><ol start="3"><li>关闭阀门 V-2</li><li>Torque to <b>45</b> N·m</li></ol><table><caption>Table 1</caption><tr><th>Code</th><th>Cause</th></tr><tr><td rowspan="2">E-07</td><td>过热</td></tr><tr><td>Overload</td></tr></table><dl><dt>NPSH</dt><dd>Net positive suction head</dd></dl><pre>a\n b</pre><script>x()</script></main><footer>Rev. C</footer></body></html>\n`;

const RST = `=======\nP-101\n=======\n\n:Revision: C\n\n密封更换\n========\n\n.. warning:: Lock out |p|.\n\n   上锁挂牌。\n\n#. 关闭阀门 V-2\n#. Torque to 45 N·m\n\n.. list-table:: Alarms\n   :header-rows: 1\n\n   * - Code\n     - Cause\n   * - E-07\n     - 过热\n\n+------+------+\n| a    | b    |\n+======+======+\n| c    | d    |\n+------+------+\n\n===  ===\nA    B\n===  ===\n1    2\n===  ===\n\nNPSH\n  Net positive suction head\n\n.. |p| replace:: pump P-101\n.. comment\n\n::\n\n  code\n`;
