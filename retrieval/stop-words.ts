/**
 * Words that say nothing of what a text is about, in their folded form, before stemming. Words that a plant's texts turn on
 * are not here on purpose: not, no, before, after, off, on, 不, 未, 无, 前, 后, 开, 关.
 */
const ENGLISH = `a an the this that these those it its they them their there here he she his her we our us you your i my me
is are was were be been being am do does did done has have had having can could may might must shall should will would
of in at by for with from to as into onto about and or but so if then than because since while also such very too just only
what which who whom whose when where why how often please tell let any some all each every both other another same own
s t re ve ll d m`;

const CHINESE = `的 了 着 过 地 得 之 其 与 和 及 或 并 而 且 但 则 也 都 还 就 又 把 被 将 对 对于 关于 由 由于 从 自 以 向 在 于 到 至
为 是 有 等 等等 这 那 该 此 各 每 某 个 这个 那个 这些 那些 哪 哪个 哪些 哪里 什么 怎么 怎么办 怎么回事 怎样 如何 多久 多长 多大 多高 何时 哪种 哪儿 有哪些 什么时候 为何 为什么 多少 几 几个 请 请问 吗 呢 吧 啊
我 你 您 他 她 它 我们 你们 他们 它们 可 可以 可能 能 能够 应 应该 应当 需 需要 要 会 所 所以 因为 因此 如 如果 以及 并且 而且 一个 一些
进行 以上 以下 其他 其它 通过 根据 按照 时 时候 是否 有没有 什么样`;

export const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${CHINESE}`.split(/\s+/));
