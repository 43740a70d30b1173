// Kinds of comparison in which the program is known to differ still: each goes when the program is right.

export const pending: ReadonlySet<string> = new Set<string>([]);
