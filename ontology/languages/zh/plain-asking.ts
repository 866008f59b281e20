/** Words of asking as they are spoken, with the written ones; sources of patterns on folded text, tried in this order. */
export const PLAIN_ASKING: readonly (readonly [form: string, plain: string])[] = [
  ['咋(?:[整弄搞办])', '怎么办'],
  ['咋', '怎么'],
  ['为啥', '为什么'],
  ['啥', '什么'],
];
