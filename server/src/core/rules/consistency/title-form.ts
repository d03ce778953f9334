import type { Rule } from '../../lint/rule.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Span } from '../../text/text.ts';

/** A quoted document title that stands in two forms. */
export const titleForm: Rule = {
  id: 'title-form',
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '同一文件名称全文写法一致。',
    en: 'The title of a document has one form in the whole text.',
  },
  why: {
    zh: '书名号内是文件的全名，连接号、“的”等出入会使同一文件看上去像两份，检索也找不全。',
    en: 'What stands in 《》 is the full title; with different dashes or particles one document looks like two and is not found.',
  },
  examples: [
    {
      bad: '一、任务\n落实《石桥县校舍改造计划（2022—2024年）》。对照⟦《石桥县校舍改造计划（2022-2024年）》⟧，依据《石桥县校舍改造计划（2022—2024年）》督查。',
      good: '一、任务\n落实《石桥县校舍改造计划（2022—2024年）》。对照《石桥县校舍改造计划（2022—2024年）》，依据《石桥县校舍改造计划（2022—2024年）》督查。',
    },
  ],
  check(plan, report) {
    for (const forms of titlesOf(plan)) {
      const usual = forms.reduce((most, one) => (one.places.length > most.places.length ? one : most));
      const certain = forms.every((one) => one === usual || one.places.length < usual.places.length);
      const shown = plan.text.slice(usual.places[0]?.start, usual.places[0]?.end).replace(/\s+/gu, '');
      for (const form of forms) {
        if (form === usual) continue;
        for (const span of form.places) {
          report(
            span,
            {
              zh: `此处与别处的${shown}写法不一致，请核对。`,
              en: `This title is written ${shown} elsewhere; please check which is right.`,
            },
            {
              related: usual.places.slice(0, 3).map((place) => ({
                span: place,
                message: { zh: '另一种写法。', en: 'The other form.' },
              })),
              ...(certain && {
                fix: {
                  title: { zh: `统一为${shown}`, en: `Write ${shown}` },
                  kind: form.bare === usual.bare ? ('safe' as const) : ('unsafe' as const),
                  edits: [{ span, newText: shown }],
                },
              }),
            },
          );
        }
      }
    }
  },
};

interface Form {
  /** As written, but for spaces and widths. */
  readonly written: string;
  /** Its letters alone. */
  readonly bare: string;
  readonly places: Span[];
}

/** Titles that are the same but for marks and particles, each group with its forms. */
function titlesOf({ folded }: Plan): readonly (readonly Form[])[] {
  const groups = new Map<string, Map<string, Form>>();
  for (const { index, 0: whole } of folded.matchAll(TITLE)) {
    const written = whole.replace(/\s+/gu, '');
    const bare = written.replace(/[^\p{L}\p{N}]/gu, '');
    const key = bare.replace(/[的和与及]/gu, '');
    if (key.length < 6) continue;
    const forms = groups.get(key) ?? new Map<string, Form>();
    groups.set(key, forms);
    const form = forms.get(written);
    const place = { start: index, end: index + whole.length };
    if (form) form.places.push(place);
    else forms.set(written, { written, bare, places: [place] });
  }
  return [...groups.values()].filter((forms) => forms.size > 1).map((forms) => [...forms.values()]);
}

const TITLE = /《[^《》\n\r]{4,80}》/gu;
