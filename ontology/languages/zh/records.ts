/** Chinese words of questions over the rows of a log: `meaning | folded phrases by comma`. */
export const ZH_RECORD_WORDS = `
form | 的, 以外, 之外, 外, 除外, 等,  了, 过, 着, 吗, 呢, 是, 为, 在, 有, 里, 中, 内, 上, 于, 和, 与, 共, 请, 问, 请问, 我, 我们, 这, 那, 该, 其, 被, 把, 对, 从, 到, 个, 张, 条, 起, 份, 台, 次, 例, 项, 行, 种, 元, 一共, 总共, 共有, 全部, 所有, 整个, 期间, 发生, 出现, 触发, 报出, 产生, 登记, 开出, 下达, 属于, 记录中, 数据, 数据中, 履历, 台账, 报警历史, 历史, 报警历史中, 多少, 几, 什么, 是什么, 哪些, 多高, 曾, 曾经, 至今, 累计, 值
history | 做过, 干过, 修过, 换过, 更换过, 维修过, 什么活, 活, 做, 干, 上次, 上一次, 最近, 最近一次, 最后一次, 最新, 什么时候, 何时, 哪天, 哪一天, 几号, 日期, 维修, 检修, 维护, 保养, 历史, 记录, 进行, 哪些, 一次, 时间, 啥
last | 上次, 上一次, 最近一次, 最后一次, 最新
cancelled | 取消, 作废
count | 多少张, 多少条, 多少起, 多少次, 多少个, 多少份, 多少例, 多少项, 多少行, 几张, 几条, 几起, 几次, 几个, 次数, 数目, 总数, 数量, 有多少, 多少
total | 合计, 总计, 累计, 总和, 总的, 总, 一共, 总共, 多少小时, 多少元, 多少钱, 几小时, 总时长, 总额
mean | 平均, 均值, 平均值, 平均每次
median | 中位数
most | 最多, 最高, 最大, 最长, 最贵
least | 最少, 最低, 最小, 最短, 最便宜
top | 前
frequent | 最频繁, 最常见, 最常, 最常出现, 最频繁出现
group | 哪, 哪个, 哪一个, 哪种, 哪一种, 哪类, 哪条, 哪项, 哪张, 什么, 哪些, 是什么, 哪一年, 哪年, 哪个月, 哪台, 哪一台
each | 每, 每个, 每种, 每类, 各, 各个, 各种, 按, 按照, 逐, 分别, 每年, 各年, 逐年, 按年, 每月, 各月, 逐月, 按月, 每个月, 每周, 每天, 每日, 每台
different | 不同, 不同的, 多少种, 多少类, 几种, 多少台
and | 和, 与, 及, 以及, 且, 并且
or | 或, 或者, 还是
not | 不, 不是, 没, 没有, 未, 无, 非, 除, 除了, 除去, 不含, 不包括, 不属于, 未填, 未填写, 没填, 没有填写, 缺, 缺少, 并非, 不在, 不到
empty | 为空, 空, 空白, 缺失, 未填写, 没有填写
filled | 不为空, 已填写, 已填
mention | 提到, 提及, 包含, 含有, 写到, 写有, 说到
about | 涉及, 关于, 有关, 相关
year | 年, 年份, 哪一年, 哪年, 每年, 各年, 逐年, 按年, 年度
quarter | 季度, 季
month | 月, 月份, 个月, 哪个月, 每月, 各月, 逐月, 按月, 每个月
week | 周, 星期, 每周
day | 天, 日, 每天, 每日
work-order | 工单, 单子, 工作单, 维修单, 检修单, 维修工单, 检修工单, 维护工单, 通知单, 维修记录, 检修记录, 维护记录
alarm | 报警, 告警, 警报, 报警记录, 告警记录, 报警事件
fmea-row | fmea
spare-part | 备件
record | 记录, 条目, 行, 事件, 事故, 案例, 报告
column asset | 设备, 机器, 资产, 机台, 哪台, 哪一台, 每台, 位号
column failure-mode | 故障模式, 失效模式, 故障模式代码
column work-type | 工作类型, 工单类型, 维修类型, 检修类型, 类型, 类别
column component | 部件, 零部件, 组件
column alarm-code | 报警代码, 报警码, 报警号, 报警, 告警
column cost | 多少元, 多少钱, 最贵, 最便宜, 费用, 成本, 花费, 花了, 花, 金额, 维修费用, 维修成本, 检修费用, 钱
column duration | 多少小时, 几小时, 停机, 停机时间, 停机时长, 小时, 时长, 工时, 耗时, 用时, 停机小时, 持续时间
column priority | 优先级
column status | 状态
column location | 地点, 位置
column person | 维修人员, 人员, 技术员
column end-date | 完成, 完工, 结束
column severity | 严重度
column occurrence | 频度, 发生度
column detection | 探测度, 检测度
column risk-priority | 风险优先数, 风险顺序数
kind corrective | 纠正性, 纠正性维护, 纠正性维修, 故障维修, 抢修, 消缺, 非计划
kind preventive | 预防性, 预防性维护, 预防性维修, 计划性, 定期
kind inspection | 巡检, 点检
kind modification | 改造, 技改
values corrective | 纠正性维修, 纠正性维护, 故障维修, 抢修, 消缺
values preventive | 预防性维护, 预防性维修, 定期维护, 计划检修
values inspection | 巡检, 点检, 检查
values modification | 改造, 技改
values true | 是, 真
values false | 否, 假
`;
