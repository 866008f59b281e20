/** Words before the label proper: `Rev. C`, `版本 2`, `V1.3`. */
export const LABEL_PREFIX = /^(?:revision|rev|version|ver|issue|v|第|修订版?|版本?次?)[\s.:：]*(?=[\p{L}\p{N}])/u;
