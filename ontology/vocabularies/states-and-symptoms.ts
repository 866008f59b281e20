/** Conditions a machine may be in: `slug | code | Chinese names | English names`. */
export const STATES = `
running | | 运行中、运行状态、运转中、正在运行 | in operation, in service, running state, is running
stopped | | 停机状态、停止状态、已停机、停运状态 | at standstill, standstill, is stopped, stopped state
standby | | 备用、热备用、备用状态、待机、待机状态 | standby, stand-by, on standby
failed | | 失效状态、故障状态 | failed state, faulted, out of order
degraded | | 劣化、性能下降、降级运行、性能劣化 | degraded state, degraded, reduced performance, loss of performance
under-maintenance | | 检修中、维修中、检修状态 | under maintenance, under repair, being repaired
locked-out | | 锁定状态、已上锁、已挂牌 | locked-out state, tagged-out state
tripped-state | | 联锁停机、保护停机、跳闸状态 | interlock trip, protective trip, protection trip
normally-open | | 常开 | normally open
normally-closed | | 常闭 | normally closed
manual-mode | | 手动模式、手动、就地控制、就地模式 | manual mode, local control, hand mode, local mode
automatic-mode | | 自动模式、自动、远程控制、远程模式 | automatic mode, auto mode, remote mode, automatic control
full-load | | 满载、满负荷、额定工况 | full load, full-load, rated conditions
no-load | | 空载、无负荷 | no load, no-load, idle, idling
energised | | 通电、上电、得电 | energised, energized, powered on, power on
de-energised | | 断电状态、不带电、未通电 | de-energised state, dead circuit, powered off, power off
`;
/** What people see, hear, smell or read before a failure is named. */
export const SYMPTOMS = `
abnormal-smell | | 异味、焦味、糊味、焦糊味、臭味 | abnormal smell, burning odour, strange odour, unusual smell, odor
pressure-fluctuation | | 压力波动、压力不稳、压力不稳定、压力表摆动 | pressure fluctuation, unstable pressure, fluctuating pressure, pressure fluctuates, pressure oscillation
flow-fluctuation | | 流量波动、流量不稳、流量不稳定 | flow fluctuation, unstable flow, fluctuating flow, flow fluctuates
current-fluctuation | | 电流波动、电流不稳、电流摆动 | current fluctuation, unstable current, fluctuating current
high-differential-pressure | | 压差高、压差过大、差压高、压差大 | high differential pressure, differential pressure high, differential pressure too high
high-vibration-alarm | | 振动高报、振动报警、振动高报警 | high vibration alarm, vibration alarm
high-temperature-alarm | | 高温报警、超温报警、温度高报 | high temperature alarm, over-temperature alarm, temperature alarm
low-level-alarm | | 低液位报警、液位低报、液位低 | low level alarm, low level, level low
high-level-alarm | | 高液位报警、液位高报、液位高、液位过高 | high level alarm, high level, level high
low-flow-alarm | | 低流量报警、流量低报 | low flow alarm, flow low alarm
high-power-consumption | | 功率过大、耗电过大、功耗过高、功率消耗大 | high power consumption, excessive power consumption, excessive power, power consumption too high
oil-discolouration | | 油变色、油变黑、油色发黑、油发白、油色异常 | oil discolouration, dark oil, milky oil, oil discoloured, discoloured oil
foaming | | 起泡、泡沫、油起泡 | foaming, foam
bubbling | | 有气泡、冒泡 | bubbles, bubbling
rising-temperature | | 温度上升、温度升高、油温升高、温度持续升高 | temperature rise trend, rising temperature, temperature increases, increasing temperature
sparking | | 打火、火花、拉弧、打火花 | sparking, sparks, arcing, electric arc
indicator-not-lit | | 指示灯不亮、灯不亮、不亮、不显示、黑屏、无显示 | indicator not lit, lamp not lit, no display, blank screen, light off, does not light up, black screen, lights out
position-error | | 位置偏差、定位不准、位置误差、跟随误差、位置超差、定位误差 | position error, positioning error, following error, position deviation, tracking error
abnormal-motion | | 动作异常、运动异常、抖动异常、爬行 | abnormal motion, abnormal movement, jerky motion, stick-slip
short-seal-life | | 机封寿命短、密封寿命短、频繁更换机封 | short seal life, seal fails frequently, frequent seal failure
short-bearing-life | | 轴承寿命短、轴承频繁损坏 | short bearing life, bearing fails frequently, frequent bearing failure
frequent-starts | | 频繁启停、频繁启动、启停频繁 | frequent starts, short cycling, starts frequently, frequent starting
water-stain | | 水渍、积水、水迹、油渍、油迹 | water stain, puddle, oil stain, pool of water, oil trace
excessive-consumption | | 油耗高、耗油大、机油消耗大、耗水大 | excessive oil consumption, high oil consumption, high consumption
smoke-colour | | 冒黑烟、冒白烟、冒蓝烟 | black smoke, white smoke, blue smoke
`;
