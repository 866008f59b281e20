/** What maintenance does: `slug | code | Chinese names | English names`. */
export const ACTIVITIES = `
replace | | 更换、换、替换、换新、调换、换掉、换件 | replace, replacement, change, change out, changeout, renew, swap, exchange, c/o, r/r, substitute, renewal
repair | | 修理、维修、修复、检修、抢修、修补、处理故障、返修、修 | repair, fix, rectify, restore, mend, rectification, patch, reseal, re-seal
adjust | | 调整、调节、校正、调、微调、调紧 | adjust, adjustment, readjust, trim, re-adjust, fine-tune
align | | 对中、找正、重新对中、激光对中、找中、对正 | align, realign, alignment, re-align, laser alignment, shaft alignment
balance | | 做动平衡、动平衡、平衡校正、校动平衡 | balance rotor, dynamic balancing, rebalance, balancing
inspect | | 检查、检视、巡检、点检、查看、巡查、检验、核查、排查、查、目检、目视检查、外观检查 | inspect, check, inspection, examine, look over, visual check, verify, visual inspection, checkup, investigate, i/s, examination
test | | 测试、试验、试车、检测、试运行、试机、试运、调试、功能试验 | test, trial run, test run, commission, testing, function test, commissioning, functional test, performance test
measure | | 测量、测、测温、测振、检尺、测定 | measure, take reading, take readings, record readings
clean | | 清洗、清理、清洁、清扫、冲洗、吹扫、擦拭、清除、打扫、清灰、清淤、疏通、反冲洗 | clean, wash, flush, purge, cleanse, blow out, wipe, cleaning, cleanup, backwash, unclog, unblock, descale, wash down
lubricate | | 润滑、加油、注油、加脂、打黄油、补脂、加注润滑油、加润滑油、注脂、补油、加注润滑脂、补充润滑脂 | lubricate, grease, lube, lubrication, regrease, greasing, top up oil, re-grease, relubricate, add grease, add oil
change-oil | | 换油、更换润滑油、更换机油、更换液压油、更换齿轮油 | oil change, change oil, replace oil, change the oil, oil replacement
overhaul | | 大修、解体检修、翻修、中修、解体大修、大检修 | overhaul, rebuild, recondition, refurbish, major overhaul, major service, refurbishment, reconditioning
service | | 保养、维护、例行保养、定期保养、日常保养、小修、维保、例行维护、日常维护 | service, routine maintenance, servicing, maintain, routine service, preventive maintenance, upkeep, scheduled service, hr service, minor service
tighten | | 紧固、拧紧、上紧、压紧、重新紧固、紧固螺栓、把紧、复紧 | tighten, retighten, torque up, fasten, re-tighten, tightening, retorque, re-torque, nip up
loosen | | 松开、拧松、旋松、放松 | loosen, slacken, unscrew, undo, back off
install | | 安装、装配、装上、回装、装入、装复、组装、复装 | install, fit, mount, reinstall, assemble, installation, refit, re-fit, reassemble, reassembly, assembly work, refitting
remove | | 拆卸、拆除、拆下、取下、拆开、拆、取出、拆解、解体、卸下 | remove, dismantle, take off, disassemble, strip, removal, disassembly, dismount, detach, take out, pull out
modify | | 改造、技改、改装、修改、技术改造、升级 | modify, modification, retrofit, upgrade, redesign, alter
calibrate | | 校准、标定、校验、校零、校表、回零、标零 | calibrate, calibration, recalibrate, zero adjustment, re-zero, re-calibrate, set zero
reset | | 复位、重置、消除报警、清除报警、报警复位、故障复位 | reset, clear alarm, acknowledge, clear fault, fault reset, reset alarm, re-set, clear the alarm, reset the alarm
restart | | 重启、重新启动、再启动、重新上电、断电重启、重新开机 | restart, reboot, power cycle, start again, re-start, cycle power, restart the controller
start-up | | 启动、开机、起动、投运、开车、投用、开泵、启泵 | start up, start-up, startup, start, put into service, switch on, put into operation, starting up
stop | | 停机、停止、关机、停车、停泵、停运 | stop, shut off, shut down, shutdown, stopping, turn off, switch off, shutting down, take out of service
isolate | | 隔离、能量隔离、切断、断开电源、切断电源、断电隔离、关断、停电隔离 | isolate, isolation, de-energise, disconnect, de-energize, disconnect power, cut off, energy isolation, isolate electrically
lock-out | | 上锁挂牌、上锁、挂牌、加锁、锁定挂牌 | lock out, lockout, tag out, lockout/tagout, loto, lock-out, tagout, lockout tagout, lock and tag
verify-zero-energy | | 验电、验证零能量、确认无电、零能量确认、确认零能量 | verify zero energy, prove dead, test for dead, verify absence of voltage, verify de-energised, zero energy check, try-out
depressurise | | 泄压、卸压、释放压力、放压、卸荷、释压 | depressurise, depressurize, relieve pressure, release pressure, vent pressure, bleed pressure, pressure release
vent | | 排气、放气、排空气、灌泵排气、放空、排放空气 | vent, bleed, bleed air, air bleeding, venting, vent the air, bleeding
drain | | 排放、排液、排水、放水、放油、排空、排净、排污、放净、泄水 | drain, empty, draining, drain off, drain down, blow down, drainage
fill | | 加注、充液、灌泵、充水、注水、灌注、添加、补充、加满、补水、补液、充气 | fill, refill, top up, prime, replenish, filling, priming, top-up, recharge, add coolant, topped up
charge | | 充电、充注制冷剂、加氟、充氟、充制冷剂 | charge, charge refrigerant, recharge refrigerant, recharge battery, charging
weld | | 焊接、补焊、焊、堆焊、焊补 | weld, reweld, welding, weld repair, re-weld, hardface
machine | | 机加工、车削、研磨、打磨、修磨、磨削、抛光 | machining, grind, lap, polish, remachine, skim, hone, lapping
paint | | 涂漆、防腐、喷漆、刷漆、补漆 | paint, repaint, coating, painting, recoat
move | | 搬运、移动、吊装、起吊、移位、转运 | lift, hoist, transport, relocate, lifting, move equipment, handling of loads
monitor | | 监测、监视、观察、跟踪、监控、状态监测、密切监视 | monitor, observe, watch, condition monitoring, keep watch, monitoring
analyse-vibration | | 振动分析、振动检测、测振分析、振动监测 | vibration analysis, vibration monitoring, vibration survey, vibration measurement, vibration check
analyse-oil | | 油品分析、油样分析、油液分析、取油样、油液检测、油质化验 | oil analysis, oil sampling, oil sample, lube oil analysis, sample oil, take oil sample, oil test
thermography | | 红外测温、热成像、红外检测、红外热成像 | thermography, thermal imaging, infrared inspection, thermographic inspection, infrared scan
leak-test | | 检漏、密封性试验、打压、水压试验、气密试验、泄漏试验、泄漏检查、试压、保压 | leak test, leak check, pressure test, hydrostatic test, tightness test, hydrotest, leak detection, leakage test, check for leaks, leakage check
insulation-test | | 绝缘测试、摇绝缘、测绝缘、绝缘电阻测试、绝缘检测 | insulation test, megger test, insulation resistance test, megger, meggering, ir test
electrical-check | | 电气检查、接线检查、线路检查、检查接线 | electrical check, wiring check, check wiring, check the wiring, electrical inspection, continuity check
nondestructive-test | | 无损检测、探伤、着色探伤、超声检测、磁粉检测、测厚 | non-destructive testing, ndt, dye penetrant test, ultrasonic test, crack test, thickness measurement, magnetic particle test, crack testing
tension | | 张紧、调整皮带张力、紧皮带、调皮带、张力调整 | tension, re-tension, tension the belt, tighten the belt, retension
reline | | 更换衬板、换衬、重新衬里 | reline, relining, replace liner, re-line
rewind | | 重绕、更换绕组、重绕线圈 | rewind, rewound, motor rewind, rewinding
reprogram | | 重新编程、下载程序、更新程序、刷新固件、升级固件、升级软件、更新固件 | reprogram, software update, firmware update, reload program, update firmware, update software, re-program
backup | | 备份 | back up, backup
open | | 打开、开启、全开、开阀 | open, open up, opening
close | | 关闭、合上、关严、全关、关阀 | close, shut, closing, shut tight
train | | 培训、演练 | train personnel, training, instruct operators
record | | 记录、登记、填写记录 | record, write down, keep a record
contact-supplier | | 联系厂家、联系供应商、联系售后、返厂、联系技术支持、联系厂商 | contact the manufacturer, contact supplier, contact technical support, contact service, return to manufacturer, call service, contact manufacturer, contact support
disinfect | | 消毒、杀菌 | disinfect, sanitise, sanitize
dose | | 加药、投药 | dose chemicals, chemical dosing, dosing
purge-nitrogen | | 氮气置换、氮气吹扫、置换 | nitrogen purge, inert, purging with nitrogen, nitrogen purging
switch-over | | 切换、倒泵、切泵、倒换、切换备用泵、切至备用 | switch over, changeover, switch to standby, transfer duty, swap duty, change over
`;
