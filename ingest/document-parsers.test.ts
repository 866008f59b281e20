import { type ContractGaps, documentParserContract, type ParserSample } from './parser/document-parser.contract.ts';
import { loadParser } from './parsers.ts';
import {
  csvSamples,
  docSamples,
  dxfSamples,
  manualSamples,
  pptxSamples,
  textSamples,
  xlsSamples,
  xlsxSamples,
} from './test-support/contract-samples.ts';

const SAMPLES = {
  markdown: () => manualSamples('markdown'),
  rst: () => manualSamples('rst'),
  html: () => manualSamples('html'),
  docx: () => manualSamples('docx'),
  doc: docSamples,
  pptx: pptxSamples,
  text: textSamples,
  pdf: () => manualSamples('pdf'),
  csv: csvSamples,
  xlsx: xlsxSamples,
  xls: xlsSamples,
  dxf: dxfSamples,
} as const;

const GAPS: Partial<Record<keyof typeof SAMPLES, ContractGaps>> = {};

for (const [format, samples] of Object.entries(SAMPLES) as [keyof typeof SAMPLES, () => Promise<readonly ParserSample[]>][]) {
  documentParserContract(() => loadParser(format), format, samples, GAPS[format]);
}
