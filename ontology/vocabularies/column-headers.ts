import { COLUMN_ROLES, type ColumnRole } from '../../kernel/index.ts';

/**
 * Header phrases of tables and logs, zh and en: `role | phrases by comma`, in the form that `normaliseHeader` gives (lower case,
 * words split, simplified Chinese, no brackets). A header takes the role of the phrase it equals, else of the longest phrase it
 * contains. Words that mean nothing without their neighbours are in `CONTEXT_WORDS`.
 */
const HEADERS = `
order-number | wo, wo no, wo number, wo id, work order, work order no, work order number, work order id, order no, order number, order id, job no, job number, job id, ticket, ticket no, notification, notification no, notification number, po number, request no, report no, record no, maintenance order, 工单, 工单号, 工单编号, 工单号码, 维修单号, 作业单号, 任务单号, 通知单, 通知单号, 单号, 检修单号, 缺陷单号, 记录编号, 记录号, wonum, ticketid, auftrag, auftragsnummer, auftragsnr, meldung, meldungsnummer, meldungsnr, störmeldung
asset | for, applies to, used on, fits, for equipment, 适用设备, 适用机型, 适用于, 适用位号, asset, asset id, asset no, asset number, asset tag, asset name, equipment, equipment id, equipment no, equipment number, equipment tag, equipment name, equipment description, equip, tag, tag no, tag number, machine, machine no, machine id, unit no, unit number, device, device id, device name, vehicle, vehicle no, func location, functional location, func loc, floc, work order functional location, functional location description, source, affected equipment, aircraft model, 设备, 设备位号, 设备编号, 设备名称, 设备号, 设备代号, 位号, 资产, 资产编号, 资产号, 机台, 机台号, 机组, 机器, 功能位置, 车号, 装置, 报警源, 设备标签, 对象, assetnum, asset num, equipmentnummer, equipmentbezeichnung, anlage, anlagennummer, anlagennr, maschine, maschinennummer, gerät, 设备描述
component | component, sub component, subcomponent, components, assembly, sub assembly, subassembly, subsystem, sub system, system, major system, maintainable item, subunit, module, collection, joint, fastener, bolt, connection, lubrication point, object part, location of joint, 部件, 零部件, 组件, 子部件, 部位, 子系统, 系统, 总成, 模块, 维修部位, 故障部位, 润滑部位, 润滑点, 检查部位, 紧固部位, 紧固件, 连接部位, 螺栓, 螺栓规格, 安装部位, 可维护单元, 部件名称, 使用部位
location | location, place, area, site, plant, room, building, side, site name, installation location, city, 地点, 位置, 区域, 安装位置, 所在位置, 车间, 厂区, 现场, 站点, 安装地点, technischer platz, standort, ort, bereich, siteid
date | date, date time, datetime, time, timestamp, time stamp, bsc start date, basic start date, start date, start time, start, raised, raised on, reported, reported on, report date, created, created on, creation date, event time, occurred, occurred at, date raised, opened, order date, time raised, work order basic start date, time on, activated, alarm time, date reported, 日期, 时间, 报修日期, 报修时间, 开始日期, 开始时间, 发生时间, 发生日期, 报警时间, 故障日期, 故障时间, 创建日期, 创建时间, 下单日期, 维修日期, 登记日期, 触发时间, 工单日期, 检修日期, 记录时间, reportdate, actstart, schedstart, targstartdate, eckstarttermin, starttermin, störungsbeginn, beginn der störung, meldungsdatum, erfasst am, datum, zeitstempel, uhrzeit, beginn
end-date | end date, end time, end, finish, finished, finish date, actual finish, completed, completed on, completion date, close date, closed, closed on, cleared, cleared at, time cleared, date closed, return to normal, time off, act start date, 完成日期, 完成时间, 结束日期, 结束时间, 完工日期, 完工时间, 关闭日期, 关闭时间, 恢复时间, 消除时间, 复位时间, actfinish, schedfinish, targcompdate, eckendtermin, endtermin, störungsende, ende der störung, ende, abschlussdatum
text | short text, original shorttext, original short text, shorttext, long text, wo description, work order description, work description, order description, job description, narrative, text, problem description, work requested, work done, work performed, fault description, failure description, event description, defect, defect description, log entry, 工单描述, 工作内容, 维修内容, 故障描述, 问题描述, 缺陷描述, 检修内容, 作业内容, 工单内容, 短文本, 描述文本, 缺陷内容, 事件描述, 故障内容, 维修描述, 检修记录, 维修记录, kurztext, beschreibung, langtext, schadensbild, störungsbeschreibung
work-type | work type, wo type, order type, pm type, pmtype, maintenance type, job type, work order type, event type, event category, preventive, 工单类型, 维修类型, 作业类型, 检修类型, 维护类型, 工作类型, 检修类别, 维修类别, 工单类别, worktype, auftragsart, meldungsart, instandhaltungsart
activity | activity, activity type, maintenance activity, action taken, work carried out, activity code, 维修活动, 活动, 维修动作, 维修方式, 动作代码, instandhaltungsleistungsart
status | status, user status, system status, order status, wo status, 状态, 工单状态, 处理状态, 完成状态, 完成情况, systemstatus, anwenderstatus
priority | priority, work priority, urgency, 优先级, 紧急程度, 优先等级, wopriority, priorität
person | technician, person, performed by, operator, engineer, craft, crew, work centre, work center, assigned to, reported by, responsible, responsibility, by, owner, who, qualification, executed by, 维修人员, 维修人, 检修人, 负责人, 操作员, 报修人, 执行人, 班组, 技术员, 人员, 责任人, 工程师, 执行者, 作业人员, 工作中心, 责任部门, leadcraft, reportedby, gemeldet von, verantwortlicher arbeitsplatz, arbeitsplatz, techniker, bearbeiter
duration | duration, downtime, down time, downtime h, outage, labor hours, labour hours, man hours, manhours, actual labor hours, repair time, hours spent, time taken, estimated time, 停机时间, 停机时长, 停机, 维修时间, 维修时长, 工时, 持续时间, 时长, 停机小时, 耗时, 维修工时, 停机工时, actlabhrs, estdur, ausfalldauer, stillstandszeit, ausfallzeit, arbeitszeit, dauer, 停机持续时间
running-time | running time, running hours, run hours, operating hours, hour meter, meter reading, odometer, mileage, hours run, 运行时间, 运行小时, 累计运行时间, 累计运行小时, 运行时数, 小时表, 里程
cost | cost, costs, total cost, actual cost, work order total actual cost, amount, price, unit price, subtotal, repair cost, material cost, 费用, 成本, 金额, 维修费用, 总费用, 价格, 单价, 维修成本, 费用合计, acttotalcost, istkosten, gesamtkosten, kosten
note | note, notes, remark, remarks, comment, comments, 备注, 注, 附注, 批注, 备注说明, bemerkung
symptom | symptom, symptoms, trouble, fault symptom, observed fault, observation, malfunction, phenomenon, failure symptom, indication, problem symptom, what you see, issue, complaint, 故障现象, 现象, 症状, 故障征兆, 异常现象, 故障表现, 表现, 征兆, 异常情况, 故障情况, 问题现象
cause | cause, causes, possible cause, possible causes, probable cause, probable causes, potential cause of failure, potential causes of failure, potential cause, root cause, failure cause, reason, likely cause, why, possible reason, cause of fault, influencing factors, maintenance cause, 原因, 可能原因, 故障原因, 失效原因, 潜在原因, 原因分析, 产生原因, 可能的原因, 潜在失效原因, 根本原因, 报警原因, 失效起因, ursache, ursachentext
remedy | remedy, remedies, corrective action, corrective actions, solution, solutions, countermeasure, countermeasures, what to do, recommended remedy, fix, repair action, troubleshooting, response, operator response, operator action, elimination, handling, rectification, suggested action, 处理方法, 处理措施, 解决方法, 排除方法, 解决措施, 排除措施, 处理, 对策, 解决办法, 处置, 处置方法, 处理办法, 纠正措施, 处置措施, 解决方案, 应对措施, 排查方法, 处理建议, 维修方法, 操作员响应, 消除方法, 故障排除, maßnahme, maßnahmentext, abhilfe
check | check, checks, test method, diagnostic check, inspection method, how to check, verification, 检查, 检查方法, 检测方法, 确认方法, 判断方法, 检验方法, 诊断方法
alarm-code | alarm, alarm code, alarm no, alarm number, alarm id, alarm tag, fault code, fault no, error code, error no, error number, trip code, event code, message no, diagnostic code, rule id, dtc, 报警, 报警代码, 报警号, 报警编号, 故障代码, 故障码, 错误代码, 错误码, 告警代码, 告警码, 报警码, 故障编号, 警报代码, 报警信息代码
alarm-text | alarm text, alarm message, alarm name, alarm description, error message, fault message, message, error description, fault name, alarm title, error name, 报警信息, 报警文本, 报警描述, 报警名称, 告警信息, 错误信息, 报警内容, 故障名称, 报警说明, 错误描述, 故障信息, 消息, 告警内容, 告警名称, meldetext, alarmtext
alarm-state | alarm state, state, alarm status, event state, ack, acknowledged, 报警状态, 告警状态, 确认状态, zustand, alarmzustand
parameter | parameter, parameters, characteristic, property, variable, measurement, measured variable, quantity measured, feature, test, signal, meter, kpi, kpi name, design data, test item, performance, 参数, 参数名称, 参数名, 特性, 测量参数, 指标, 性能, 性能参数, 技术参数, 测点, 检测项目, 变量, 测试项, 参数项, 监测参数
value | value, values, rated value, nominal, nominal value, setpoint, set point, setting, settings, target, target value, specification, specifications, spec, data, limit, limits, rating, design value, reading, threshold, trip point, min, max, minimum, maximum, normal, rated, design, range, operating range, alarm limit, trip limit, high limit, low limit, upper bound, lower bound, default, default value, result, guaranteed, allowable, normal range, 数值, 值, 额定值, 设定值, 标准值, 规格, 规格值, 设定, 阈值, 限值, 参数值, 指标值, 测量值, 最小值, 最大值, 最小, 最大, 额定, 正常值, 范围, 正常范围, 报警值, 跳闸值, 联锁值, 上限, 下限, 设计值, 默认值, 整定值, 动作值, 允许值, 实测值, 取值范围, 技术要求, 报警设定值, 停机值
unit | unit, units, unit of measure, uom, engineering unit, eu, 单位, 计量单位, 工程单位
tolerance | tolerance, tolerances, deviation, permissible deviation, accuracy, 公差, 允差, 偏差, 允许偏差, 精度
condition | condition, conditions, operating condition, test condition, at, when, criteria, criterion, acceptance criteria, trigger condition, remark condition, 条件, 工况, 运行条件, 测试条件, 触发条件, 判定标准, 合格标准, 适用条件, 验收标准, 判断标准
function | function, functions, item function, purpose, intended function, role, 功能, 作用, 用途, 功能要求
failure-mode | failure mode, failure modes, potential failure mode, fm, mode of failure, failure mode code, fault mode, 失效模式, 故障模式, 潜在失效模式, 故障类型, 失效形式, 潜在故障模式, 失效模式代码, problemcode, failurecode, schadenscode, fehlercode, 损坏代码
mechanism | mechanism, failure mechanism, degradation mechanism, damage mechanism, 机理, 失效机理, 故障机理, 劣化机理, 失效机制, 损伤机理
effect | reaction, system reaction, response of the system, 响应, 联锁动作, 系统响应, effect, effects, failure effect, failure effects, potential effect of failure, potential effects of failure, local effect, end effect, consequence, consequences, impact, potential effect, 影响, 后果, 失效影响, 失效后果, 故障影响, 潜在影响, 潜在失效后果, 故障后果
control | current controls, current control, controls, control, detection method, prevention control, detection control, existing controls, safeguard, 现行控制, 控制措施, 现有控制, 现行控制措施, 探测方法, 检测手段, 现行预防控制, 现行探测控制, 预防措施, 现有措施
severity | severity, severity rating, sev, criticality, severity level, 严重度, 严重性, 严重程度, 危害度, 严重等级
occurrence | occurrence, occurrence rating, occ, probability, likelihood, 发生度, 频度, 发生频度, 发生概率, 发生率
detection | detection, detection rating, det, detectability, 探测度, 检测度, 难检度, 可探测性, 可检测度, 探测等级
risk-priority | rpn, risk priority number, risk priority, action priority, 风险优先数, 风险优先级, 风险顺序数, 风险系数, 风险值, 风险优先系数
action | recommended action, recommended actions, recommendation, recommendations, action required, preventive action, improvement action, 建议措施, 改进措施, 推荐措施, 建议, 改善措施, 优化措施
task | task, tasks, maintenance task, maintenance work, maintenance item, work item, inspection item, check item, job, service item, maintenance, service, work, task description, maintenance activity description, inspection, 维护内容, 维护项目, 保养内容, 保养项目, 检查内容, 检查项目, 点检项目, 点检内容, 任务, 工作项目, 维保内容, 维护工作, 作业项目, 维保项目, 维护任务, 润滑内容
interval | interval, intervals, frequency, period, periodicity, schedule, every, maintenance interval, cycle, service interval, how often, 周期, 间隔, 频率, 频次, 维护周期, 保养周期, 检查周期, 更换周期, 维护间隔, 润滑周期, 点检周期, 时间间隔
step | step, steps, step no, step number, sequence, 步骤, 步序, 步骤号, 工步
tool | tool, tools, tools required, required tools, tooling, special tool, 工具, 所需工具, 使用工具, 专用工具, 工器具
torque | torque, tightening torque, tightening torques, bolt torque, torque value, 力矩, 扭矩, 拧紧力矩, 紧固力矩, 拧紧扭矩, 紧固扭矩, 扭力
part-number | part no, part number, part nr, pn, p n, spare part no, spare part number, order code, ordering code, material no, material number, article no, article number, item number, catalog no, catalogue no, stock code, sku, part code, oem part no, 件号, 零件号, 备件号, 备件编号, 零件编号, 物料号, 物料编码, 物料编号, 图号, 订货号, 料号, 备件编码, 零件代码, 备件件号, 订货代码
part-name | part name, part description, spare part, spare parts, spare, consumable, designation, material description, 零件名称, 备件名称, 备件, 物料名称, 品名, 物料描述, 备品备件, 配件名称, 备件描述, 零件描述, 所需备件
quantity | qty, quantity, quantities, pcs, number required, count, qty required, no off, amount required, 数量, 用量, 件数, 台数, 需求数量, 装机数量, 库存数量, 每台数量
position | pos, position, item no, pos no, balloon, ref, reference no, sr no, row, no, 序号, 项次, 项号, 行号, 图中序号, #
term | term, terms, abbreviation, acronym, word, english, english term, abbreviations, 术语, 缩写, 缩略语, 名词, 英文, 英文名称, 词条, 简称
definition | definition, meaning, chinese, chinese term, explanation of term, 定义, 含义, 释义, 解释, 中文, 中文名称, 全称, 意义
`;

