import { createContext } from 'svelte';
import type { Column, Value } from '../core/tables.js';
import {
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatShare,
  formatTime,
  formatValue,
} from './format.js';
import type { Locale } from './locale.js';
import { translate, type MessageValues, type Texts } from './translate.js';

/** The reader's language and the data's currency; every component reads texts and numbers through it. */
export class I18n {
  #locale = $state<Locale>('en');
  #currency = $state<string | null>(null);

  constructor(locale: Locale, currency: string | null = null) {
    this.#locale = locale;
    this.#currency = currency;
  }

  get locale(): Locale {
    return this.#locale;
  }
  set locale(locale: Locale) {
    this.#locale = locale;
  }

  get currency(): string | null {
    return this.#currency;
  }
  set currency(currency: string | null) {
    this.#currency = currency;
  }

  t<Key extends string>(texts: Texts<Key>, key: Key, values?: MessageValues): string {
    return translate(texts, this.#locale, key, values);
  }
  /** `t` bound to one feature's texts: `const t = i18n.reader(texts)`. */
  reader<Key extends string>(texts: Texts<Key>): (key: Key, values?: MessageValues) => string {
    return (key, values) => this.t(texts, key, values);
  }
  number(value: number, digits?: number): string {
    return formatNumber(this.#locale, value, digits);
  }
  money(value: number): string {
    return formatMoney(this.#locale, value, this.#currency);
  }
  moneyShort(value: number): string {
    return formatMoneyShort(this.#locale, value, this.#currency);
  }
  share(value: number, digits?: number): string {
    return formatShare(this.#locale, value, digits);
  }
  date(iso: string, style?: 'long' | 'short' | 'month'): string {
    return formatDate(this.#locale, iso, style);
  }
  /** The time of day of a moment in milliseconds, in the reader's own time zone. */
  time(moment: number): string {
    return formatTime(this.#locale, moment);
  }
  value(value: Value, column: Column): string {
    return formatValue(this.#locale, value, column, this.#currency);
  }
}

export const [useI18n, provideI18n] = createContext<I18n>();
