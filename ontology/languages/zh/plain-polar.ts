/** Forms of asking for a yes or no, with what states the same; sources of patterns on folded text, tried in this order. */
export const PLAIN_POLAR: readonly (readonly [form: string, plain: string])[] = [
  ['能不能|可不可以|能否|可否', '可以'],
  ['需不需要|用不用', '需要'],
  ['要不要', '要'],
  ['行不行', '可以'],
  ['是不是|是否', ''],
  ['[吗么][\\s?？]*$', ''],
];