/** Header words whose role depends on the other columns of the table, by their sense. */
const CONTEXT = `
description | description, descriptions, desc, details, detail, explanation, content, name, title, label, 内容, 说明, 描述, 名称, 标题, 详情, 详细说明, 具体内容
code | code, codes, id, number, primary code, 代码, 编号, 编码, 号码, 代号
item | item, items, 项目, 名目, 条目, 项
action | action, actions, measure, measures, 措施, 操作, 行动, 动作
part | part, parts, 零件, 配件
fault | problem, problems, 问题, fault, faults, failure, failures, error, errors, 故障, 异常, 错误, 失效, 故障及现象
level | level, class, grade, category, 等级, 级别, 分级
kind | type, kind, category, 类型, 类别, 分类
`;

const CONTEXT_SENSES = ['description', 'code', 'item', 'action', 'part', 'fault', 'level', 'kind'] as const;
export type ContextWord = (typeof CONTEXT_SENSES)[number];

/** Role of each phrase; the first line that has a phrase keeps it. */
export const HEADER_ROLES: ReadonlyMap<string, ColumnRole> = read(HEADERS, COLUMN_ROLES);
export const CONTEXT_WORDS: ReadonlyMap<string, ContextWord> = read(CONTEXT, CONTEXT_SENSES);

function read<Name extends string>(table: string, names: readonly Name[]): ReadonlyMap<string, Name> {
  const phrases = new Map<string, Name>();
  for (const line of table.trim().split('\n')) {
    const [head = '', words = ''] = line.split('|').map((field) => field.trim());
    const name = names.find((known) => known === head);
    if (name === undefined) throw new Error(`the header table names no role: ${head}`);
    for (const phrase of words.split(',').map((word) => word.trim())) if (!phrases.has(phrase)) phrases.set(phrase, name);
  }
  return phrases;
}
