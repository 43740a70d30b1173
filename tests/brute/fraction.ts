// Exact rational numbers: what is equal is equal, whatever the order of additions.

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);
  readonly top: bigint;
  readonly bottom: bigint;

  private constructor(top: bigint, bottom: bigint) {
    this.top = top;
    this.bottom = bottom;
  }

  /** Of a whole number, or of a decimal figure such as "-0.25" or "1e-7". */
  static of(figure: string | number): Fraction {
    const [, sign = '', whole = '', decimals = '', exponent = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(figure)) ?? [];
    if (whole === '') throw new Error(`"${figure}" is no decimal figure`);
    const top = BigInt(`${sign}${whole}${decimals}`);
    const power = Number(exponent) - decimals.length;
    return power >= 0
      ? new Fraction(top * 10n ** BigInt(power), 1n)
      : Fraction.ratio(top, 10n ** BigInt(-power));
  }

  static ratio(top: bigint, bottom: bigint): Fraction {
    if (bottom === 0n) throw new Error('division by zero');
    const common = divisor(top, bottom) * (bottom < 0n ? -1n : 1n);
    return new Fraction(top / common, bottom / common);
  }

  plus(other: Fraction): Fraction {
    return Fraction.ratio(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return Fraction.ratio(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  }

  times(other: Fraction): Fraction {
    return Fraction.ratio(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction {
    return Fraction.ratio(this.top * other.bottom, this.bottom * other.top);
  }

  negated(): Fraction {
    return new Fraction(-this.top, this.bottom);
  }

  /** Below 0, 0 or above 0, as this one is smaller, equal or greater. */
  compare(other: Fraction): number {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return signOf(difference);
  }

  get sign(): number {
    return signOf(this.top);
  }

  get number(): number {
    const whole = this.top / this.bottom;
    return Number(whole) + Number(((this.top - whole * this.bottom) * 10n ** 20n) / this.bottom) / 1e20;
  }

  /** Rounded to decimal places, halves away from zero. */
  rounded(decimals: number): Fraction {
    const unit = 10n ** BigInt(decimals);
    const size = this.top < 0n ? -this.top : this.top;
    const steps = (2n * size * unit + this.bottom) / (2n * this.bottom);
    return Fraction.ratio(this.top < 0n ? -steps : steps, unit);
  }

  toString(): string {
    return this.bottom === 1n ? String(this.top) : `${this.top}/${this.bottom}`;
  }
}

export function total(items: readonly Fraction[]): Fraction {
  return items.reduce((sum, item) => sum.plus(item), Fraction.zero);
}

export function greatest(items: readonly Fraction[]): Fraction {
  return items.reduce((best, item) => (item.compare(best) > 0 ? item : best));
}

export function least(items: readonly Fraction[]): Fraction {
  return items.reduce((best, item) => (item.compare(best) < 0 ? item : best));
}

/** Σ aᵢ bᵢ */
export function product(a: readonly Fraction[], b: readonly Fraction[]): Fraction {
  return total(a.map((x, i) => x.times(at(b, i))));
}

/** What must be there. */
export function at<Item>(items: readonly Item[], position: number): Item {
  const item = items.at(position);
  if (item === undefined || position < 0) throw new Error(`there is nothing at ${position}`);
  return item;
}

function signOf(whole: bigint): number {
  if (whole === 0n) return 0;
  return whole > 0n ? 1 : -1;
}
