// Which codes an indicator or a category may have.

/** Codes may be written after options, between commas, equals signs and colons. */
export function isCode(code: string): boolean {
  // All scripts may be used; most codes are ASCII, for which the short expression is the quick one.
  const isWritten = /^\w[\w.-]*$/.test(code) || /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(code);
  return isWritten && !isKept(code);
}

/** Whether the language keeps a name for itself, so that no object has it for a key of its own. */
export function isKept(code: string): boolean {
  return code === '__proto__';
}
