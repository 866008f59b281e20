/**
 * Words that carry the form of a question and no subject: evidence need not account for them. Nouns of asking
 * (`value`, `procedure`, `原因`) are among them, since the intent has already taken them up.
 */
const ENGLISH =
  `a an the this that these those there here it its they them their he she his her i me my we us our you your one ones someone anyone
  is are was were be been being am do does did done doing have has had having can could may might must shall should will would ought need needs needed
  what which who whom whose when where why how whether if then than else so as at by for from in into of on off onto out over under up down to too
  with within without about above below between among during after before again once per via and or but nor not no yes also both each every all any some
  most more less least many much few lot lots very just only still such same other another own
  please tell show give list name say says said find get got go goes make makes take takes put let know want like use used using
  according manual document documents documentation documented handbook page section table described described written stated
  value values figure number numbers amount quantity unit level exactly approximately correct right proper recommended required specified allowed permitted
  cause causes caused causing reason reasons possible probable likely could wrong problem problems issue happen happens happened happening occur occurs occurred
  remedy remedies fix fixed solve solved solution correct corrected action actions respond response corrective countermeasure deal handle
  check checks checked first next procedure procedures step steps sequence order instruction instructions process way
  mean means meaning meant indicate indicates indicated stand stands define definition signify signifies called abbreviation
  set setpoint point long often frequently interval high low hot fast heavy far tight large big deep thick
  maximum minimum max min nominal rated normal
  record records recorded history times time count total sum average last latest recent
  since because given assuming due lead leads led although though while until unless
  don't doesn't isn't aren't can't what's s t plant site technician operator operators equipment machine
  exceed exceeds exceeded exceeding shown shows show displays display displayed came comes come up triggers trigger triggered trips allow allows permitted permit
  parts part tools tool spare spares order ordering ordered buy belong belongs hold holds look during
  failure failures fail fails failed error errors code codes
  found find finding saw see seen noticed notice detected take along bring
  perform performed carry carried execute executed complete completed follow followed start-to-finish`
    .split(/\s+/)
    .filter((word) => word !== '');

const CHINESE =
  `的 地 得 了 着 过 吗 呢 吧 啊 么 是 为 有 无 在 于 和 与 及 或 把 被 将 由 从 对 对于 关于 根据 按 按照 依据 依照 向 往 到 至 给 让 使 其 该 此 这 那 它 他 她 我 你 您 我们 你们 他们 这个 那个 这些 那些
  什么 哪 哪个 哪些 哪种 哪里 哪儿 谁 几 多少 多大 多高 多低 多久 多长 多重 多快 怎么 怎样 怎么样 如何 为什么 为何 何时 何种 何 是否 能否 可否 请 请问 问 想 知道 告诉 列出 给出 说明 说 介绍 一下 查 查一下
  应 应该 应当 需 需要 须 必须 要 会 能 能够 可以 可能 可 得 用 使用 进行 做 作 采取 执行 之 后 前 以后 之后 之前 以前 时 时候 当 如果 若 假如 的话 则 就 都 也 还 又 再 才 只 并 而 但 而且 以及 并且 因为 由于 既然 鉴于 已知 所以 因此 那么 每 各 个 台 种 次 项 条 张 份 本 下 上 中 里 内 外 间
  手册 文件 文档 资料 中的 规定 要求 值 数值 数 数量 参数 大小 等于 为多少 一般 通常 正常 正确 推荐 允许 规定值
  原因 故障原因 引起 造成 导致 怎么回事 发生 出现 产生 问题 情况 现象
  处理 处置 解决 排除 方法 措施 办法 怎么办 对策 应对 检查 首先 先 下一步 步骤 流程 程序 顺序 操作 过程
  意思 含义 表示 代表 意味 意味着 定义 指 指的 叫 称 代码 什么意思
  最大 最小 最高 最低 额定 间隔 周期 时间 多长时间 隔 一次 每隔
  不能 不得 不可 不应 不要 不许 超过 不超过 高于 低于 大于 小于 至少 至多 最多 最少 以上 以下 多长
  备件 配件 零件 工具 备件号 件号 零件号 订货号 订 订货 订购 准备 显示 触发 报出 查出 既然 鉴于 那么 怎样 何以
  错误 错误码 故障码 警报 失效
  干过 做过 修过 换过 活 什么活 哪天 哪一天 几号 何日 日期 一次 那天 多少次 几次 总 最近一次 上一次 最多 最少 最频繁
  记录 历史 次数 总共 一共 共 合计 累计 平均 上次 最近 最后 最后一次 哪一 一 位 设备 现场 技术员 操作员 具体 分别 全部 所有`
    .split(/\s+/)
    .filter((word) => word !== '');

export const FUNCTION_WORDS: ReadonlySet<string> = new Set([...ENGLISH, ...CHINESE]);
