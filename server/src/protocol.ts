/** Requests of the client beside those of LSP, by method. */
export interface Requests {
  /** How complete a document is. */
  readonly 'planlint/status': { readonly params: InDocument; readonly result: Status | null };
  /** What the side bar lists; without a document, for the whole workspace. */
  readonly 'planlint/overview': { readonly params: Partial<InDocument>; readonly result: Overview };
  /** The tasks of a document as the preview shows them; without one, those of all plans of the workspace. */
  readonly 'planlint/table': { readonly params: Partial<InDocument>; readonly result: Table | null };
  /** Where the lens above a position leads. */
  readonly 'planlint/places': {
    readonly params: InDocument & { readonly position: Position };
    readonly result: readonly Place[];
  };
  /** Where tasks lack something, in order. */
  readonly 'planlint/gaps': { readonly params: InDocument; readonly result: readonly Range[] };
  /** The changes that add empty fields for what tasks lack: of the task at the position, else of all. */
  readonly 'planlint/missingFields': {
    readonly params: InDocument & { readonly position?: Position };
    readonly result: readonly Insertion[];
  };
  /** The next task, to be written below the one at the position, then new numbers for those behind it. */
  readonly 'planlint/newTask': {
    readonly params: InDocument & { readonly position: Position };
    readonly result: readonly Insertion[];
  };
  /** Every rule with what it wants. */
  readonly 'planlint/rules': { readonly params: object; readonly result: readonly RuleSummary[] };
  /** A rule explained in Markdown; null for one that is none. */
  readonly 'planlint/explain': { readonly params: { readonly rule: string }; readonly result: string | null };
  /** The formats that plans can be written in. */
  readonly 'planlint/formats': { readonly params: object; readonly result: readonly string[] };
  /** A document in one of them, its tasks divided where the format can. */
  readonly 'planlint/export': {
    readonly params: InDocument & { readonly format: string; readonly by?: Division };
    readonly result: Exported | null;
  };
  /** A file of an office program, or a page, as plan text; `content` is base64. */
  readonly 'planlint/import': {
    readonly params: { readonly content: string };
    readonly result:
      | { readonly text: string; readonly revisions: number; readonly leftOut: number }
      | NotRead
      | null;
  };
  /**
   * What the clipboard holds as plan text: from its page where that has lists or tables, else from its text; `cleans`
   * says that the text has something to clean. Null where it is plan text already.
   */
  readonly 'planlint/paste': {
    readonly params: InDocument & { readonly text: string; readonly html?: string };
    readonly result: { readonly text: string; readonly cleans: boolean } | null;
  };
  /** A copy of a document with its findings as comments, checked as if it stood at `uri`; both contents are base64. */
  readonly 'planlint/review': {
    readonly params: { readonly content: string; readonly uri: string };
    readonly result: { readonly content: string; readonly findings: number } | NotRead | null;
  };
  /**
   * A report as text, json or html: the deadlines of the workspace, or of a document its objectives with their tasks,
   * what differs from an older plan, or how far a ledger has come; `content` (base64) is that plan or ledger.
   */
  readonly 'planlint/report': {
    readonly params: Partial<InDocument> & {
      readonly kind: 'agenda' | 'trace' | 'compare' | 'progress';
      readonly format: string;
      readonly by?: Division;
      readonly content?: string;
      /** What the older plan is called. */
      readonly name?: string;
    };
    readonly result: { readonly content: string; readonly old?: string } | NotRead | null;
  };
  /** A document without the comments that silence findings. */
  readonly 'planlint/publish': { readonly params: InDocument; readonly result: string | null };
  /** Whether a text is a plan or a unit directory by its content, whatever it is called. */
  readonly 'planlint/isPlan': { readonly params: { readonly text: string }; readonly result: boolean };
  /** The text of a unit directory made from plans: of the body of the document and its root, else of the workspace. */
  readonly 'planlint/newDirectory': { readonly params: Partial<InDocument>; readonly result: string };
}

