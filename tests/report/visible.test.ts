// Text that shows what it is, and that nothing takes for a command.
import { describe, expect, it } from 'vitest';
import { formatAnnotations } from '../../src/report/annotations.ts';
import { drawMermaid } from '../../src/report/graph.ts';
import { formatProblems } from '../../src/report/problems.ts';
import { inert, visible, visibleJson } from '../../src/report/visible.ts';

const unseen = [
  ...[0x7f, 0x80, 0x9b, 0x9f, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e],
  ...[0x2060, 0x2066, 0x2069, 0x206f, 0xfeff, 0xfff9, 0xe0001, 0xe0041, 0xe007f],
];

describe('what is not seen', () => {
  it.each(unseen)('%i is shown by its code', (code) => {
    const character = String.fromCodePoint(code);
    const shown = `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    expect(visible(`a${character}b`)).toBe(`a${shown}b`);
    const json = visibleJson(JSON.stringify({ [`a${character}`]: character }));
    expect(json).toMatch(/^[\u0020-\u007e]+$/);
    expect(JSON.parse(json)).toEqual({ [`a${character}`]: character });
  });

  it('is not what scripts and emoji are joined with', () => {
    for (const text of ['👩‍🚀', 'می\u200cخواهم', 'Türkiye', '日本', "Côte d'Ivoire"])
      expect([visible(text), visibleJson(text)]).toEqual([text, text]);
  });

  it('is shown in annotations too', () => {
    const what = 'Ruri\u001b[2J\u202etania\n::error::';
    expect(formatAnnotations([{ code: 'scores/missing', severity: 'error', what }])).toBe(
      '::error title=scores/missing::Ruri␛[2J<U+202E>tania%0A::error::\n',
    );
  });
});

it('no line begins with two colons, whatever stands before them', () => {
  expect(inert('::a\n  ::b\n\t::c\n:d\na::e\n:::f\n::')).toBe('∶:a\n  ∶:b\n\t∶:c\n:d\na::e\n∶::f\n∶:');
});

it('problems that a wrap breaks begin no line with two colons', () => {
  const what = `the country is ${'x'.repeat(20)} ::error ::no`;
  for (let width = 20; width < 90; width += 1)
    expect(
      formatProblems(
        [{ code: 'scores/missing', severity: 'error', what, fix: '::stop-commands::x' }],
        undefined,
        width,
      ),
    ).not.toMatch(/^\s*::/m);
});

it('a label of Mermaid holds no markup', () => {
  const name = '<img src=x onerror="a()"> & #1 `b` %%{init: {}}%% \\n';
  const [, node = ''] = drawMermaid({ nodes: [{ id: 'a', name }], edges: [] });
  expect(node).toBe(
    '  n0["#60;img src=x onerror=#34;a()#34;#62; #38; #35;1 #96;b#96; #37;#37;{init: {}}#37;#37; #92;n"]',
  );
});
