import type { PolarityForms } from '../polarity-sets.ts';

/** Members of the polarity sets in Chinese, as pattern sources on folded text. */
export const POLARITY: PolarityForms = {
  bound: {
    maximum: ['最大', '最高', '最长', '上限', '至多', '不(?:得|可|能|应|允许)?(?:超过|大于|高于)'],
    minimum: ['最小', '最低', '最短', '下限', '至少', '不(?:得|可|能|应|允许)?(?:低于|小于|少于)'],
    rated: ['额定', '标称', '公称'],
    normal: ['(?<!不|非)正常'],
    limit: ['极限', '限值', '(?<!不)允许'],
  },
  level: {
    high: ['过高', '偏高', '太高', '(?<!不|得|可|能|应|允许)高于', '高(?=压|温|位|限|高|液|油|水|报|联|跳|值)'],
    low: ['过低', '偏低', '太低', '(?<!不|得|可|能|应|允许)低于', '不足', '低(?=压|温|位|限|低|液|油|水|报|联|跳|值)'],
  },
  'set-point': { alarm: ['报警', '告警'], trip: ['跳闸', '跳车', '联锁停(?:机|车|泵)'] },
  order: { first: ['第一(?=次|级|段|台|个|道)', '首次', '初次'], last: ['最后(?=一|次|级|段|台|个|道)', '末(?=级|次|段)'] },
  time: {
    before: ['之前', '以前', '(?<=\\p{sc=Han})前(?!后|端|面|轴|盖|部|侧|级|往|置|进)'],
    after: ['之后', '以后', '(?<=\\p{sc=Han})后(?!端|面|轴|盖|部|侧|级|备|果|续)'],
  },
  opening: {
    open: ['打开', '开启', '全开', '常开', '开阀'],
    closed: ['关闭', '关上', '全关', '常关', '常闭', '关阀'],
  },
  contact: { 'normally-open': ['常开'], 'normally-closed': ['常闭'] },
  assembly: {
    install: ['安装', '装上', '装入', '装配', '组装', '回装', '复装', '拆装'],
    remove: ['拆下', '拆除', '取下', '拆卸', '卸下', '拆开', '解体', '拆装'],
  },
  tightness: { tighten: ['拧紧', '紧固', '旋紧'], loosen: ['松开', '拧松', '旋松'] },
  change: {
    increase: ['增大', '增加', '升高', '提高', '过高', '调高', '上升'],
    decrease: ['减小', '减少', '降低', '下降', '过低', '调低'],
  },
  run: {
    start: ['启动', '起动', '开机', '开车', '开泵', '投运', '投用'],
    stop: ['停止', '停机', '停泵', '停车', '停运'],
  },
  power: { on: ['接通', '通电', '上电', '合闸', '送电'], off: ['断开', '断电', '分闸', '停电'] },
  filling: { fill: ['充满', '加注', '注满', '注油', '灌泵'], drain: ['排空', '排放', '放空', '放油', '排油'] },
  passage: { inlet: ['入口', '吸入', '进口', '进水', '进气'], outlet: ['出口', '排出', '出水', '排气'] },
  circuit: { supply: ['供水', '供油', '送风', '供气'], return: ['回水', '回油', '回风', '回气'] },
  side: { left: ['左'], right: ['右'] },
  face: { front: ['前(?=端|轴|盖|部|侧|面)'], rear: ['后(?=端|轴|盖|部|侧|面)'] },
  height: { upper: ['上部', '上端', '上侧', '顶部'], lower: ['下部', '下端', '下侧', '底部'] },
  depth: { inner: ['内圈', '内侧', '内部', '内径'], outer: ['外圈', '外侧', '外部', '外径'] },
  end: { 'drive-end': ['(?<!非)驱动端', '(?<!非)传动端'], 'non-drive-end': ['非驱动端', '非传动端', '自由端'] },
  rotation: { clockwise: ['(?<!逆)顺时针'], counterclockwise: ['逆时针'] },
  direction: { axial: ['轴向'], radial: ['径向'] },
  attitude: { horizontal: ['水平'], vertical: ['垂直'] },
  heat: { hot: ['热态', '热水', '热机'], cold: ['冷态', '冷水', '冷机'] },
  moisture: { wet: ['湿'], dry: ['干燥', '干的'] },
  load: { 'no-load': ['空载'], 'full-load': ['满载', '满负荷'] },
  current: { alternating: ['交流'], direct: ['直流'] },
  control: { manual: ['手动'], automatic: ['自动'] },
  place: { local: ['就地', '本地'], remote: ['远程', '远方', '遥控'] },
  season: { summer: ['夏季', '夏天', '夏令'], winter: ['冬季', '冬天', '冬令'] },
};

/** Words before a member that deny it. */
export const DENIAL = '(?:严禁|禁止|不得|切勿|请勿|不允许|不可以?|不能|不许|不准|不要|不应该?|不会|不|未|没有|没|勿)';
