/** No word of English begins with an l before a consonant but `ll`; without a vowel it is an abbreviation (`lbf`). */
const BEGINS_WORD = /(?<![A-Za-z0-9])l(?=[bcdfgkmnpqrstvwxz][a-z]*[aeiou][a-z]*(?![a-z0-9]))/gu;
/**
 * Nor has one an l between two consonants, unless the first is an l or an r: a new word begins there, as in names put together of words.
 * Before an n that is so whatever follows, and before an n and another consonant or an ending d whatever stands before (`semanticId`); no
 * word ends in `aln`, `eln` or `uln` before the next one of a name begins (`LifeInTime`).
 */
const BEGINS_PART =
  /(?<=(?:[AEIOU]|[A-Z][a-z]*[aeiou])[a-z]*[bcdfghkmnpqstvwxz])l(?=[bcdfgkmpqrstvwxz][a-z]*[aeiou])|(?<=[A-Z][a-z]*[bcdfghkmnpqstvwxz]|[A-Z]{2})l(?=n)|(?<=[a-z]{2})l(?=n(?:[bcdfgjkpqtvxz]|s[a-z]))|(?<=[a-z][bcdfghjkmnpqstvwxz])l(?=d(?![A-Za-z0-9]))|(?<=[a-z][aeu])l(?=n[A-Z])/gu;
/** The same before a capital that ends a name (`ErrorID`): few words end in an l behind a consonant, `Ctrl` and such in one without a vowel. */
const BEFORE_LAST = /(?<=(?:[AEIOU]|[A-Z][a-z]*[aeiou])[a-z]*[bcdfghkmnpqrstvwxz])l(?=[A-Z](?![A-Za-z0-9]))/gu;
/** The last capital of an abbreviation in the plural (`GUIs`): no word has small letters behind two capitals. */
const BEFORE_PLURAL = /(?<=[A-Z]{2})l(?=s(?![A-Za-z0-9]))/gu;
/** Behind a capital, where that begins no symbol of an element (`Al`, `Cl`, `Tl`), and no word goes on, or a new one begins. */
const ENDS_CAPITALS = /(?<=[a-z][BD-SU-Z])l(?![a-z0-9])|(?<=(?<![A-Za-z0-9])[BD-SU-Z])l(?=[A-Z][a-z]{2})/gu;

/** Before a capital that no small letter follows (`IEEE`, `IP67`), and of two that a stroke parts (`I/O`); names of variables go on (`lParam`). */
const BEGINS_CAPITALS = /(?<![A-Za-z0-9])l(?=\/?[A-Z](?![a-z]))/gu;

/** Where an `l` of a line must be a capital I, by how English is spelt: most faces print both alike, and engines take the commoner one. */
export function capitalIs(text: string): readonly number[] {
  return [BEGINS_WORD, BEGINS_PART, BEGINS_CAPITALS, BEFORE_LAST, BEFORE_PLURAL, ENDS_CAPITALS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) => index),
  );
}
