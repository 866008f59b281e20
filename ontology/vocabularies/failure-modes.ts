/**
 * How loss of function shows, in our own words: `slug | code | Chinese names | English names`. Three-letter codes are those of
 * ISO 14224 where it has one; the first name in each language is the preferred one. Shop-floor shorthand is included.
 */
export const FAILURE_MODES = `
abnormal-instrument-reading | AIR | 仪表读数异常、指示异常、显示异常、读数不准、示值异常、误报、读数漂移、显示不准 | abnormal instrument reading, wrong reading, false reading, erratic reading, incorrect reading, false alarm, faulty reading, reading drift
breakdown | BRD | 严重损坏、完全失效、损坏、坏、报废、趴窝、坏掉、故障停机、坏了、损毁、毁坏 | breakdown, broken down, broke down, total failure, damaged, damage, unserviceable, faulty, failed, defective, destroyed, u/s, broken, broke
external-leakage-process | ELP | 工艺介质外漏、介质泄漏、外漏、外泄漏、外部泄漏、漏料、漏气、漏水、跑料、冷却液泄漏、漏冷却液、制冷剂泄漏 | external leakage of process medium, process leak, external leakage, external leak, product leak, water leak, air leak, gas leak, coolant leak, refrigerant leak, leak water, leaking water, leaking coolant, leak air
external-leakage-utility | ELU | 公用介质外漏、漏油、渗油、润滑油泄漏、液压油泄漏、漏液压油、滴油、油泄漏、漏脂 | external leakage of utility medium, oil leak, hydraulic leak, hyd leak, hyd oil leak, hydraulic oil leak, lube oil leak, fuel leak, leak oil, leaking oil, oil seepage, oil weep, grease leak
leakage |  | 泄漏、漏、渗漏、泄露、渗、漏液、滴漏、跑冒滴漏、渗液 | leakage, leak, leaky, weep, seep, seepage, drip, dripping, lking, lkg
erratic-output | ERO | 输出不稳、输出波动、波动、不稳定、时好时坏、忽高忽低、抖动、游车、喘振、不稳 | erratic output, unstable output, fluctuating output, unstable, hunting, surging, surge, fluctuate, oscillate, erratic, fluctuation, intermittent
fail-to-close | FTC | 关不上、不能关闭、无法关闭、关闭失败、关不严、关不到位、不关 | fail to close, failure to close, will not close, won't close, wont close, does not close, cannot close, not closing, stuck open
fail-to-open | FTO | 打不开、不能打开、无法打开、开启失败、开不了、不开、不能开启 | fail to open, failure to open, will not open, won't open, wont open, does not open, cannot open, not opening, stuck closed
fail-to-regulate | FTR | 调节失灵、无法调节、不能调节、控制失灵、调节不良 | fail to regulate, failure to regulate, will not regulate, poor regulation, cannot be adjusted
fail-to-function-on-demand | FTF | 需要时不动作、拒动、不动作、不工作、无动作、失灵、没反应、无反应、无法工作、不运行 | fail to function on demand, failure to function, fails to operate, does not work, not working, inoperative, won't work, wont work, no response, does not operate, not operating, inop, fail to operate, will not work
fail-to-start-on-demand | FTS | 启动失败、无法启动、不能启动、起不来、启动不了、不启动、不起动、打不着火、启动不起来、开不起来、无法起动 | fail to start on demand, failure to start, fail to start, won't start, wont start, will not start, does not start, cannot start, no start, not starting, hard to start
fail-to-stop-on-demand | STP | 停不下来、无法停机、不能停止、停机失败、无法停止、停不住 | fail to stop on demand, failure to stop, fail to stop, will not stop, won't stop, cannot be stopped
fail-while-running | UST | 运行中跳停、误停、意外停机、跳停、跳车、跳闸、自停、突然停机、停转、异常停机、掉闸、非计划停机、自动停机 | unexpected stop, spurious stop, spurious trip, tripped, trip, stops unexpectedly, stalls, stall, cut out, cuts out, unplanned stop, stops suddenly, tripping
fail-to-connect | FTI | 接不上、无法连接、连接失败、不能接合、挂不上、不啮合、通信中断、通讯故障、通信故障、通讯中断 | fail to connect, failure to connect, will not engage, does not engage, loss of communication, communication failure, communication error, no communication, failure to engage
fail-to-rotate | FRO | 不转、不能转动、卡死、卡滞、抱死、卡住、卡涩、咬死、憋死、堵转、转不动、盘不动车、卡阻 | fail to rotate, failure to rotate, will not turn, does not rotate, seized, seize, jammed, jam, stuck, locked up, binding, sticking, seizure, frozen shaft, locked rotor
high-output | HIO | 输出过高、流量过大、压力过高、高输出、超速、超压、超流量、过高 | high output, excessive flow, excessive pressure, pressure too high, overspeed, over pressure, overpressure, flow too high, output too high, high pressure, over speed
internal-leakage | INL | 内漏、内部泄漏、内泄、串油、窜气、串漏、内泄漏、阀门内漏 | internal leakage, internal leak, leak-through, pass-by, passing valve, blow-by, blow by, leakage past seat, passing
low-oil-supply | LBP | 供油不足、油压低、油压过低、缺油、油位低、润滑不足、油压不足、机油压力低 | low oil supply, low oil pressure, low oil level, low oil, insufficient lubrication, oil starvation, oil pressure low, oil level low, lack of lubrication
leakage-in-closed-position | LCP | 关闭位泄漏、关不严泄漏、阀座泄漏、密封面泄漏 | leakage in closed position, seat leakage, leaks when closed, does not shut tight, seat leak
low-output | LOO | 出力不足、流量不足、压力不足、流量低、低输出、无力、流量偏低、压力低、压力偏低、扬程不足、输出不足、压力下降、动力不足、流量下降、排量不足、打不上量、打量不足、不上量、效率低、出力低 | low output, low flow, insufficient flow, low pressure, insufficient pressure, loss of pressure, reduced flow, flow too low, pressure too low, lack of power, insufficient head, low head, reduced output, weak, pressure drop, insufficient capacity, low capacity, low power
no-output |  | 不出水、无流量、不打水、无压力、不吸水、无输出、断流、不上水、打不上水、不吸液、无排量 | no output, no flow, no discharge, no pressure, does not deliver, fails to prime, no delivery, not pumping, loss of prime, fail to deliver
noise | NOI | 噪声大、异响、噪音大、异常声响、杂音、噪声异常、异音、响声异常、异常噪声、异常噪音、有异响、啸叫、噪音异常 | noise, noisy, abnormal noise, unusual noise, excessive noise, knocking, rattle, squeal, grinding noise, squealing, strange sound, loud noise, whining
overheating | OHE | 过热、超温、温度过高、发烫、温度高、高温、温升高、发热、烧、温度异常、温升过高、轴承温度高、油温高、水温高 | overheating, overheat, over heating, high temperature, excessive temperature, running hot, over temperature, overtemperature, too hot, temperature too high, hot bearing, runs hot, over-temperature, temperature high
parameter-deviation | PDE | 参数偏差、偏差超限、参数超限、偏离、越限、超差、参数异常、偏移、超标 | parameter deviation, out of range, out of tolerance, deviation, out of limits, exceeds limit, limit exceeded, out of spec, offset
plugged | PLU | 堵塞、堵、堵死、阻塞、不通、滤网堵、堵料、结垢堵塞、卡料、淤堵、通道堵塞、积料 | plugged, choked, clogged, blocked, blockage, plug, clog, clogging, obstruction, restricted, blocked strainer, obstructed, block, choke
minor-in-service-problem | SER | 轻微缺陷、小缺陷、轻微问题、松动、丢失、缺失、脏、螺栓松动、松脱、掉落、脱落、松、缺件、脱开 | minor in-service problem, minor problem, loose, missing, dirty, came off, fell off, discoloured, fallen off, come loose, minor defect
spurious-operation | SPO | 误动作、误动、误开、误关、假动作、误跳、自动开启、误启动 | spurious operation, spurious activation, unintended operation, operates by itself, opens by itself, nuisance trip, spurious start, nuisance alarm
structural-deficiency | STD | 结构缺陷、开裂、裂纹、断裂、破裂、破损、变形、磨损、裂、断、穿孔、磨穿、裂缝、破、弯曲、变薄、裂口、磨坏、扭曲、塌陷、崩裂 | structural deficiency, crack, cracked, fractured, fracture, broken off, rupture, ruptured, torn, bent, hole, split, deformed, burst, worn, worn out, wear, bend, dented, perforated, snapped, sheared
unknown | UNK | 未知、原因不明、不明故障、不详 | unknown failure mode, unknown fault, unknown reason, cause unknown
vibration | VIB | 振动大、振动超标、振动高、震动、异常振动、抖、振动异常、剧烈振动、震动大、振动过大、振动剧烈、晃动 | excessive vibration, high vibration, vibrate, abnormal vibration, vibration too high, shaking, shudder, vibration high, unusual vibration, shake
insufficient-heat-transfer | IHT | 换热不足、换热效果差、冷却不足、冷却效果差、散热不良、制冷效果差、不制冷、加热不足、换热不良、冷却不良 | insufficient heat transfer, poor heat transfer, insufficient cooling, poor cooling, not cooling, inadequate cooling, insufficient heating, poor heat exchange, no cooling, cooling failure
low-output-voltage | | 电压低、欠压、低电压、欠电压、电压过低、亏电 | undervoltage, under voltage, low voltage, voltage too low, under-voltage, low battery, flat battery, battery flat
high-output-voltage | | 过压、过电压、电压高、电压过高 | overvoltage, over voltage, high voltage fault, voltage too high, over-voltage
overload | OVL | 过载、过负荷、超载、过电流、过流、电流过大、超负荷、电流高、电流大、负载过大、电流过高 | overload, overloaded, overcurrent, over current, excessive current, high current, over-current, motor overload, current too high, high amps
short-circuit | SHC | 短路、对地短路、接地故障、相间短路、绝缘击穿、对地 | short circuit, shorted, short to ground, earth fault, ground fault, insulation breakdown, shorting, short-circuit, short out
open-circuit | OPC | 断路、开路、断线、线断、缺相、接触不良、虚接、断相、脱线、接线松动 | open circuit, broken wire, wire break, loss of phase, phase loss, loose connection, poor contact, single phasing, open-circuit, phase failure, wiring fault
loss-of-power |  | 失电、断电、停电、无电、电源故障、掉电、没电、电源中断 | loss of power, power failure, no power, power loss, dead, blackout, power supply failure, power outage, supply failure
faulty-output-frequency | FOF | 频率异常、输出频率异常、频率偏差 | faulty output frequency, frequency deviation, wrong frequency, abnormal frequency
faulty-output-voltage | FOV | 电压异常、输出电压异常、电压波动 | faulty output voltage, abnormal voltage, voltage fluctuation, wrong voltage
delayed-operation | DOP | 动作迟缓、动作延迟、响应慢、动作慢、开关慢、反应慢、滞后 | delayed operation, slow operation, slow response, operates slowly, sluggish, slow to respond, slow to open
misalignment-mode | | 跑偏、不对中、皮带跑偏、偏斜、中心偏移、错位、偏心 | misaligned, out of alignment, belt tracking off, mistracking, off centre, off-centre, belt drift, tracking off
slippage | SLP | 打滑、滑脱、滑移、皮带打滑 | slippage, slipping, slip, belt slip, slips
loss-of-vacuum | | 真空度下降、真空不足、失真空、抽不起真空、真空度低 | loss of vacuum, low vacuum, vacuum loss, insufficient vacuum
load-drop | LOA | 负载掉落、掉载、下沉、溜车、下滑、溜钩、滑落 | load drop, dropped load, drifts down, drift down, load falls, creep down
burnt-out | BRN | 烧毁、烧坏、烧损、烧蚀、烧穿、冒烟、烧焦、起火、着火、烧断 | burnt out, burned out, burnt, burned, smoke, smoking, fire, burning smell, blown fuse, blown, blew
contaminated-medium | CTM | 油品污染、油乳化、进水、污染、油变质、杂质、乳化、油液污染、含水、油质劣化、油脏、变质、发黑、脏污 | contaminated, contamination, water in oil, emulsified oil, dirty oil, ingress of water, degraded oil, water ingress, oil contamination, contaminate
loss-of-signal | | 信号丢失、无信号、失去信号、信号中断、信号异常、信号故障、定位失败、掉线 | loss of signal, no signal, signal lost, signal loss, signal failure, signal fault, offline, loss of positioning
sensor-failure |  | 传感器故障、传感器失效、探头故障、传感器损坏、编码器故障、传感器异常 | sensor failure, sensor fault, failed sensor, faulty sensor, encoder fault, encoder error, probe failure, transmitter failure
software-fault | | 程序错误、软件故障、死机、程序异常、系统崩溃、软件异常 | software fault, software error, program error, system crash, freezes up, controller crash, firmware error
collision | | 碰撞、撞击、撞坏、磕碰、擦碰 | collision, collided, impact damage, hit, struck, impact
`;
