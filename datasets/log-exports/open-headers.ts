/** Headers as systems and forms have them: `field | language: headers by comma | …`. */
export const OPEN_HEADERS = `
order | en: Order, Notification, Work order, WO No., Ticket | de: Auftrag, Meldung, Auftragsnummer | zh: 工单号, 通知单, 订单, 单号
order-type | en: Order Type, Work type, WO type | de: Auftragsart, Meldungsart | zh: 订单类型, 工单类型, 维修类别
asset | en: Equipment, Asset, Tag, Machine | de: Equipment, Anlage, Maschine | zh: 设备, 设备编号, 位号, 机台
asset-name | en: Equipment description, Asset name | de: Equipmentbezeichnung, Bezeichnung Equipment | zh: 设备名称, 设备描述
location | en: Functional Loc., Location, Area | de: Technischer Platz, Techn. Platz, Standort | zh: 功能位置, 安装位置, 区域
text | en: Description, Short text, Problem description | de: Kurztext, Beschreibung | zh: 描述, 故障描述, 故障现象, 短文本
cause | en: Cause, Root cause | de: Ursache, Ursachentext | zh: 原因, 故障原因, 原因分析
action | en: Action taken, Remedy, Work performed | de: Maßnahme, Abhilfe | zh: 处理措施, 处理方法, 维修内容
date | en: Basic start date, Malfunct. start, Reported on, Date | de: Störungsbeginn, Eckstarttermin, Datum | zh: 故障开始, 基本开始日期, 报修日期, 日期
end-date | en: Malfunction end, Finish date, Completed on | de: Störungsende, Endtermin | zh: 故障结束, 完成日期, 修复时间
downtime | en: Breakdown dur., Downtime | de: Ausfalldauer, Stillstandszeit | zh: 停机时间, 停机持续时间, 停机时长
labour | en: Actual work, Labor hours | de: Istarbeit, Arbeitszeit | zh: 实际工时, 维修工时
cost | en: Total act. costs, Total cost, Actual cost | de: Gesamtkosten Ist, Istkosten | zh: 实际总成本, 费用, 维修费用
material | en: Material cost, Parts cost | de: Materialkosten | zh: 材料费, 备件费用
currency | en: Currency, Crcy | de: Währung | zh: 货币, 币别
status | en: System status, Status | de: Systemstatus, Anwenderstatus | zh: 系统状态, 状态
priority | en: Priority | de: Priorität | zh: 优先级
failure-code | en: Damage code, Failure code | de: Schadenscode | zh: 损坏代码, 故障代码
person | en: Technician, Reported by, Main WorkCtr | de: Techniker, Gemeldet von, Verantw. Arbeitsplatz | zh: 维修人员, 报修人, 负责人
shift | en: Shift | de: Schicht | zh: 班次, 班别
alarm-tag | en: Alarm tag, Source, Tag name | de: Meldestelle, Variable | zh: 报警源, 位号, 测点
severity | en: Severity, Priority | de: Priorität, Meldeklasse | zh: 报警级别, 优先级
alarm-state | en: State, Alarm state | de: Zustand, Meldezustand | zh: 状态, 报警状态
alarm-text | en: Message, Alarm text | de: Meldetext | zh: 报警内容, 报警信息
item | en: Check item, Inspection item | de: Prüfmerkmal, Kontrollpunkt | zh: 点检项目, 检查项目, 检查内容
standard | en: Criterion, Limit | de: Sollwert, Kriterium | zh: 判定标准, 标准, 正常范围
value | en: Reading, Measured value | de: Messwert, Ergebnis | zh: 实测值, 检查结果
row | en: No., # | de: Nr., Pos. | zh: 序号, 项次
`;
