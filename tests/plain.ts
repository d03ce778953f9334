import type { Plan, Section, Task } from '../server/src/core/plan/plan.ts';

/** All that a plan says, without what it remembers or notes: equal for plans that were read by different ways. */
export function plain(plan: Plan): unknown {
  const { text, folded, blocks, sections, tasks, ...others } = plan;
  return {
    ...others,
    text,
    folded,
    blocks: blocks.map((block) => ({
      text: block.text,
      raw: block.raw,
      span: block.span,
      offsets: block.offsets,
    })),
    sections: sections.map(titled),
    tasks: tasks.map(titled),
  };
}

/** A section or task with its title as a member of its own, wherever that comes from. */
function titled(item: Section | Task): unknown {
  return { ...item, title: item.title, citation: undefined };
}
