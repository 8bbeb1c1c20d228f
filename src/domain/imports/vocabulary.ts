/** What a mapping can say of a thing: its fields, and what each of them takes. */
export interface Vocabulary<F extends string> {
  /** What the fields are of, for messages: `an initiative`. */
  readonly thing: string;
  readonly fields: readonly F[];
  /** What columns can also be named for, and is read otherwise. */
  readonly others: readonly string[];
  /** Whether the thing can be without it. */
  readonly mayBeBlank: (field: F) => boolean;
  /** A text as the field keeps it. */
  readonly asField: (field: F, text: string) => string;
  /** What is wrong with a value that is not blank; null when all is well. */
  readonly faultOf: (field: F, value: string) => string | null;
  /** Why it can have no default; null where it can. */
  readonly noDefault: (field: F) => string | null;
}
