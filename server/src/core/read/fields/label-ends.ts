/** Labels that end where a colon or a bracket stands, and steps back over a text. */
import { isCertain } from './bodies.ts';

/** Words that end somewhere and mean something; offsets are into the text. */
export interface Ending<Role> {
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
  readonly role: Role;
  /** Without spaces, in lower case. */
  readonly label: string;
}

/**
 * The longest label that ends at `end` and begins a word, with at most two spaces between its characters; `roleIn` knows
 * what is one.
 */
export function endingAt<Role>(
  text: string,
  from: number,
  end: number,
  longest: number,
  roleIn: (words: string) => Role | undefined,
): Ending<Role> | undefined {
  let letters = '';
  let found: Ending<Role> | undefined;
  for (let at = end; at > from && letters.length < longest; ) {
    const start = at;
    if (found && text[at - 1] === ' ' && endsInName(text.slice(Math.max(from, at - REACH), at), roleIn))
      break;
    if (letters !== '' && text[at - 1] === ' ') at -= 1;
    if (letters !== '' && text[at - 1] === ' ') at -= 1;
    const character = text[at - 1] ?? '';
    const joins = letters !== '' && (JOINING.includes(character) || isInner(text, at, letters));
    if (at === from || !(joins || isWord(character))) break;
    // English words are told apart by their spaces.
    if (start > at && character <= 'z') break;
    at -= 1;
    letters = character.toLowerCase() + letters;
    if (joins || (at > from && isWord(text[at - 1] ?? ''))) continue;
    const role = roleIn(letters);
    if (role) found = { from: at, to: end, valueFrom: end, role, label: letters };
  }
  return found;
}

/** Whether the last word before a space is a name that a label leads in, and no part of the next one: `单位:建设局 分管领导:`. */
function endsInName(before: string, roleIn: (words: string) => unknown): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  return word !== undefined && isCertain(word) && roleIn(word) === undefined;
}

const LAST_WORD = /:(?:[^:;。()[\]【】]{0,40}[、, ])? ?([々〇㐀-鿿𠀀-𲎯]{3,12}) {1,2}$/u;
/** In characters, from the label before a name to the space behind it. */
const REACH = 60;

/** Marks between two parts of a label: `牵头/责任单位`. */
const JOINING = '/、';

/** Whether a half of the bracket within `牵头(责任)单位` ends at `at`, with the letters behind it. */
function isInner(text: string, at: number, letters: string): boolean {
  const half = text[at - 1];
  return half === ')' ? text[at - 4] === '(' : half === '(' && letters[2] === ')';
}

export function skipBack(text: string, from: number, end: number, what: string): number {
  let at = end;
  while (at > from && what.includes(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** A Han character, a Latin letter or a digit. */
function isWord(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code === 0x3007 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff);
}
