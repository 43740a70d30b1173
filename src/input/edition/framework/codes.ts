// Which codes an indicator or a category may have.

/** Codes may be written after options, between commas, equals signs and colons. */
export function isCode(code: string): boolean {
  // All scripts may be used; most codes are ASCII, for which the short expression is the quick one.
  return /^\w[\w.-]*$/.test(code) || /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(code);
}
