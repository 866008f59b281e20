import type { ScopeWordForms } from '../scope-word-forms.ts';

export const SCOPE_WORDS: ScopeWordForms = {
  labels: {
    product: ['product(?:\\s*name)?', 'products'],
    model: ['(?:product\\s*)?models?(?:\\s*(?:number|no\\.?|name))?', 'type\\s*designation'],
    variant: ['variants?', 'configuration'],
    version: ['(?:software|firmware|product|hardware)\\s*(?:version|revision|release)'],
    serialRange: ['serial\\s*(?:numbers?|nos?\\.?)(?:\\s*range)?', 'serial\\s*range'],
  },
  containers: [
    ...['a', 'an', 'and', 'for', 'of', 'the', 'to', 'in', 'on', 'with', 'docs', 'doc', 'document', 'documents', 'documentation'],
    ...['manual', 'manuals', 'handbook', 'guide', 'guides', 'book', 'quick', 'start', 'getting', 'started', 'introduction', 'intro'],
    ...['overview', 'readme', 'index', 'faq', 'faqs', 'questions', 'help', 'support', 'reference', 'references', 'tutorial', 'tutorials'],
    ...['user', 'users', 'operator', 'operation', 'operating', 'installation', 'maintenance', 'service', 'safety', 'procedure'],
    ...['procedures', 'instruction', 'instructions', 'bulletin', 'bulletins', 'report', 'reports', 'log', 'logs', 'record', 'records'],
    ...['list', 'lists', 'data', 'datasheet', 'datasheets', 'sheet', 'specification', 'specifications', 'drawing', 'drawings'],
    ...['file', 'files', 'folder', 'upload', 'uploads', 'input', 'output', 'source', 'sources', 'src', 'content', 'contents', 'pages'],
    ...['archive', 'archives', 'old', 'new', 'draft', 'drafts', 'final', 'copy', 'misc', 'other', 'others', 'common', 'general', 'main'],
    ...['en', 'eng', 'english', 'zh', 'cn', 'chinese', 'hans', 'hant', 'us', 'gb', 'assets', 'images', 'static', 'public', 'site', 'www'],
    ...['chapter', 'section', 'part', 'appendix', 'volume', 'orders', 'order', 'work', 'workorders', 'alarms', 'alarm', 'incidents'],
  ],
  versionWords: ['version', 'ver\\.?', 'v', 'release'],
  applies: {
    own: [
      '(?:this|these|the\\s+present)\\s+(?:[a-z&-]+\\s+){0,4}(?:manual|instructions?|handbook|guide|document|procedure|bulletin|booklet|publication)\\s+(?:(?:applies|apply)\\s+(?:only\\s+)?to|(?:is|are)\\s+(?:only\\s+)?(?:valid|applicable)\\s+(?:only\\s+)?(?:for|to)|covers?)',
    ],
    bare: ['(?:applies|applicable)\\s+(?:only\\s+)?to', 'valid\\s+(?:only\\s+)?for'],
    elsewhere: [
      ...['in', 'on', 'at', 'by', 'with', 'without', 'per', 'from', 'under', 'according', 'except', 'excluding', 'but', 'not', 'other'],
      ...['than', 'for', 'to', 'that', 'which', 'into', 'against', 'between', 'similar', 'like', 'replacing', 'supplied', 'connected'],
    ],
    between: ['and', 'or', 'as\\s+well\\s+as'],
    upTo: ['to', 'through'],
  },
};
