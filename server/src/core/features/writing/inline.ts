import { fieldStyleOf, stubFor } from '../../lint/stub/stub.ts';
import type { FieldRole, Plan, Task } from '../../plan/plan.ts';

/** What the siblings state and the task that ends at `offset` does not, filled the way the nearest sibling does. */
export function missingFields(
  plan: Plan,
  offset: number,
): { readonly offset: number; readonly text: string } | undefined {
  const task = plan.tasks.find(
    ({ role, span }) => role === 'task' && span.start < offset && offset <= span.end,
  );
  if (!task || /\S/u.test(plan.text.slice(offset, lineEnd(plan.text, offset)))) return undefined;
  const model = siblingBefore(plan, task);
  const roles = (['lead', 'unit', 'support', 'deadline'] as const).filter(
    (role) =>
      model?.fields.some((field) => field.role === role && field.label) &&
      !task.fields.some((field) => field.role === role),
  );
  if (!model || roles.length === 0) return undefined;
  const edit = stubFor(plan, task, roles, fieldStyleOf(plan))?.edits[0];
  if (!edit || edit.span.start !== offset || edit.span.end !== offset || !edit.stops) return undefined;
  // The values go where the stub leaves places, the last first so that the others stay where they are.
  let text = edit.newText;
  for (let i = edit.stops.length - 1; i >= 0; i -= 1) {
    const stop = edit.stops[i] ?? 0;
    text = text.slice(0, stop) + siblingValue(plan, model, roles[i]) + text.slice(stop);
  }
  return { offset, text };
}

function siblingBefore(plan: Plan, task: Task): Task | undefined {
  const index = plan.tasks.indexOf(task);
  const others = [...plan.tasks.slice(0, index).reverse(), ...plan.tasks.slice(index + 1)];
  return others.find(({ role, fields }) => role === 'task' && fields.some(({ label }) => label));
}

function siblingValue({ text }: Plan, { fields }: Task, role: FieldRole | undefined): string {
  const field = fields.find((one) => one.role === role && one.label);
  return field ? text.slice(field.value.start, field.value.end).trim() : '';
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/u);
  return end < 0 ? text.length : from + end;
}
