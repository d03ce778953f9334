import type { Message, Related } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { spanIn } from '../../plan/block.ts';
import { foldedIn, type Plan, textIn } from '../../plan/plan.ts';
import { nameText } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { nearest } from '../../text/nearest.ts';
import type { Words } from '../../text/text.ts';
import { wordedIn } from '../../text/worded.ts';

/** A signature or a title that differs from what the head of the document says. */
export const signatureMismatch: Rule = {
  id: 'signature-mismatch',
  name: { zh: '落款与发文单位不符', en: 'Signature does not match' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '署名与标题中的发文机关一致，通知所印发的文件名与正文标题一致。',
    en: 'The signature names the issuers of the title, and a notice names the title of what it issues.',
  },
  why: {
    zh: '标题写“中共某区委教育工作委员会”而落款少了“中共”，或印发的文件与后附标题对不上，文件就不严肃，归档时也查不到。',
    en: 'Where title and signature, or the notice and what it issues, differ, the document looks careless and is filed under two names.',
  },
  examples: [
    {
      bad: [
        '中共石桥县委教育工作委员会',
        '石桥县教育局',
        '关于印发2024年教育工作要点的通知',
        '各学校：',
        '现将《2024年教育工作要点》印发给你们，请认真落实。',
        '⟦石桥县委教育工作委员会⟧    石桥县教育局',
        '2024年3月1日',
        '2024年教育工作要点',
        '一、重点任务',
        '1.开放操场。周末开放。',
      ].join('\n'),
      good: [
        '中共石桥县委教育工作委员会',
        '石桥县教育局',
        '关于印发2024年教育工作要点的通知',
        '各学校：',
        '现将《2024年教育工作要点》印发给你们，请认真落实。',
        '中共石桥县委教育工作委员会    石桥县教育局',
        '2024年3月1日',
        '2024年教育工作要点',
        '一、重点任务',
        '1.开放操场。周末开放。',
      ].join('\n'),
    },
    {
      bad: [
        '石桥县教育局关于印发工作要点的通知',
        '各学校：',
        '现将⟦《2023年石桥县教育工作要点》⟧印发给你们，请认真落实。',
        '2024年石桥县教育工作要点',
        '一、重点任务',
        '1.开放操场。周末开放。',
      ].join('\n'),
      good: [
        '石桥县教育局关于印发工作要点的通知',
        '各学校：',
        '现将《2024年石桥县教育工作要点》印发给你们，请认真落实。',
        '2024年石桥县教育工作要点',
        '一、重点任务',
        '1.开放操场。周末开放。',
      ].join('\n'),
    },
  ],
  check(plan, report) {
    const heads = issuersInHead(plan);
    const signers = signersOf(plan);
    const lost = unsigned(heads, signers);
    const [last] = signers.slice(-1);
    if (lost && last) report(last.span, unsignedMessage(lost.text), { related: [inTitle(lost)] });
    for (const signer of signers) {
      if (heads.some(({ text }) => text === signer.text)) continue;
      const meant = heads.find(
        ({ text }) =>
          isShortOf(plan, signer, text) ||
          (isSlipOf(signer.text, text) && !signers.some((other) => other.text === text)),
      );
      if (!meant) continue;
      report(signer.span, mismatch(signer.text, meant.text), {
        related: [inTitle(meant)],
      });
    }
    const { title } = plan;
    for (const named of title ? issuedTitles(plan, title) : []) {
      if (!title || bare(named.text) === bare(title.text)) continue;
      if (isElided(bare(named.text), bare(title.text))) continue;
      // A short form of the title is no slip; a like one is.
      if (!nearest(bare(named.text), [bare(title.text)])) continue;
      report(
        named.span,
        {
          zh: `印发的${named.text}与正文标题“${title.text}”不一致，请核对。`,
          en: `What is issued, ${named.text}, differs from the title “${title.text}”; please check.`,
        },
        { related: [{ span: title.span, message: { zh: '正文标题。', en: 'The title.' } }] },
      );
    }
  },
};

function inTitle({ span }: Words): Related {
  return { span, message: { zh: '标题中的发文机关。', en: 'The issuer in the title.' } };
}

/** `县水务局` for `县水利局`: one character differs. */
function isSlipOf(signer: string, issuer: string): boolean {
  return (
    signer.length === issuer.length && [...signer].filter((one, i) => one !== [...issuer][i]).length === 1
  );
}

