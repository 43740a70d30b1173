// What comes from files is shown with its control characters made visible: no country's name can drive a
// terminal, hide what it is, or give a command to what reads the output.

/**
 * Characters that are not seen: controls after those of ASCII, marks and overrides of direction, separators
 * of lines, spaces and joiners without width, and tags. Joiners that scripts and emoji need are none of them.
 */
const unseen = new RegExp(
  String.raw`[\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]` +
    String.raw`|[\u{e0000}-\u{e007f}]`,
  'gu',
);

/**
 * C0 controls have pictures of their own; what is not seen gets its code.
 *
 * @example visible('Ruri\u001b[2Jtania') // → 'Ruri␛[2Jtania'
 * @example visible('Ruri\u202etania') // → 'Ruri<U+202E>tania'
 */
export function visible(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      .replaceAll(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
      .replaceAll(
        unseen,
        (one) => `<U+${Number(one.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}>`,
      )
  );
}

/**
 * JSON in which nothing is unseen; it stands for the same values.
 *
 * @example visibleJson('"Ruri\u202etania"') // → '"Ruri\\u202etania"'
 */
export function visibleJson(json: string): string {
  return json.replaceAll(unseen, (one) =>
    one
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/**
 * Text of which no line is a command to GitHub Actions, which begin with two colons: the first of the two
 * becomes the sign of a ratio, which is as wide and looks the same.
 *
 * @see GitHub Docs, Workflow commands for GitHub Actions
 * @example inert('::error::no') // → '∶:error::no'
 */
export function inert(text: string): string {
  return text.replaceAll(/^([^\S\r\n]*):(?=:)/gm, '$1∶');
}
