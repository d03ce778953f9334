import type { Passage } from '../../plan/block.ts';
import type { Party, PartyKind } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold, nameText } from '../../text/fold.ts';
import { rememberedByWords } from '../../text/memo.ts';
import { isWorded } from '../../text/worded.ts';
import { isGeneral, isGroup } from './bodies.ts';
import { entriesIn, type Piece, piecesIn } from './lists.ts';
import { isHolder, isPerson, isPost, isTitle, readsAsPerson, withOffice, withoutPost } from './persons.ts';

/**
 * The persons, units and groups listed in a stretch of a passage, with spans in it: split at `、` `,` `;`, at 及 and 和
 * where both sides are bodies, and at spaces where the parts are names of their own. Brackets inside a name stay whole,
 * and so do bodies that share their end. `personal`: the label names persons.
 */
export function partiesIn(
  { text, raw }: Pick<Passage, 'text' | 'raw'>,
  from: number,
  to: number,
  personal: boolean,
): readonly Party[] {
  const around = raw.slice(Math.max(0, from - LABEL), to);
  // A span for each place where they stand.
  return listed(text.slice(from, to), around, personal).map(({ name, kind, span }) => ({
    name,
    kind,
    span: { start: from + span.start, end: from + span.end },
  }));
}

/** Those in a list, which ends with the words `around` it as written: a plan names the same bodies again and again. */
const listed = rememberedByWords(
  20_000,
  (text: string, around: string, personal: boolean): readonly Party[] => {
    const raw = around.slice(around.length - text.length);
    const parties: Party[] = [];
    let spread: 'names' | 'words' | undefined;
    let region = false;
    let behindPost = false;
    const entries = entriesIn(text, 0, text.length).map((entry) => ({
      separator: entry.separator,
      pieces: piecesIn(text, entry, personal),
    }));
    const posts =
      personal || POSTS.test(text)
        ? postsIn(
            flatMapped(entries, ({ pieces }) => pieces),
            text,
            personal,
          )
        : NO_PIECES;
    for (const { separator, pieces } of entries) {
      // `各` spreads over the `、` list that it opens, and no further.
      if (separator !== '、') spread = undefined;
      for (const found of pieces) {
        const isPersonal: boolean = personal || behindPost;
        behindPost = posts.has(found);
        if (behindPost) continue;
        const words = text.slice(found.from, found.to);
        const post = withoutPost(words, isPersonal);
        const piece = { from: found.from + post.from, to: found.from + post.to };
        const span = { start: piece.from, end: piece.to };
        const name = nameText(raw.slice(piece.from, piece.to), around);
        // Marks alone, such as a quote that closes nothing, are no name.
        if (!isWorded(name) || PLACEHOLDER.test(name)) continue;
        const spreads = spread === 'words' ? isGeneral(name) : spread && (region || !OF_REGION.test(name));
        const posted = post.to - post.from < words.length;
        const kind = kindOf(name, isPersonal || posted, Boolean(spreads));
        spread = spreadOf(name) ?? spread;
        region = /[县市区州]$/u.test(name);
        parties.push({ name, kind, span });
      }
    }
    return parties;
  },
);

/** The posts of persons who are named behind them: `局党组成员、副局长 肖丽` is one, `局长、办公室主任` are two. */
function postsIn(pieces: readonly Piece[], text: string, personal: boolean): ReadonlySet<Piece> {
  const posts = new Set<Piece>();
  let named = false;
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    const piece = pieces[i];
    if (!piece) break;
    const words = text.slice(piece.from, piece.to);
    // 县教育局局长 may be another one, except right before a name.
    const beside = isTitle(words) && /^[ :]*$/u.test(text.slice(piece.to, pieces[i + 1]?.from));
    if (named && (beside || isPost(words)) && !isGroup(words)) posts.add(piece);
    else if (personal) named = !isHolder(words) && !isGroup(words) && readsAsPerson(words);
    else
      named =
        withoutPost(words, false).from > 0 ||
        withOffice(words)?.sure === true ||
        isBehindColon(text, piece, words);
  }
  return posts;
}

/** `教研组长:车晓` */
function isBehindColon(text: string, { from }: Piece, words: string): boolean {
  return text.slice(0, from).trimEnd().endsWith(':') && isPerson(words) && !isHolder(words);
}

/** Posts that stand beside others. */
const POSTS = /成员|委员|常委|书记|政委|[局省州县市区镇乡校]长|:/u;
const NO_PIECES: ReadonlySet<Piece> = new Set();

/** How much of what stands before a list tells, with its names, the script that they are written in. */
const LABEL = 8;

/** `各` spreads over what is named behind it; 有关部门 only over words as general as itself: 市直有关部门、单位. */
function spreadOf(name: string): 'names' | 'words' | undefined {
  if (/^[各全][^级]/u.test(name)) return 'names';
  return /(?:有关|相关)(?:部门|单位|科室|股室|处室|学校)$/u.test(name) ? 'words' : undefined;
}

const PLURAL_END =
  /^(?:园区|功能区|开发区|高新区|经开区)管委会?$|(?:学校|中小学|幼儿园|部门|单位|机构|政府|办事处|街道|乡镇|园区|企业|高校|院校|医院|科室|股室|处室|[小中]学|学区|社区|村|镇|乡|园|区|县|市)$/u;

/** A draft's stand-ins for a name that is still to come. */
const PLACEHOLDER = /^(?:[×xX*＊_＿/／\-—…?？.。]+|待定|待补充|暂缺|无)$/u;

/** 区人民政府 behind 各县 stands for all of them, behind 各乡镇 it is one. */
const OF_REGION = /^[市县区省](?:人民)?(?:政府|管委会?)$/u;

/** 市实验小学 behind 各乡镇 is one school. */
const OF_ITS_OWN = /^[市县区省](?![(〔级]|(?:人民)?政府$|管委会?$)/u;

function kindOf(name: string, personal: boolean, spread: boolean): PartyKind {
  const plain = fold(name);
  if (isGroup(plain) || (spread && PLURAL_END.test(plain) && !OF_ITS_OWN.test(plain))) return 'group';
  return (personal ? readsAsPerson(plain) : isPerson(plain)) ? 'person' : 'unit';
}
