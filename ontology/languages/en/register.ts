import type { RegisterHeaders } from '../register-headers.ts';

/** English headers of a register of documents, folded; the first is the one that is said. */
export const REGISTER_HEADERS: RegisterHeaders = {
  name: ['file', 'uri', 'path', 'filename', 'document'],
  title: ['title', 'name'],
  documentNumber: ['number', 'documentnumber', 'documentno', 'docno', 'docnumber', 'no'],
  revision: ['revision', 'rev', 'version', 'issue'],
  effective: ['effective', 'effectivedate', 'date', 'validfrom'],
  authority: ['authority'],
  labels: ['labels', 'label', 'access'],
  site: ['site', 'plant'],
  product: ['product', 'productname'],
  model: ['model', 'models', 'modelno'],
  variant: ['variant'],
  version: ['productversion', 'softwareversion', 'firmwareversion'],
  'serial-range': ['serialrange', 'serial', 'serialnumbers', 'serialno'],
};

/** How a day is written in such a register. */
export const DAY_EXAMPLE = '2026-01-31';
