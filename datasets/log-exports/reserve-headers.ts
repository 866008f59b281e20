/** Headers kept back: whoever works on the reader of exports does not look here. Lines as `open-headers.ts` has them. */
export const RESERVE_HEADERS = `
order | en: Docket, Req #, Job ref, Call id | de: Vorgang, Beleg, Laufnummer Störung | zh: 派工单, 报修流水, 任务编码, 工作票号
order-type | en: Nature of work, Category of job, Why raised | de: Art der Arbeit, Kategorie | zh: 作业性质, 检修性质, 工作性质
asset | en: Plant item, Machine code, Eqpt, Rig | de: Objekt, Aggregat, Maschinen-Nr. | zh: 设备代码, 机号, 装置编号, 泵机编号
asset-name | en: Machine called, Item name | de: Benennung, Aggregatname | zh: 设备俗名, 机器名称, 装备名称
location | en: Where installed, Bay | de: Einbauort, Halle | zh: 安装处, 所属工段
text | en: Trouble reported, What happened, Job details, Operator's words | de: Was war los, Störungstext, Meldung des Bedieners | zh: 情况描述, 异常说明, 问题简述, 发生经过
cause | en: Due to, Traced to, Why it failed | de: Grund, Zurückzuführen auf | zh: 起因, 故障根源, 原因说明
action | en: Put right by, How fixed, Steps taken | de: Was getan wurde, Behebung | zh: 如何处理, 采取的措施, 修理情况
date | en: Logged, Breakdown began, Received on, When | de: Gemeldet am, Aufgetreten, Tag | zh: 何时发生, 报障时刻, 发现日期, 当日
end-date | en: Back in service, Handed over, Up again | de: Wieder in Betrieb, Erledigt am | zh: 投运时间, 交付时间, 何时修好
downtime | en: Lost production, Standstill, Idle | de: Stillstand, Verlorene Zeit | zh: 影响生产时间, 停产时长, 误机时间
labour | en: Hands-on time, Fitter time | de: Aufwand, Montagezeit | zh: 人工耗时, 检修用工
cost | en: Spend, Charged, Outlay | de: Aufwendungen, Betrag | zh: 花费, 支出, 结算金额
material | en: Parts bill, Stores issue | de: Ersatzteilkosten, Materialwert | zh: 备件金额, 领料金额
currency | en: Curr, Ccy | de: Whg, Währg. | zh: 币种, 货币码
status | en: Stage, Progress | de: Stand, Bearbeitungsstand | zh: 进展, 闭环状态
priority | en: Importance, Rank | de: Dringlichkeit, Wichtigkeit | zh: 轻重缓急, 重要程度
failure-code | en: Damage key, Defect group | de: Schadensschlüssel, Fehlergruppe | zh: 缺陷编码, 损坏类别
person | en: Fitter, Attended by, Signed | de: Schlosser, Ausgeführt durch | zh: 检修工, 处理者, 签名
shift | en: Watch, Turn | de: Schicht, Tour | zh: 班别, 值次
alarm-tag | en: Point, Origin | de: Messstelle, Quelle | zh: 点名, 信号名
severity | en: Urgency class, Alarm level | de: Klasse, Alarmstufe | zh: 报警分级, 级别
alarm-state | en: Transition, In/Out | de: Status K/G, Übergang | zh: 动作, 状态变化
alarm-text | en: Wording, Event | de: Klartext, Ereignis | zh: 事件, 报警详情
item | en: Look at, Point to inspect | de: Prüfpunkt, Was prüfen | zh: 查看部位, 巡查内容
standard | en: Should be, OK if | de: Sollzustand, In Ordnung wenn | zh: 要求, 合格判据
value | en: Found, As read | de: Istwert, Abgelesen | zh: 实际读数, 抄表值
row | en: Line, S/N | de: Lfd. Nr., Zeile | zh: 序, 行次
`;
