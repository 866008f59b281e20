import type { Wording, WordingForms } from '../language.ts';

/** Chinese wordings. */
export const WORDING: Wording = {
  condition: '如果|若|当|时|超过|高于|低于|大于|小于|以上|以下|达到|之间',
  conditionBehind: String.raw`^\s*(?:时|的时候|以上|以下|以内|后|前|左右)`,
  means: '表示|代表|意味着|意思是|指的是|说明|就是|是',
  asksNumber: '[件料]号|订货号|物料号|编码',
  explains: '表示|意味着|代表|是指|指的是|含义|说明',
  tellsCheck: '检查|检测|测量|确认|查看|核对|排查',
  causal: '导致|引起|造成|由于|因为|会使|致使|损坏',
  asksParts: '备件|零件|配件|耗材',
  asksTools: '工具|扳手',
  isolation: '隔离|上锁|挂牌|锁定|能量|断电|断开',
  isolationSection: '隔离|上锁|挂牌|断电',
  alarmWord: '^(?:报警|告警|故障|错误|警报|控制柜|屏幕)$',
  revision: String.raw`(?:版本|修订版?|版次) ?(?<chinese>[a-z]|\d+(?:\.\d+)?)\b|(?<before>[a-z]|\d+(?:\.\d+)?) ?版(?!本)`,
  wider: '所有|全部|全厂|全场|整个|各|每(?:台|个)|其他|其它|别的|哪台|哪一台|哪个设备|哪些设备|哪个泵',
  joint: String.raw`^(?:那么|然后|还有|另外|好的|嗯|那(?![个台些只种张套条份次天年月里边]))[\s，,、]*`,
  emptyOfDimension: '值|限值|大小|数值|额定|标称|规定',
  clauseEnd: '(?=但|除非)',
  clauseBreak: '[和与及或但]',
  neutral:
    '不得不|不可避免|不锈钢|不同|不平衡|不对中|不良|不足|不稳|不均|无缝|无关|无论|非标|非驱动|未来|不仅|不但|可能|可靠|可见|可调|可燃|应力|应变|响应|相应|反应|供应|感应|对应',
  forbid: '禁止|严禁|不得|切勿|请勿|勿|不可|不能|不许|不准|不要|不应|不允许|不应该',
  require: '必须|务必|应当|应该|应|须|需要|要求|一定要',
  permit: '可以|允许|可|能够',
  courtesy: '^(?:您好|你好|好的|谢谢|感谢|不客气|以下是|如下|综上|总之|希望)',
  notStated: '(?:未|没有)(?:说明|提及|提到|给出|规定|找到|记载|包含)|无法回答|没有相关(?:信息|内容)|不知道',
  causes: '导致|引起|造成|致使',
  causedBy: '(?:是|通常)?(?:由于|因为|起因于)',
  rangeSigns: '至到',
  partsLabel: '备件|零件|配件|耗材',
  toolsLabel: '工具',
};

/** Chinese forms with named groups. */
export const WORDING_FORMS: WordingForms = {
  negatedHead: [
    String.raw`(?:严禁|禁止|不得|切勿|请勿|不允许|不可以?|不能|不许|不准|不要|不应该?|不会|不|未|没有|没|勿|无(?!论))(?<head>\p{sc=Han}{2})`,
  ],
  framedCause: ['^(?<effect>.+?)(?:是|可)?由(?<cause>.+?)(?:引起|导致|造成)'],
  precedence: [
    '先(?<first>.+?)[,]?(?:再|然后|后)(?<second>.+)',
    '^(?<first>.+?)(?:之后|以后|后)[,](?<second>.+)$',
    '^(?<second>.+?)(?:之前|以前|前)[,]?(?<first>.+)$',
    '^(?<first>.+?)[,](?:然后|再|最后)(?<second>.+)$',
  ],
  premise: [
    '(?<claim>[^,?;.]*(?:既然|鉴于|由于|已知|因为|考虑到)[^,?;.]+)[,;]',
    '(?:为什么|为何)(?<claim>[^?,]+)',
    String.raw`(?<claim>[^?,.]+?)(?:,|\?)?(?:是为什么|是什么原因|对吗|对吧|是吗|没错吧|对不对)`,
    '(?:手册|文件|规程)(?:中|里)?(?:规定|要求|说明|说|允许)(?<claim>[^,?;]+)',
  ],
};
