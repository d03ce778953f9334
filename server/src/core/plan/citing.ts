import type { Known } from '../text/known.ts';
import type { Span } from '../text/text.ts';
import type { Section, Task } from './plan.ts';

/** What a title was cited from: the words of a paragraph, and where in these. */
export interface Citation {
  readonly known: Known;
  readonly stretch: Span;
  readonly title: string;
}

/** A section that notes where its title is read. */
export class CitingSection implements Section {
  readonly number: string;
  readonly numberSpan: Span;
  readonly titleSpan: Span;
  readonly level: number;
  readonly role: Section['role'];
  readonly parent: number | undefined;
  readonly span: Span;
  readonly fields: Section['fields'];
  readonly citation: Citation;

  constructor(section: Omit<Section, 'title'>, citation: Citation) {
    this.number = section.number;
    this.numberSpan = section.numberSpan;
    this.titleSpan = section.titleSpan;
    this.level = section.level;
    this.role = section.role;
    this.parent = section.parent;
    this.span = section.span;
    this.fields = section.fields;
    this.citation = citation;
  }

  get title(): string {
    return read(this.citation);
  }
}

/** A task that notes where its title is read. */
export class CitingTask implements Task {
  readonly number: string;
  readonly style: Task['style'];
  readonly part: number;
  readonly numberSpan: Span;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly section: number | undefined;
  readonly role: Task['role'];
  readonly fields: Task['fields'];
  readonly leads: Task['leads'];
  readonly units: Task['units'];
  readonly support: Task['support'];
  readonly deadline: Task['deadline'];
  readonly proseDeadlines: Task['proseDeadlines'];
  readonly measures: Task['measures'];
  readonly citation: Citation;

  constructor(task: Omit<Task, 'title'>, citation: Citation) {
    this.number = task.number;
    this.style = task.style;
    this.part = task.part;
    this.numberSpan = task.numberSpan;
    this.titleSpan = task.titleSpan;
    this.span = task.span;
    this.section = task.section;
    this.role = task.role;
    this.fields = task.fields;
    this.leads = task.leads;
    this.units = task.units;
    this.support = task.support;
    this.deadline = task.deadline;
    this.proseDeadlines = task.proseDeadlines;
    this.measures = task.measures;
    this.citation = citation;
  }

  get title(): string {
    return read(this.citation);
  }
}

function read({ known, stretch, title }: Citation): string {
  known.touchIn(stretch);
  return title;
}
