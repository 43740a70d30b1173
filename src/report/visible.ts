// What comes from files is shown with its control characters made visible: no country's name can drive a
// terminal.

/** @example visible('Ruri\u001b[2Jtania') // → 'Ruri␛[2Jtania' */
export function visible(text: string): string {
  // C0 controls have pictures of their own; C1 controls, bidirectional overrides and line separators get
  // their code.
  return (
    text
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      .replaceAll(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
      .replaceAll(
        /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
        (control) => `<U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
      )
  );
}
