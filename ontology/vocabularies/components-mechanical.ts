/** Mechanical and process components: `slug | code | Chinese names | English names`. */
export const MECHANICAL_COMPONENTS = `
seal | | 密封、密封件、密封圈 | seal, sealing, sealing ring, sealing element
mechanical-seal | | 机械密封、机封、端面密封 | mechanical seal, mech seal, face seal, mechanical shaft seal
double-mechanical-seal | | 双端面机械密封、双机封、双端面密封 | double mechanical seal, dual mechanical seal, double seal
shaft-seal | | 轴封、轴端密封 | shaft seal, shaft sealing
oil-seal | | 油封、骨架油封 | oil seal, lip seal, radial shaft seal
o-ring | | O形圈、O型圈、O型密封圈、O形密封圈、o圈 | o-ring, o ring, oring
packing | | 填料、盘根、填料密封 | packing, gland packing, packing ring, stuffing
packing-gland | | 填料压盖、压盖、密封压盖 | packing gland, gland, gland follower, seal gland
stuffing-box | | 填料函、填料箱 | stuffing box, seal chamber, stuffing-box
gasket | | 垫片、密封垫、垫、密封垫片、缠绕垫片、石棉垫 | gasket, sealing gasket, flange gasket, spiral wound gasket, joint gasket, head gasket
seal-face | | 密封端面、动环、静环、密封面 | seal face, rotating ring, stationary ring, seal ring
labyrinth-seal | | 迷宫密封、迷宫油封 | labyrinth seal, labyrinth
bearing | | 轴承 | bearing, brg
ball-bearing | | 球轴承、滚珠轴承、深沟球轴承、角接触球轴承 | ball bearing, deep groove ball bearing, angular contact bearing
roller-bearing | | 滚子轴承、滚柱轴承、圆锥滚子轴承、滚动轴承、圆柱滚子轴承 | roller bearing, tapered roller bearing, rolling bearing, rolling element bearing, cylindrical roller bearing, spherical roller bearing
plain-bearing | | 滑动轴承、轴瓦、瓦块、巴氏合金瓦 | plain bearing, sleeve bearing, journal bearing, bearing shell, babbitt bearing
thrust-bearing | | 推力轴承、止推轴承、推力瓦 | thrust bearing, axial bearing, thrust pad
drive-end-bearing | | 驱动端轴承、联轴器端轴承、DE轴承、负荷端轴承 | drive end bearing, de bearing, drive-end bearing
non-drive-end-bearing | | 非驱动端轴承、自由端轴承、NDE轴承、非负荷端轴承 | non-drive end bearing, nde bearing, non drive end bearing, non-drive-end bearing
bearing-housing | | 轴承箱、轴承座、轴承体 | bearing housing, bearing bracket, bearing pedestal, bearing box, plummer block, pillow block, bearing frame
bearing-cover | | 轴承盖、轴承端盖、轴承压盖 | bearing cover, bearing cap, bearing end cover
bushing | | 衬套、轴套、套筒、铜套 | bushing, bush, sleeve, shaft sleeve
impeller | | 叶轮、泵叶轮 | impeller, pump impeller, pump wheel
impeller-nut | | 叶轮螺母 | impeller nut, impeller bolt
diffuser | | 导叶、扩压器、导流壳 | diffuser, guide vane, vane diffuser
wear-ring | | 口环、密封环、耐磨环、叶轮口环 | wear ring, wearing ring, casing ring, neck ring
casing | | 泵壳、泵体、蜗壳、壳体、机壳、外壳、泵壳体 | casing, pump casing, volute, housing, pump housing, shell, volute casing, enclosure
casing-cover | | 泵盖、端盖、盖板、后盖、机盖、盖子、护盖、顶盖 | casing cover, pump cover, end cover, cover, back cover, lid, cover plate, end cap
shaft | | 轴、主轴、泵轴、转轴、传动轴、驱动轴 | shaft, pump shaft, drive shaft, main shaft, spindle, driveshaft, axle
rotor | | 转子 | rotor
stator | | 定子 | stator
key-shaft | | 平键、轴键、键槽 | shaft key, feather key, keyway, woodruff key
coupling | | 联轴器、联轴节、靠背轮、弹性联轴器、膜片联轴器 | coupling, flexible coupling, shaft coupling, disc coupling, coupler
coupling-insert | | 弹性块、弹性体、联轴器缓冲垫、梅花垫、弹性套、柱销 | coupling insert, coupling element, spider, elastomer insert, coupling spider, coupling pin, elastic element
coupling-guard | | 联轴器护罩、防护罩、护罩、安全罩 | coupling guard, guard, protective cover, safety guard, protective guard
gear | | 齿轮、齿圈、小齿轮、大齿轮 | gear, pinion, gear wheel, ring gear, cog, gearwheel
gearbox | | 齿轮箱、减速机、减速器、减速箱、变速箱、谐波减速器 | gearbox, gear box, reducer, speed reducer, gear reducer, transmission, harmonic drive, gear unit, gear case
clutch | | 离合器 | clutch
brake | | 制动器、刹车、抱闸、制动装置 | brake, brake unit, holding brake, braking device, brakes
brake-pad | | 刹车片、制动片、闸瓦、制动衬片、刹车盘 | brake pad, brake lining, brake shoe, brake disc, brake disk
belt | | 皮带、传动带、胶带、三角带、V带、同步带 | belt, drive belt, v-belt, fan belt, timing belt, v belt, vee belt, drive belts
conveyor-belt | | 输送带、运输带、皮带机胶带 | conveyor belt, conveying belt
pulley | | 皮带轮、带轮、滑轮 | pulley, sheave, belt pulley, belt wheel
idler | | 托辊、惰轮、张紧轮 | idler, carrying roller, idler roller, tensioner, tension pulley, idler pulley
drum-pulley | | 滚筒、驱动滚筒、改向滚筒 | drive drum, head pulley, tail pulley, conveyor drum
scraper | | 清扫器、刮板、刮刀 | scraper, belt cleaner, belt scraper, scraper blade
chain | | 链条、传动链 | chain, drive chain, chain link, roller chain
sprocket | | 链轮 | sprocket, chain wheel
screw | | 螺杆、丝杠、滚珠丝杠、丝杆 | lead screw, ball screw, leadscrew, screw rotor, screw shaft
guide-rail | | 导轨、滑轨、直线导轨 | guide rail, linear guide, slide rail, linear rail, guideway
bolt | | 螺栓、紧固件、螺钉、螺丝、连接螺栓 | bolt, screw, fastener, cap screw
foundation-bolt | | 地脚螺栓、锚栓、基础螺栓 | foundation bolt, anchor bolt, hold-down bolt, holding-down bolt
stud-bolt | | 双头螺栓、双头螺柱 | stud bolt, stud
set-screw | | 紧定螺钉、顶丝 | set screw, grub screw
nut | | 螺母、锁紧螺母、螺帽 | nut, lock nut, locknut, hex nut
washer | | 垫圈、弹垫、平垫 | washer, spring washer, lock washer
spring | | 弹簧 | spring, coil spring, compression spring
pin | | 销、销轴、定位销、销子、开口销 | pin, dowel pin, locating pin, cotter pin, pivot pin, dowel
circlip | | 卡簧、挡圈、卡环、弹性挡圈 | circlip, retaining ring, snap ring
shim | | 调整垫片、调整垫、薄垫片 | shim, shim plate
baseplate | | 底座、底板、机座、基座、公共底座 | baseplate, base plate, base frame, bedplate, skid frame
foundation | | 基础、混凝土基础、地基 | foundation, concrete foundation, grouting, grout
frame | | 机架、框架、支架、车架、机身、支座 | frame, chassis, support frame, bracket, rack, support bracket
flange | | 法兰、法兰盘、法兰面 | flange, flange joint, flanged joint, blind flange
pipe | | 管道、管、管路、管线、配管、钢管 | pipe, piping, pipeline, pipework, tube, tubing, line pipe
hose | | 软管、胶管、高压软管、液压软管、油管、橡胶软管 | hose, flexible hose, hydraulic hose, hyd hose, rubber hose, flex hose, oil hose
fitting | | 接头、管接头、管件、弯头、三通、快速接头 | fitting, pipe fitting, elbow, tee, connector fitting, adapter, quick coupler, hose fitting, adaptor, union
expansion-joint | | 膨胀节、补偿器、伸缩节、波纹管 | expansion joint, bellows, compensator, expansion bellows
nozzle | | 喷嘴、管口、喷头 | nozzle, spray nozzle, injector nozzle, jet nozzle
suction-pipe | | 吸入管、吸入管路、入口管、进口管路、进水管、吸水管 | suction pipe, suction line, inlet pipe, suction piping, inlet line
discharge-pipe | | 排出管、出口管、出口管路、排出管路、出水管、排水管 | discharge pipe, discharge line, outlet pipe, discharge piping, outlet line
drain-plug | | 放油堵、丝堵、排放塞、放油螺塞、螺塞、放水堵、堵头 | drain plug, plug screw, oil drain plug, pipe plug, screw plug
oil-filler | | 注油口、加油口、加油孔 | oil filler, filler cap, oil fill port, oil filling port, filling port, filler plug
vent-plug | | 排气堵、排气塞、透气帽、呼吸器、呼吸帽、空气滤清器盖 | vent plug, breather, vent cap, air vent, breather cap, vent screw
oil-sight-glass | | 视镜、油镜、油窗、油位计、油标、看窗 | sight glass, oil sight glass, oil level gauge, oil gauge, dipstick, oil level indicator, oil eye, oil sight
constant-level-oiler | | 恒油位油杯、油杯、恒位油杯 | constant level oiler, oiler, oil cup, constant-level oiler
grease-nipple | | 油嘴、黄油嘴、注脂嘴 | grease nipple, grease fitting, zerk, lubrication nipple
oil-ring | | 甩油环、油环 | oil ring, slinger ring, oil slinger, oil thrower
filter | | 过滤器、滤清器、滤器 | filter
filter-element | | 滤芯、滤筒、滤袋、滤芯组件 | filter element, filter cartridge, filter bag, filter core
oil-filter | | 机油滤清器、机油滤芯、油滤器、油过滤器、机滤、油滤 | oil filter, lube oil filter, lube filter
air-filter | | 空气滤清器、空气过滤器、空滤、空滤器、防尘网、过滤网 | air filter, air cleaner, intake filter, air filter element, dust screen
fuel-filter | | 燃油滤清器、柴油滤芯、柴滤 | fuel filter
hydraulic-filter | | 液压滤芯、回油滤芯、液压过滤器、吸油滤芯 | hydraulic filter, return filter, suction filter
strainer | | 滤网、入口过滤器、Y型过滤器、入口滤网、粗滤器、吸入滤网、篮式过滤器 | strainer, suction strainer, y-strainer, inlet strainer, basket strainer, inlet screen, y strainer
screen | | 筛网、格栅、筛板 | screen mesh, screen panel, screen deck, trash rack, mesh screen
liner | | 衬板、衬里、缸套、内衬 | liner, lining, cylinder liner, wear plate, wear liner, liner plate
blade | | 叶片、扇叶、刀片、桨叶、风叶 | blade, fan blade, vane, rotor blade, knife
fan-wheel | | 风叶轮、风轮、冷却风叶 | fan wheel, fan impeller, cooling fan blade
cooling-fan | | 冷却风扇、散热风扇、风扇、轴流风扇 | cooling fan, fan, radiator fan, ventilation fan
radiator | | 散热器、水箱散热器、散热片、散热翅片 | radiator, heat sink, cooling fin, cooling fins
tube-bundle | | 管束、换热管、列管、铜管 | tube bundle, heat exchanger tube, condenser tube, exchanger tube
plate-pack | | 板片、换热板、板片组 | plate pack, heat exchanger plate, exchanger plate
piston | | 活塞、柱塞 | piston, plunger
piston-ring | | 活塞环 | piston ring, rider ring
piston-rod | | 活塞杆、拉杆、缸杆 | piston rod, cylinder rod, ram rod
cylinder | | 气缸、缸体、缸 | cylinder, cyl, pneumatic cylinder, air cylinder, cylinder block
hydraulic-cylinder | | 液压缸、油缸、千斤顶 | hydraulic cylinder, hyd cylinder, hyd cyl, hydraulic ram, hydraulic jack
cylinder-head | | 气缸盖、缸盖、缸头 | cylinder head
connecting-rod | | 连杆 | connecting rod, conrod, con rod
crankshaft | | 曲轴 | crankshaft, crank shaft
camshaft | | 凸轮轴、凸轮 | camshaft, cam
crosshead | | 十字头 | crosshead, cross head
flywheel | | 飞轮 | flywheel
turbocharger | | 涡轮增压器、增压器 | turbocharger, turbo
fuel-injector | | 喷油器、喷油嘴、油嘴油泵 | fuel injector, injector
fuel-tank | | 燃油箱、油箱、柴油箱 | fuel tank, diesel tank
exhaust | | 排气管、消声器、消音器、尾气管 | exhaust pipe, muffler, silencer, exhaust manifold, exhaust system, exhaust
track | | 履带、履带板 | crawler track, track shoe, track pad, track link, track chain
tyre | | 轮胎 | tyre, tire
wheel | | 车轮、轮子、滚轮、行走轮 | wheel, wheel hub, rim, roller wheel, road wheel, castor
suspension | | 悬挂、减震器、减振器、避震器 | suspension, shock absorber, damper strut, vibration damper, strut
bucket | | 铲斗、斗、料斗铲 | bucket, shovel bucket, dipper
bucket-tooth | | 斗齿、铲齿 | bucket tooth, bucket teeth, tooth, teeth, digging tooth, tooth point, bucket tip
boom | | 动臂、大臂、吊臂 | boom, boom arm, jib
robot-arm | | 机械臂、小臂、手臂、斗杆、大小臂 | robot arm, robotic arm, manipulator arm, stick arm, forearm
robot-joint | | 关节、机器人关节、关节模组 | robot joint, arm joint, joint module, joint
gripper | | 夹爪、末端执行器、夹具、抓手 | gripper, end effector, end-effector, clamp jaw, fixture
suction-cup | | 吸盘、真空吸盘 | suction cup, vacuum cup
wire-rope | | 钢丝绳、钢索、吊索 | wire rope, steel rope, sling, hoist rope
hook | | 吊钩、吊环 | hook, lifting eye, eye bolt, crane hook, lifting lug
cable-carrier | | 拖链、坦克链、电缆拖链 | cable carrier, drag chain, cable chain, energy chain
tank | | 储罐、罐、水箱、罐体、槽 | tank, reservoir, storage tank, water tank
hopper | | 料斗、料仓、漏斗 | hopper, chute
agitator-shaft | | 搅拌轴、搅拌桨、搅拌叶 | agitator shaft, stirrer, paddle, agitator blade
windscreen | | 挡风玻璃、车窗、玻璃、雨刮器 | windscreen, windshield, window glass, wiper
cab | | 驾驶室、司机室、座椅 | operator cab, cabin, cab, seat
door | | 门、柜门、舱门、检修门 | door, access door, hatch, inspection door
ladder | | 梯子、爬梯、检修平台、护栏、扶手 | ladder, stairs, handrail, walkway, guardrail, access ladder
steering | | 转向系统、转向机、方向盘、转向器 | steering system, steering gear, steering wheel, steering
lever | | 操纵杆、拉杆手柄、换挡杆 | lever, control lever, gear lever
linkage | | 连杆机构、联动机构 | linkage, link, linkage rod
clamp | | 管夹、卡箍、抱箍、夹子 | clamp, pipe clamp, hose clamp
latch | | 门锁、门扣、锁舌 | latch, door lock, door latch
shroud | | 风罩、导风罩、风扇罩 | shroud, fan cowl, fan shroud, cowl
final-drive | | 终传动、行走减速机、最终传动 | final drive, travel gearbox, propel gearbox
swing-drive | | 回转减速机、回转机构 | slew, swing drive, slew drive, slew gearbox
pto | | 取力器、分动箱 | pto, power take-off, splitter box, transfer case
undercarriage | | 底盘行走机构、行走机构 | undercarriage, crawler undercarriage, travel gear
basket | | 滤篮、篮筐 | strainer basket, filter basket
bladder | | 气囊、胶囊、皮囊 | bladder, accumulator bladder
collecting-tray | | 集液盘、接油盘、托盘 | collecting tray, drip tray, drip pan
swing-ring | | 回转支承、回转大齿圈、转盘 | swing bearing, slewing ring, slew bearing, slewing bearing, turntable
`;
