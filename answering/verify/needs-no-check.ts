import { findQuantities, foldText, type TagGrammar } from '../../kernel/index.ts';

const COURTESY =
  /^(?:hello|hi|thanks?|thank you|you(?:'re| are) welcome|sure|of course|certainly|here (?:is|are)|below (?:is|are)|the (?:answer|following)|i hope|let me know|please let|in summary|to summari[sz]e|您好|你好|好的|谢谢|感谢|不客气|以下是|如下|综上|总之|希望)/u;
const NOT_STATED =
  /\b(?:not (?:stated|mentioned|given|found|specified|contained|covered)|(?:does|do) not (?:say|state|mention|give|contain|specify|cover)|no information|cannot be answered|i (?:do not|don't) know)\b|(?:未|没有)(?:说明|提及|提到|给出|规定|找到|记载|包含)|无法回答|没有相关(?:信息|内容)|不知道/u;

/** Greetings, headings, questions and the statement that the documents say nothing: there is nothing in them to support. */
export function needsNoCheck(text: string, grammar: TagGrammar): boolean {
  const folded = foldText(text).text.trim();
  if (folded === '' || !/[\p{L}\p{N}]/u.test(folded)) return true;
  if (NOT_STATED.test(folded) || /[?？]\s*$/u.test(folded) || /^#{1,6}\s/.test(folded)) return true;
  if (findQuantities(text, grammar).length > 0 || grammar.find(text).length > 0) return false;
  return COURTESY.test(folded) || (/[:：]\s*$/u.test(folded) && folded.length < 60);
}
