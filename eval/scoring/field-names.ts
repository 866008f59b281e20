import { fold } from '../../kernel/index.ts';

export const FIELD_ROLES = ['id', 'question', 'answer', 'contexts', 'reference', 'label', 'fault', 'form'] as const;
/** `label` says that an answer is supported, `fault` that it is not. */
export type FieldRole = (typeof FIELD_ROLES)[number];

/** Names under which common tools and people export the fields of an answer. */
const NAMES: Readonly<Record<FieldRole, readonly string[]>> = {
  id: ['id', 'rowid', 'sampleid', '编号', '序号'],
  question: ['question', 'userinput', 'query', 'prompt', 'input', '问题', '提问', '用户问题'],
  answer: [
    'answer',
    'response',
    'output',
    'actualoutput',
    'prediction',
    'generatedanswer',
    'claim',
    'statement',
    '回答',
    '答案',
    '生成答案',
    '模型回答',
    '断言',
    '论断',
    '陈述',
  ],
  contexts: [
    'contexts',
    'context',
    'retrievedcontexts',
    'retrievalcontext',
    'sources',
    'source',
    'documents',
    'document',
    'passages',
    'knowledge',
    'evidence',
    '上下文',
    '检索内容',
    '检索结果',
    '参考资料',
    '来源',
    '证据',
  ],
  reference: ['reference', 'groundtruth', 'groundtruths', 'expected', 'expectedoutput', 'referenceanswer', '参考答案', '标准答案'],
  label: ['label', 'supported', 'issupported', 'faithful', 'isfaithful', 'grounded', 'isgrounded', '标签', '有依据', '是否有依据'],
  fault: ['hallucination', 'ishallucination', 'hallucinated', 'unsupported', '幻觉', '是否幻觉'],
  form: ['form', 'category', 'task', 'tasktype', 'model', '类别', '任务', '模型'],
};

/**
 * Which fields play which role: the one that the user named, else the first that bears a known name. Contexts may stand in several
 * fields that are told apart by a number (`context_1`, `context_2`).
 */
export function rolesOf(
  fields: readonly string[],
  said: Partial<Readonly<Record<FieldRole, string>>>,
): Readonly<Record<FieldRole, readonly string[]>> {
  const fieldsOf = (role: FieldRole): readonly string[] => {
    const own = said[role];
    if (own !== undefined) return fields.filter((field) => field === own);
    const stem = role === 'contexts' ? (field: string) => tight(field).replace(/\d+$/u, '') : tight;
    const name = NAMES[role].find((known) => fields.some((field) => stem(field) === known));
    const found = name === undefined ? [] : fields.filter((field) => stem(field) === name);
    return role === 'contexts' ? found : found.slice(0, 1);
  };
  return Object.fromEntries(FIELD_ROLES.map((role) => [role, fieldsOf(role)])) as Record<FieldRole, readonly string[]>;
}

function tight(field: string): string {
  return fold(field).replace(/[\s_-]+/gu, '');
}
