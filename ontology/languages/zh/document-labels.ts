import type { DocumentLabelForms } from '../document-label-forms.ts';

export const DOCUMENT_LABELS: DocumentLabelForms = {
  number: ['(?:文件|文档|资料|手册|规程)编号', '(?:文件|文档)号', '编\\s*号'],
  revision: ['(?:文件|文档|手册)?(?:修订版次|修订版本|修订号|版本号|版\\s*次|版\\s*本|修订版?)'],
  effective: ['(?:生效|实施|发布|批准|修订)日期', '日\\s*期'],
  afterDate: ['起(?:生效|实施|执行|施行)?', '(?:生效|实施|发布|执行|施行)'],
  page: ['第\\s*\\d+\\s*页(?:\\s*[/,，]?\\s*共\\s*\\d+\\s*页)?', '共\\s*\\d+\\s*页(?:\\s*[/,，]?\\s*第\\s*\\d+\\s*页)?'],
  generated: ['(?:AI|人工智能)\\s*(?:辅助)?(?:生成|合成)'],
};
