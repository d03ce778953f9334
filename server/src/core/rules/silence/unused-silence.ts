import type { FixKind } from '../../lint/finding.ts';
import type { Report, Rule, RuleContext } from '../../lint/rule.ts';
import { type Silence, verbs } from '../../lint/silence.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span, Words } from '../../text/text.ts';

/** A comment that silences findings where there are none, or that names no known rule. */
export const unusedSilence: Rule = {
  id: 'unused-silence',
  name: { zh: '无用的屏蔽注释', en: 'Unused silence' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '忽略提示的注释都有用处，所写的规则都存在。',
    en: 'Comments that silence findings silence some, and name rules that exist.',
  },
  why: {
    zh: '问题改好以后，忽略它的注释就多余了；留着不删，将来同样的问题再出现时会被它掩盖。',
    en: 'Once the fault is mended, the comment that silenced it is left over, and would hide the same fault when it comes back.',
  },
  examples: [
    {
      bad: [
        '松岭镇2024年工作计划',
        '一、重点任务',
        '⟦<!-- planlint-disable-next-line missing-lead -- 分工另发 -->⟧',
        '1.改造校舍。更换门窗。（责任单位：校产科；完成时限：8月底前）',
      ].join('\n'),
      good: [
        '松岭镇2024年工作计划',
        '一、重点任务',
        '1.改造校舍。更换门窗。（责任单位：校产科；完成时限：8月底前）',
      ].join('\n'),
    },
    {
      bad: [
        '松岭镇2024年工作计划',
        '一、重点任务',
        '<!-- planlint 忽略下一行 ⟦misssing-lead⟧、missing-deadline —— 另行分工 -->',
        '1.改造校舍。更换门窗。',
        '2.开放操场。周末开放。（责任单位：体卫艺科；完成时限：5月底前）',
      ].join('\n'),
      good: [
        '松岭镇2024年工作计划',
        '一、重点任务',
        '<!-- planlint 忽略下一行 missing-lead、missing-deadline —— 另行分工 -->',
        '1.改造校舍。更换门窗。',
        '2.开放操场。周末开放。（责任单位：体卫艺科；完成时限：5月底前）',
      ].join('\n'),
    },
  ],
  judges: 'silences',
  check(_plan, report, context) {
    const open = new Set<string | undefined>();
    for (const silences of byComment(context.silences)) {
      const idle = new Set(silences.filter((one) => isIdle(one, context, open)));
      const [first] = silences;
      if (first?.kind === 'unknown') reportVerb(first, report);
      else if (first?.kind === 'misplaced') report(first.comment, MISPLACED);
      else if (first && idle.size === silences.length) reportComment(first, report);
      else
        for (const [i, one] of silences.entries()) {
          if (idle.has(one)) reportRule(one, silences[i - 1], silences[i + 1], report);
          else reportUnknown(one, context, report);
        }
    }
  },
};

const MISPLACED = {
  zh: '忽略提示的注释与正文同行时不起作用，应单独成行，放在所指的一行之前。',
  en: 'A comment that silences findings has no effect beside text; it should stand on a line of its own above the one meant.',
};

/** Silences that stand in one comment together. */
function byComment(silences: readonly Silence[]): readonly (readonly Silence[])[] {
  const groups: Silence[][] = [];
  for (const one of silences) {
    const last = groups.at(-1);
    if (last?.[0]?.comment.start === one.comment.start) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Whether it is certain that nothing is silenced here; a rule that did not run is not judged. */
function isIdle(silence: Silence, context: RuleContext, open: Set<string | undefined>): boolean {
  const rule = silence.rule?.text;
  if (silence.kind === 'unknown' || silence.kind === 'misplaced') return false;
  if (silence.kind === 'end')
    return rule === undefined ? closeAll(open) : !open.delete(rule) && !open.has(undefined);
  if (silence.kind === 'block') open.add(rule);
  if (rule === 'unused-silence' || context.used.has(silence)) return false;
  return rule === undefined ? context.complete : context.ran.includes(rule);
}

function closeAll(open: Set<string | undefined>): boolean {
  const idle = open.size === 0;
  open.clear();
  return idle;
}

function reportComment({ comment, whole, kind }: Silence, report: Report): void {
  const message =
    kind === 'end'
      ? { zh: '此处没有需要恢复的检查。', en: 'Nothing is disabled here that could be enabled.' }
      : { zh: '这条注释没有忽略任何问题，可以删除。', en: 'This comment silences nothing and can go.' };
  report(comment, message, { fix: removal(whole), tags: ['unnecessary'] });
}

function removal(span: Span) {
  return {
    title: { zh: '删除多余的注释', en: 'Remove the unused comment' },
    kind: 'safe' as const,
    edits: [{ span, newText: '' }],
  };
}

/** One of several rules of a comment: it goes with the separator beside it. */
function reportRule(
  { rule }: Silence,
  last: Silence | undefined,
  next: Silence | undefined,
  report: Report,
): void {
  if (!rule) return;
  const [before, after] = [last?.rule, next?.rule];
  const span = after
    ? { start: rule.span.start, end: after.span.start }
    : { start: before?.span.end ?? rule.span.start, end: rule.span.end };
  report(
    rule.span,
    {
      zh: `规则 ${rule.text} 在此没有需要忽略的问题。`,
      en: `There is nothing of ${rule.text} to silence here.`,
    },
    { fix: removal(span), tags: ['unnecessary'] },
  );
}

function reportUnknown({ rule }: Silence, { known }: RuleContext, report: Report): void {
  if (!rule || known.includes(rule.text)) return;
  const meant = nearest(rule.text, known);
  report(
    rule.span,
    {
      zh: `没有名为 ${rule.text} 的规则${meant ? `，是否想写 ${meant}？请核对` : ''}。`,
      en: `There is no rule ${rule.text}${meant ? `; did you mean ${meant}? Please check` : ''}.`,
    },
    meant === undefined ? {} : { fix: replacement(rule, meant, 'safe') },
  );
}

/** What was meant is a guess that may silence more than the comment does: disable-line is nearest to disable-file. */
function reportVerb({ verb, comment }: Silence, report: Report): void {
  const meant = nearest(verb.text, [...verbs.zh, ...verbs.en]);
  report(
    verb.text ? verb.span : comment,
    {
      zh: `注释中的“${verb.text}”不是已知的写法，${meant ? `是否想写 ${meant}？请核对` : `可用的有 ${[...verbs.zh, ...verbs.en].join('、')}`}。`,
      en: `“${verb.text}” is no known instruction; ${meant ? `did you mean ${meant}? Please check` : `known are ${[...verbs.en, ...verbs.zh].join(', ')}`}.`,
    },
    meant === undefined ? {} : { fix: replacement(verb, meant, 'unsafe') },
  );
}

function replacement({ span }: Words, newText: string, kind: FixKind) {
  return {
    title: { zh: `改为 ${newText}`, en: `Change to ${newText}` },
    kind,
    edits: [{ span, newText }],
  };
}
