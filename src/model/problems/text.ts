// What is said of a code: the one entry that a problem has.

/** What a code means in general; the message of a single problem says where and what exactly. */
export interface ProblemText {
  /** In a few words; lower case, no full stop. */
  readonly meaning: string;
  /** Why it matters, in sentences. */
  readonly why: string;
  /** How to fix it, in sentences. */
  readonly fix: string;
}

/** The texts of some groups of codes: those that begin with a word and a slash. */
export type ProblemTexts<Group extends string> = Readonly<Record<`${Group}/${string}`, ProblemText>>;
