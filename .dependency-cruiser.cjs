/**
 * Holds the import table of docs/architecture.md by machine. One rule a row; the comment of a rule says why it is there.
 * tools/check-boundaries.ts runs it, checks that modules were really cruised and that a planted bad import fails.
 */
const ALLOWED = {
  kernel: [],
  storage: ['kernel'],
  models: ['kernel'],
  ontology: ['kernel'],
  ingest: ['kernel', 'ontology'],
  graph: ['kernel', 'ontology'],
  ledger: ['kernel', 'storage', 'ontology'],
  retrieval: ['kernel', 'ontology', 'graph'],
  answering: ['kernel', 'ontology', 'retrieval'],
  datasets: ['kernel'],
  app: ['kernel', 'storage', 'models', 'ontology', 'ingest', 'ledger', 'graph', 'retrieval', 'answering'],
  eval: ['kernel', 'models', 'ontology', 'ingest', 'graph', 'retrieval', 'answering', 'app', 'datasets'],
  api: ['kernel', 'app', 'eval'],
  tools: ['kernel', 'ontology', 'models'],
  web: [],
};
const FOLDERS = Object.keys(ALLOWED);
/** Adapters may open connections, the rest of these folders may not. */
const STORAGE_FROM_ADAPTERS = ['graph', 'retrieval'];
/** The page speaks HTTP; what it says and hears has the types of the contract, and nothing of it is built into the page. */
const TYPES_FOR_WEB = '^api/contract/';
/** Words that a report shares with the page, as data: no program of the page is used outside of it. */
const WORDS_OF_PAGE = '^web/languages/[a-z-]+\\.json$';
const TESTS = '\\.(test|contract|fixture|test-support)\\.ts$|/test-support/';
/** Vendor package → the only places that may import it. */
const VENDORS = {
  '^(better-sqlite3|kysely)': '^(storage|ledger|graph/adapters/sqlite|retrieval/adapters/sqlite|eval/bench/peers)/',
  '^pg/': '^storage/',
  '^@elastic/elasticsearch': '^retrieval/adapters/elasticsearch/',
  '^(hono|@hono)': '^api/http/|^api/contract/',
  '^@fastify/busboy': '^api/http/',
  '^prom-client': '^api/http/metrics',
  '^commander|^cli-progress': '^api/cli/',
  '^pdfjs-dist': '^(ingest/(pages/pdf|pages/render-page|sandbox)|eval/bench/peers)',
  '^@napi-rs/canvas': '^ingest/(pages/(pdf|image|mark-boxes)|raster/decode-picture|picture|drawings/draw)|^eval/fuzz/',
  '^utif2': '^ingest/raster/',
  '^(tesseract\\.js|@tesseract\\.js-data)': '^ingest/ocr/',
  '^onnxruntime-': '^(models/onnx|ingest/ocr/pp-ocr)/',
  '^word-extractor': '^ingest/flow/doc/',
  '^xlsx/': '^ingest/rows/xls/',
  '^mammoth': '^ingest/flow/docx/',
  '^parse5': '^ingest/flow/(blocks|docx)/',
  '^(saxes|yauzl)': '^ingest/',
  '^(mdast|micromark)': '^ingest/flow/markdown/',
  '^neo4j-driver': '^graph/adapters/neo4j/',
  '^@node-rs/jieba': '^retrieval/analyse',
  '^preact': '^web/',
  '^hash-wasm': '^app/callers/',
  '^@opentelemetry': '^app/telemetry/',
  '^jose': '^app/callers/oidc/',
};

const tableRules = FOLDERS.map((folder) => ({
  name: `${folder}-imports`,
  comment: `${folder} may import: ${ALLOWED[folder].join(', ') || 'nothing of the project'}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: TESTS },
  to: {
    path: `^(${FOLDERS.filter((other) => other !== folder && !ALLOWED[folder].includes(other) && !(other === 'storage' && STORAGE_FROM_ADAPTERS.includes(folder))).join('|')})/`,
    ...(folder === 'web' ? { pathNot: TYPES_FOR_WEB } : {}),
    ...(folder === 'eval' ? { pathNot: WORDS_OF_PAGE } : {}),
  },
}));
const indexRules = FOLDERS.map((folder) => ({
  name: `${folder}-through-index`,
  comment: `what is not in ${folder}/index.ts is private to the folder`,
  severity: 'error',
  from: { path: `^(${FOLDERS.filter((other) => other !== folder && other !== 'web').join('|')})/`, pathNot: TESTS },
  to: { path: `^${folder}/`, pathNot: `^${folder}/index\\.ts$|${WORDS_OF_PAGE}` },
}));
const vendorRules = Object.entries(VENDORS).map(([vendor, place]) => ({
  name: `vendor ${vendor}`,
  comment: 'a vendor package stays behind its adapter or parser',
  severity: 'error',
  from: { path: `^(${FOLDERS.join('|')})/`, pathNot: `${place}|^tools/|^datasets/|${TESTS}` },
  to: { path: `node_modules/${vendor.replace('^', '')}` },
}));

module.exports = {
  forbidden: [
    ...tableRules,
    ...indexRules,
    ...vendorRules,
    {
      name: 'storage-from-adapters-only',
      comment: 'only adapters hold connections',
      severity: 'error',
      from: { path: '^(graph|retrieval)/', pathNot: `^(graph|retrieval)/adapters/|${TESTS}` },
      to: { path: '^storage/' },
    },
    {
      name: 'no-test-in-production',
      comment: 'production code never leans on a test',
      severity: 'error',
      from: { path: `^(${FOLDERS.join('|')})/`, pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'web-types-only',
      comment: 'of the contract the page takes types, which are gone when it is built',
      severity: 'error',
      from: { path: '^web/', pathNot: TESTS },
      to: { path: TYPES_FOR_WEB, dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', comment: 'a cycle hides which part is the lower one', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-resolution',
      comment: 'an import that resolves to nothing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
