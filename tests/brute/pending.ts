// Kinds of comparison in which the program is known to differ still, each with what is wrong. A line goes
// when the program is right; then the comparison counts.

interface Pending {
  readonly names: RegExp;
  readonly why: string;
}

const kinds: readonly Pending[] = [
  {
    names: /\.tree-ties(?:\.wide)?$/,
    why: 'equal indices of trees are told apart by rounding, level by level',
  },
  {
    names: /\.tiers\.(?:thresholds|quantiles|breaks)\.rounded/,
    why: 'tiers are cut from unrounded scores where the ranks are of rounded ones',
  },
  {
    names: /^bounds\.tiers\.(?:profile|layers).*\.sets$/,
    why: 'tiers by a rule on indicators have no bounds where only the sets weigh some of them',
  },
  {
    names: /\.(?:ranks|tiers|breaks)\..*\.wide$/,
    why: 'leads below 1e-12 of the largest contribution count as ties',
  },
  {
    names: /^fit\.rank\.(?:found|weights|contradiction)$/,
    why: 'ties of trees by weights with many decimals are told apart by rounding, level by level',
  },
  { names: /^tiers\.breaks\.any-scale/, why: 'of several optimal divisions noise picks one' },
  { names: /\.scores\.wide$/, why: 'small scores lose digits beside large ones' },
];

export function isPending(name: string): boolean {
  return kinds.some(({ names }) => names.test(name));
}
