/** Chinese words that say nothing of what a text is about, folded, before stemming. */
export const STOP_WORDS = `的 了 着 过 地 得 之 其 与 和 及 或 并 而 且 但 则 也 都 还 就 又 把 被 将 对 对于 关于 由 由于 从 自 以 向 在 于 到 至
为 是 有 等 等等 这 那 该 此 各 每 某 个 这个 那个 这些 那些 哪 哪个 哪些 哪里 什么 怎么 怎么办 怎么回事 怎样 如何 多久 多长 多大 多高 何时 哪种 哪儿 有哪些 什么时候 为何 为什么 多少 几 几个 请 请问 吗 呢 吧 啊
我 你 您 他 她 它 我们 你们 他们 它们 可 可以 可能 能 能够 应 应该 应当 需 需要 要 会 所 所以 因为 因此 如 如果 以及 并且 而且 一个 一些
进行 以上 以下 其他 其它 通过 根据 按照 时 时候 是否 有没有 什么样`;

/** Characters that tell nothing where texts are compared by neighbouring pairs. */
export const STOP_CHARACTERS = '的了着是在为有和与及或把被将由从对于其该此这那请应须需要可会能以并而且也都则就到至给等个';
