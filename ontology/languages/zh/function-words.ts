/** Chinese words that carry the form of a question and no subject: evidence need not account for them. */
export const FUNCTION_WORDS = `
  的 地 得 了 着 过 吗 呢 吧 啊 么 是 为 有 无 在 于 和 与 及 或 把 被 将 由 从
  对 对于 关于 根据 按 按照 依据 依照 向 往 到 至 给 让 使 其 该 此 这 那 它 他 她 我 你 您
  我们 你们 他们 这个 那个 这些 那些 什么 哪 哪个 哪些 哪种 哪里 哪儿 谁 几 多少 多大 多高 多低 多久 多重 多快 怎么 怎样 怎么样
  如何 为什么 为何 何时 何种 何 是否 能否 可否 请 请问 问 想 知道 告诉 列出 给出 说 介绍 一下 查 查一下 应 应该 应当 需
  需要 须 必须 要 会 能 能够 可以 可能 可 用 使用 做 作 执行 之 后 前 以后 之后 之前 以前 时 时候 当 如果
  若 假如 的话 则 就 都 也 还 又 再 才 只 并 而 但 而且 以及 并且 因为 由于 既然 鉴于 已知 所以 因此 那么
  每 各 个 台 种 次 项 条 张 份 本 下 上 中 里 内 外 间 手册 文件 文档 资料 中的 要求 等于 为多少
  一般 通常 正确 推荐 允许 不能 不得 不可 不应 不要 不许 超过 不超过 高于 低于 大于 小于 至少 至多 最多 最少 以上 以下 何以 干过 做过
  修过 换过 活 什么活 哪天 哪一天 几号 何日 日期 那天 多少次 几次 总 最近一次 上一次 最频繁 这种 那种 这样 那样 这么 啥 为啥 咋 咋样 咋办 咋整 咋弄 咋回事 还有 别的 其他 其它 记录 历史 次数 总共 一共 共 合计 累计 平均 上次
  最近 最后 最后一次 哪一 一 具体 分别 全部 所有 先 位 指 叫 称 一次 数 隔 进行 采取`;

/** Chinese nouns and verbs by which an intent is asked: in a question of that intent they are no subject, in others they are. */
export const ASKING_WORDS: Readonly<Record<string, string>> = {
  'cause-of-symptom': '原因 故障原因 引起 造成 导致 怎么回事 发生 出现 产生 问题 情况 现象 失效 错误 故障',
  remedy:
    '处理 处置 解决 排除 方法 措施 办法 怎么办 对策 应对 原因 故障原因 引起 造成 导致 采取 发生 出现 产生 问题 情况 现象 操作 故障 查出 检查',
  'next-check': '检查 首先 先 下一步 处理 原因 引起 发生 出现 问题 情况 现象 方法 步骤',
  'alarm-code':
    '代码 意思 含义 表示 代表 意味 意味着 定义 指 指的 叫 称 什么意思 错误 错误码 故障码 警报 显示 触发 报出 原因 处理 处置 措施 检查 采取 引起 出现 发生 方法',
  definition: '代码 意思 含义 表示 代表 意味 意味着 定义 指 指的 叫 称 什么意思 说明',
  procedure: '步骤 流程 程序 顺序 操作 过程 方法 办法 进行',
  specification: '值 数值 数 数量 参数 大小 间隔 周期 时间 多长时间 隔 一次 每隔 规定值 多长 位',
  'part-or-tool': '备件 配件 零件 工具 备件号 件号 零件号 订货号 订 订货 订购 准备 代码 数量',
  'safety-isolation': '步骤 措施 方法 操作 时间',
  'where-drawn': '图 图纸 画 画在 绘制 标 标注 出现 张 上',
  'find-document': '说明 规定 内容',
};

/** Chinese words for whatever a plant is made of and whoever works there: beside a name or another word they narrow nothing down. */
export const GENERIC_NOUNS = '设备 现场 技术员 操作员';

/** Forms that ask for a measure by an adjective. */
export const DEGREE_FORMS = '多(?:大|高|低|热|快|重|紧|深|厚|宽|远|长|久)';