/** One of several issuers that does not sign, where all who sign are among them. */
function unsigned(heads: readonly Words[], signers: readonly Words[]): Words | undefined {
  const [issuing, signing] = [heads, signers].map((names) => new Set(names.map(({ text }) => text)));
  if (!issuing || !signing || signing.size === 0 || issuing.size > MOST_SIGNERS) return undefined;
  if (![...signing].every((name) => issuing.has(name))) return undefined;
  return heads.find(({ text }) => !signing.has(text));
}

/** So many lines above a date are read as signatures. */
const MOST_SIGNERS = 4;

function unsignedMessage(issuer: string): Message {
  return {
    zh: `标题中的发文机关“${issuer}”没有署名，请核对。`,
    en: `${issuer}, which the title names, has not signed; please check.`,
  };
}

/** Whether a signature leaves out the beginning of an issuer's name, or only one of them says 中共. */
function isShortOf(plan: Plan, signer: Words, issuer: string): boolean {
  if (signer.text === `中共${issuer}`) return true;
  if (!issuer.endsWith(signer.text)) return false;
  const left = issuer.slice(0, -signer.text.length);
  // The name may be broken over two lines.
  const above = textIn(plan, Math.max(0, signer.span.start - 40), signer.span.start);
  return !marksOff(nameText(above)).endsWith(marksOff(left));
}

/** A name without the quotes that one of two may have. */
function marksOff(name: string): string {
  return name.replace(/[“”‘’"]/gu, '');
}

function mismatch(signer: string, issuer: string): Message {
  return {
    zh: `署名“${signer}”与标题中的“${issuer}”不一致，请核对。`,
    en: `The signature ${signer} differs from ${issuer} in the title; please check.`,
  };
}

/** The bodies that sign; those that a page's metadata names do not. */
function signersOf({ issuers, metadata }: Plan): readonly Words[] {
  const stated = new Set(metadata.map(({ value }) => value.span.start));
  return issuers
    .filter(({ span }) => !stated.has(span.start))
    .map(({ span, text }) => ({ span, text: nameText(text).replace(/[（(][\s\S]*/u, '') }));
}

/** The bodies that stand on lines of their own above 关于…, or at its head. */
function issuersInHead(plan: Plan): readonly Words[] {
  const { blocks, sections } = plan;
  const body = sections[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const heads: Words[] = [];
  for (const [i, block] of blocks.slice(0, HEAD).entries()) {
    if (block.span.start >= body) break;
    const at = block.text.search(/关于/u);
    if (at < 0 || !/(?:通知|意见|方案|决定|函|要点|计划)(?:\([^()]*\))?$/u.test(block.text)) continue;
    if (at > 0 && BODY.test(block.text.slice(0, at))) heads.push(named(plan, block, at));
    for (let j = i - 1; at === 0 && j >= Math.max(0, i - 5); j -= 1) {
      const above = blocks[j];
      if (!above || !BODY.test(above.text)) break;
      heads.push(named(plan, above, above.text.length));
    }
  }
  return heads;
}

const HEAD = 30;
const BODY = /^[々〇㐀-鿿𠀀-𲎯]{4,30}(?:[局委室府会部厅院校园心组]|办事处)$/u;

function named(plan: Plan, block: Plan['blocks'][number], to: number): Words {
  const span = spanIn(block, 0, to);
  return { span, text: nameText(textIn(plan, span.start, span.end)) };
}

/** `现将《…》印发给你们` above the title; not `现将《…规划》任务分工印发给你们`, where the title goes on. */
function issuedTitles(plan: Plan, title: Words): readonly Words[] {
  return matchesIn(foldedIn(plan, 0, title.span.start), ISSUED).map(({ index, 0: whole }) => {
    const span = { start: index + whole.indexOf('《'), end: index + whole.length };
    return { span, text: textIn(plan, span.start, span.end) };
  });
}

const ISSUED =
  /现将《[^《》\n\r]{4,80}》(?!(?![及和与暨并])(?:(?![印转下]发)[々〇㐀-鿿]){0,12}(?:分[工解]|方案|清单|台账|细则|安排|措施|举措))/gu;

/** `省文化厅…` for `湖北省文化厅…`, `2024年教育…` for `2024年青溪县教育…`: one of two titles leaves out the region. */
function isElided(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const end = at + long.length - short.length;
  return (
    long.slice(end) === short.slice(at) &&
    REGION.test(long.slice(at, end)) &&
    /[省市县区州旗镇乡]/u.test(long.slice(end - 1, end + 1))
  );
}

const REGION = /^[々〇㐀-鿿𠀀-𲎯]{2,8}$/u;

/** Letters alone, without what stands in brackets at the end. */
function bare(title: string): string {
  return wordedIn(title.normalize('NFKC').replace(/\([^()]*\)/gu, ''));
}
