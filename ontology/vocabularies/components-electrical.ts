/** Electrical, hydraulic, valve and instrument components: `slug | code | Chinese names | English names`. */
export const ELECTRICAL_COMPONENTS = `
winding | | 绕组、线圈、定子绕组 | winding, stator winding, coil winding, motor winding, coil
brush | | 碳刷、电刷 | carbon brush, brush gear, motor brush
slip-ring | | 滑环、集电环 | slip ring, collector ring
commutator | | 换向器、整流子 | commutator
terminal-box | | 接线盒、接线端子、端子排、端子箱、端子 | terminal box, terminal, terminal block, terminal strip, junction box
cable | | 电缆、电线、线缆、线束、导线、电源线、接线 | cable, wire, wiring, harness, wiring harness, power cable, lead wire, cabling, power cord, wiring loom
cable-gland | | 电缆密封接头、格兰头、电缆接头 | cable gland
connector | | 连接器、插头、插座、航空插头、接插件、插接件 | connector, plug connector, socket, receptacle, plug and socket
fuse | | 熔断器、保险丝、保险、熔丝、保险管 | fuse, fuse link, fuses, fuse box
circuit-breaker | | 断路器、空气开关、空开、塑壳断路器 | circuit breaker, breaker, mcb, mccb, miniature circuit breaker
contactor | | 接触器、交流接触器 | contactor, ac contactor
relay | | 继电器、中间继电器 | relay, auxiliary relay
thermal-overload-relay | | 热继电器、热过载继电器、热保护器 | overload relay, thermal overload, thermal overload relay, thermal relay
isolator | | 隔离开关、电源开关、总开关、主电源开关、刀闸、主开关 | isolator, disconnect switch, main switch, isolating switch, disconnector, power switch, main isolator, isolator switch
emergency-stop | | 急停按钮、急停开关、急停、紧急停止按钮 | emergency stop, e-stop, emergency stop button, emergency-stop button, emergency stop switch, estop
push-button | | 按钮、按键、启动按钮、停止按钮、复位按钮 | push button, pushbutton, start button, stop button, reset button, button
selector-switch | | 选择开关、转换开关、旋钮、旋钮开关 | selector switch, rotary switch, changeover switch, knob
switch | | 开关、微动开关 | switch, toggle switch, micro switch, microswitch
limit-switch | | 限位开关、行程开关、限位、接近开关、位置开关 | limit switch, end switch, position switch, proximity switch, endstop, travel switch
pressure-switch | | 压力开关、压力继电器、压差开关 | pressure switch, differential pressure switch
flow-switch | | 流量开关、水流开关 | flow switch
level-switch | | 液位开关、浮球开关、料位开关 | level switch, float switch, float
temperature-switch | | 温度开关、温控器、温控开关 | temperature switch, thermostat
indicator-lamp | | 指示灯、信号灯、灯、警示灯、照明灯、大灯 | indicator lamp, pilot light, lamp, light, warning light, led, indicator light, beacon, lights, headlight
horn | | 喇叭、蜂鸣器、报警器 | horn, buzzer, siren, hooter, beeper
sensor | | 传感器、探头、感应器、变送器探头 | sensor, probe, detector, pickup, sender, sensing element
pressure-sensor | | 压力传感器 | pressure sensor, pressure transducer
temperature-sensor | | 温度传感器、测温元件、热电阻、铂电阻、热电偶、温度探头 | temperature sensor, rtd, pt100, thermocouple, resistance thermometer, temperature probe
vibration-sensor | | 振动传感器、加速度传感器、测振探头、振动探头 | vibration sensor, accelerometer, vibration probe, proximity probe, velocity sensor
level-sensor | | 液位传感器、液位计、液位变送器、物位计 | level sensor, level gauge, level transmitter, level indicator, level meter
flow-sensor | | 流量传感器、流量计、流量变送器、流量仪 | flow sensor, flow meter, flowmeter, flow transmitter
pressure-transmitter | | 压力变送器、差压变送器、压变 | pressure transmitter, differential pressure transmitter, pressure transducer transmitter
temperature-transmitter | | 温度变送器、温变 | temperature transmitter
pressure-gauge | | 压力表、真空表、压力计、出口压力表、入口压力表 | pressure gauge, manometer, vacuum gauge, gauge, pressure indicator
thermometer | | 温度计、温度表 | thermometer, temperature gauge
speed-sensor | | 转速传感器、测速传感器、转速探头 | speed sensor, tachometer, speed pickup, tacho
encoder | | 编码器、旋转变压器 | encoder, resolver, rotary encoder
load-cell | | 称重传感器、测力传感器、力矩传感器、力传感器 | load cell, weighing sensor, torque sensor, force sensor
camera | | 摄像头、相机、摄像机 | camera, vision sensor
lidar | | 激光雷达、雷达、毫米波雷达、超声波雷达 | lidar, radar, ultrasonic radar, ultrasonic sensor, laser scanner
antenna | | 天线 | antenna, aerial
gnss-receiver | | 组合导航、惯导、GPS接收机、惯性测量单元 | gnss receiver, gps receiver, imu, inertial navigation unit, inertial measurement unit
plc | | 可编程控制器、PLC控制器、可编程逻辑控制器 | plc, programmable logic controller, programmable controller
controller | | 控制器、控制单元、控制箱、电控单元 | controller, control unit, ecu, control module, control box, control system
control-panel | | 控制柜、控制面板、电控柜、操作面板、控制屏、操作台、配电柜、控制盘 | control panel, control cabinet, operator panel, electrical cabinet, control box panel, electrical panel, panel
hmi | | 触摸屏、人机界面、显示屏、示教器、屏幕、显示器、手操器 | hmi, touch screen, touchscreen, display, teach pendant, screen display, monitor screen, operator interface
io-module | | 输入输出模块、IO模块、信号模块、模块 | i/o module, input module, output module, io module, io board
circuit-board | | 电路板、主板、线路板、控制板、驱动板、板卡 | circuit board, pcb, mainboard, driver board, control board, motherboard
power-supply | | 开关电源、电源模块、电源、电源适配器 | power supply, power module, psu, switching power supply, power adapter, power supply unit
battery | | 电池、蓄电池、电瓶、电池组、锂电池 | battery, battery pack, accumulator battery, batteries, lithium battery
charger | | 充电器、充电机 | charger, battery charger
alternator | | 充电发电机 | alternator
starter | | 起动机、启动马达、软启动器、启动器、软起动器 | starter, starter motor, soft starter, motor starter, soft-starter
capacitor | | 电容、电容器 | capacitor
resistor | | 电阻器、制动电阻 | resistor, braking resistor
servo-drive | | 伺服驱动器、驱动器、伺服放大器 | servo drive, servo driver, servo amplifier, motor driver, motor controller, drive unit
servo-motor | | 伺服电机、伺服马达 | servo motor, servomotor, servo
stepper-motor | | 步进电机 | stepper motor, stepping motor, stepper
hydraulic-motor | | 液压马达、行走马达、回转马达 | hydraulic motor, travel motor, swing motor
hydraulic-pump | | 液压泵、油泵、齿轮油泵 | hydraulic pump, hyd pump, oil pump
lube-pump | | 润滑泵、润滑油泵、注油泵 | lube pump, lubrication pump, lube oil pump
accumulator | | 蓄能器 | accumulator, hydraulic accumulator
lubrication-system | | 润滑系统、自动润滑系统、集中润滑系统、注油器 | lubrication system, auto lube system, lube system, lubricator, autolube, auto lube
cooling-system | | 冷却系统、冷却水系统、冷却回路 | cooling system, cooling circuit, cooling water system
hydraulic-system | | 液压系统、液压回路 | hydraulic system, hydraulic circuit
valve | | 阀门、阀、阀体 | valve, valve body
suction-valve | | 入口阀、进口阀、吸入阀、进口阀门、进水阀、入口阀门 | suction valve, inlet valve, suction isolation valve, inlet isolation valve
discharge-valve | | 出口阀、排出阀、出口阀门、出水阀 | discharge valve, outlet valve, delivery valve, discharge isolation valve
isolation-valve | | 隔离阀、截止阀、切断阀、关断阀 | isolation valve, shut-off valve, stop valve, globe valve, shutoff valve, block valve, isolating valve
gate-valve | | 闸阀、闸板阀 | gate valve
ball-valve | | 球阀 | ball valve
butterfly-valve | | 蝶阀 | butterfly valve
check-valve | | 止回阀、单向阀、逆止阀、止逆阀 | check valve, non-return valve, nrv, one-way valve, nonreturn valve
foot-valve | | 底阀 | foot valve
relief-valve | | 安全阀、溢流阀、泄压阀、卸荷阀 | relief valve, safety valve, psv, pressure relief valve, prv, safety relief valve
reducing-valve | | 减压阀、调压阀、稳压阀 | reducing valve, pressure reducing valve, pressure regulator, regulator
control-valve | | 调节阀、控制阀、气动调节阀、电动调节阀 | control valve, regulating valve, modulating valve
solenoid-valve | | 电磁阀 | solenoid valve, solenoid
directional-valve | | 换向阀、方向阀、多路阀 | directional valve, spool valve, directional control valve
proportional-valve | | 比例阀、伺服阀 | proportional valve, servo valve
expansion-valve | | 膨胀阀、节流阀、电子膨胀阀 | expansion valve, throttle valve, throttling valve
drain-valve | | 排放阀、放净阀、排水阀、排污阀、泄水阀、放水阀 | drain valve, blowdown valve, drain cock
vent-valve | | 排气阀、放空阀、放气阀、呼吸阀 | vent valve, air release valve, bleed valve, air vent valve, breather valve
bypass-valve | | 旁通阀、回流阀、最小流量阀 | bypass valve, recirculation valve, minimum flow valve
valve-seat | | 阀座 | valve seat, seat ring
valve-stem | | 阀杆 | valve stem, valve spindle
valve-disc | | 阀芯、阀瓣、阀板、闸板 | valve disc, valve plug, valve spool, valve trim, valve core
actuator | | 执行器、执行机构、气动执行器、电动执行器、电动执行机构 | actuator, pneumatic actuator, electric actuator, linear actuator, valve actuator
positioner | | 定位器、阀门定位器 | positioner, valve positioner
diaphragm | | 膜片、隔膜 | diaphragm, membrane
steam-trap | | 疏水阀、疏水器 | steam trap
air-dryer-element | | 干燥剂、干燥过滤器 | desiccant, filter drier, filter dryer
oil-separator | | 油分离器、油气分离器、油分芯 | oil separator, oil mist separator, separator element
oil-cooler | | 油冷却器、油冷器 | oil cooler, lube oil cooler
intercooler | | 中间冷却器、中冷器 | intercooler, aftercooler, after-cooler
evaporator | | 蒸发器 | evaporator
condenser | | 冷凝器 | condenser
heater-element | | 加热器、电加热器、加热管、电热丝、加热棒、电加热带 | heater, heating element, electric heater, immersion heater, space heater, heat tracing
earth-wire | | 接地线、地线、接地、接地装置 | earth wire, grounding wire, ground strap, earthing, grounding, earth strap
network-switch | | 交换机、网关、路由器、网线 | network switch, gateway, router, ethernet cable, network cable
ups | | 不间断电源、UPS电源 | ups, uninterruptible power supply
radio | | 对讲机、电台、收音机 | radio, two-way radio, commercial radio
protection-relay | | 保护继电器、综合保护器、电机保护器 | protection relay, motor protection relay, multifunction relay
filter-mat | | 滤棉、过滤棉、防尘棉 | filter mat, filter pad, dust filter mat
computer | | 工控机、工业电脑、计算机、上位机、主机 | industrial computer, industrial pc, ipc, computer, host computer
remote-control | | 遥控器、遥控手柄、手柄 | remote control, remote controller, joystick, wireless remote
light-curtain | | 安全光幕、光栅、安全门开关、联锁开关、安全门、防撞条 | light curtain, safety door switch, interlock switch, safety gate, safety interlock, bumper sensor
ignition | | 火花塞、点火器、点火线圈 | spark plug, igniter, ignition coil, glow plug
air-compressor-unit | | 气源、供气系统、压缩空气系统、气路 | air supply, compressed air system, pneumatic system, instrument air
`;
