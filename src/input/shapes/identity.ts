// Which country, in which year, a row is about.
import type { Country } from '../../model/edition.ts';
import type { Problem } from '../../model/problem.ts';
import { quoted } from '../../model/words.ts';
import type { Countries, KnownCountry } from '../cells/countries.ts';
import { foldName } from '../cells/fold-name.ts';
import type { CsvTable } from '../files/csv.ts';
import type { CountryColumns } from './columns.ts';
import { noCountry, notAYear } from './row-problems.ts';

export interface Identity {
  readonly code: string | null;
  readonly name: string;
  readonly year: number | null;
  /** The same for two spellings of one country, within a year. */
  readonly key: string;
  /** Whether it is no country but several of them together, or an average of them. */
  readonly isAggregate: boolean;
}

/** Reads which country a row is about; each spelling is looked up once, however many rows it stands in. */
export class IdentityReader {
  private readonly table: CsvTable;
  private readonly columns: CountryColumns;
  private readonly countries: Countries;
  private readonly problems: Problem[];
  private readonly recognised = new Map<string, KnownCountry | null>();
  private readonly folded = new Map<string, string>();

  constructor(table: CsvTable, columns: CountryColumns, countries: Countries, problems: Problem[]) {
    this.table = table;
    this.columns = columns;
    this.countries = countries;
    this.problems = problems;
  }

  /** Null if the row has no country; then, and where code and name differ, a problem is added. */
  identify(row: number): Identity | null {
    const [code, name] = [this.textIn(row, this.columns.code), this.textIn(row, this.columns.name)];
    if (code === '' && name === '') {
      this.problems.push(noCountry(this.table.place(row)));
      return null;
    }
    const byCode = this.recognise(code);
    const isNamedSo = byCode !== null && name !== '' && this.countries.isName(byCode.code, name);
    const byName = isNamedSo ? byCode : this.recognise(name);
    this.compare(row, { code, byCode, name, byName });
    const country = byCode ?? byName;
    const hasName = name !== '' && (country === null || !this.countries.isCode(name));
    const shown = hasName ? name : (country?.name ?? code);
    const year = this.yearOf(row);
    return {
      code: country?.code ?? null,
      name: shown,
      year,
      key: `${country?.code ?? this.fold(shown)} ${year ?? ''}`,
      isAggregate: country === null && this.isAggregate(code, name),
    };
  }

  private textIn(row: number, column: number | null): string {
    return column === null ? '' : this.table.text(row, column);
  }

  private recognise(text: string): KnownCountry | null {
    if (text === '') return null;
    const seen = this.recognised.get(text);
    if (seen !== undefined) return seen;
    const country = this.countries.recognise(text);
    this.recognised.set(text, country);
    return country;
  }

  /** Letters mean one only where they stand among codes of countries. */
  private isAggregate(code: string, name: string): boolean {
    return (
      this.countries.isAggregate(name) ||
      ((this.columns.isIso || code.startsWith('OWID_')) && this.countries.isAggregate(code))
    );
  }

  private fold(name: string): string {
    const folded = this.folded.get(name) ?? foldName(name);
    this.folded.set(name, folded);
    return folded;
  }

  /** Looks whether the code and the name of a row go together. */
  private compare(row: number, { code, byCode, name, byName }: CodeAndName): void {
    const { code: column, isIso } = this.columns;
    if (code === '' || column === null || byName === null) return;
    if (byCode !== null && byCode.code !== byName.code) {
      this.problems.push({
        code: 'scores/code-and-name-differ',
        severity: 'error',
        place: this.table.place(row, column),
        country: name,
        value: code,
        what: `the code "${code}" is ${byCode.name}, the name "${name}" is ${byName.name}`,
        fix: 'correct one of them',
      });
    }
    if (byCode === null && isIso) {
      this.problems.push({
        code: 'scores/unknown-country',
        severity: 'warning',
        place: this.table.place(row, column),
        country: byName.name,
        value: code,
        what: `${quoted(code)} is not an ISO 3166 code`,
        why: `the name says ${byName.name}, and the name counts`,
        fix: `write ${byName.code}`,
      });
    }
  }

  private yearOf(row: number): number | null {
    const column = this.columns.year;
    if (column === null) return null;
    const year = this.table.number(row, column);
    if (year !== null && Number.isInteger(year)) return year;
    this.problems.push(notAYear(this.table.text(row, column), this.table.place(row, column)));
    return null;
  }
}

/** What a row has for a code and for a name, and the countries that they mean. */
interface CodeAndName {
  readonly code: string;
  readonly byCode: KnownCountry | null;
  readonly name: string;
  readonly byName: KnownCountry | null;
}

/** The countries of a sheet. */
export function countriesOf(identities: readonly Identity[]): Country[] {
  return identities.map(({ code, name, year }) => ({ code, name, year, groups: {} }));
}