/** What our own client says of itself when it starts the server (`initializationOptions`). */
export interface OwnClient {
  /** It reads files for the server: the requests below. */
  readonly files: boolean;
  /** It has the command `planlint.showPlaces`, for the URI and position of a lens. */
  readonly showPlaces: boolean;
  /** Whether the person trusts the workspace; false where they were asked and did not say so. */
  readonly trusted: boolean;
}

/** Requests of the server, for files that only the client can read. */
export interface ClientRequests {
  /** An address from which a worker can load the bundle `office`. */
  readonly 'planlint/officeAddress': { readonly params: object; readonly result: string };
  /** The text of a file; null for what is no text, or too large to be a plan. */
  readonly 'planlint/readFile': { readonly params: { readonly uri: string }; readonly result: string | null };
  /** What a folder holds. */
  readonly 'planlint/listFolder': {
    readonly params: { readonly uri: string };
    readonly result: readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
  };
}

/** Why a file was not read. */
export interface NotRead {
  readonly refused: 'broken' | 'encrypted' | 'legacy' | 'oversized' | 'dtd' | 'otherKind' | 'noLedger';
}

/** What tasks can be divided by. */
export type Division = 'unit' | 'leader' | 'month';

export interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/** As in LSP: zero-based, characters counted in the encoding that was agreed on. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

export interface Status {
  readonly kind: 'plan' | 'directory';
  /** Tasks of a plan, entries of a directory. */
  readonly tasks: number;
  /** Tasks without anybody. */
  readonly withoutOwner: number;
  readonly withoutDeadline: number;
  /** The directories that serve the document, the nearest first. */
  readonly directories: readonly Place[];
  /** Where marks of an unfinished merge stand. */
  readonly conflict: Range | null;
}

export interface Overview {
  /** Units and groups. */
  readonly units: readonly Owner[];
  /** Persons. */
  readonly leaders: readonly Owner[];
  readonly deadlines: readonly Period[];
  readonly findings: readonly FoundIn[];
}

/** Somebody with the tasks that name them. */
export interface Owner {
  readonly name: string;
  readonly kind: 'person' | 'unit' | 'group';
  readonly tasks: readonly Duty[];
  /** Where a directory has it. */
  readonly defined: Place | null;
  /** Whether some directory serves those who name it, so that a missing entry is worth adding. */
  readonly unknown: boolean;
}

/** A task of somebody, and where they are named. */
export interface Duty {
  readonly role: 'lead' | 'unit' | 'support';
  readonly label: string;
  readonly place: Place;
}

/** Tasks that end in the same month, or in none: `open`, `recurring`, `none`. */
export interface Period {
  /** `2026-08`, or why there is no month. */
  readonly key: string;
  readonly tasks: readonly Due[];
}

export interface Due {
  readonly label: string;
  /** As written. */
  readonly deadline: string;
  readonly end: string | null;
  /** Whole days from today, negative when past. */
  readonly days: number | null;
  readonly place: Place;
}

export interface FoundIn {
  readonly uri: string;
  readonly title: string;
  readonly findings: readonly {
    readonly rule: string;
    /** Of the rule, in the language of the session. */
    readonly name: string;
    readonly severity: 'error' | 'warning' | 'info' | 'hint';
    readonly message: string;
    readonly place: Place;
  }[];
}

export interface Table {
  readonly title: string;
  readonly today: string;
  readonly rows: readonly Row[];
}

/** A task as a row of the responsibility table (责任分解表). */
export interface Row {
  /** The plan that it stands in. */
  readonly uri: string;
  readonly number: string;
  readonly title: string;
  /** Both, as they stand: `4.扩大学位供给`. */
  readonly name: string;
  /** Headings above it, the outermost first; of several plans, each its title before them. */
  readonly sections: readonly string[];
  readonly leads: readonly string[];
  readonly units: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly days: number | null;
  readonly measures: number;
  readonly range: Range;
}

/** Text to put in, and where in it a person goes on writing. */
export interface Insertion {
  readonly range: Range;
  readonly text: string;
  /** Offsets into `text`, ascending. */
  readonly stops: readonly number[];
}

export interface RuleSummary {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

export interface Exported {
  readonly content: string;
  /** `base64` where the format is not text. */
  readonly encoding: 'utf-8' | 'base64';
}
