import { currencyIn } from './currencies.js';

/** Formats that come with Excel: the dollar in them is shown as the currency of whoever opens the file. */
const ofTheReader = /^(_\()?"\$"(\* )?#,##0(\.00)?_\);/;

/** ISO 4217 code of the only currency that the number formats of a sheet show; null when there is none, or several. */
export function currencyOfFormats(formats: readonly string[]): string | null {
  // `[$€-40C]` is a sign and the country whose habits it follows.
  const shown = formats.filter((format) => !ofTheReader.test(format));
  const codes = new Set(
    shown.flatMap((format) => currencyIn(format.replace(/\[\$([^\]-]*)[^\]]*\]/g, ' $1 ')) ?? []),
  );
  const [only = null, ...others] = codes;
  return others.length === 0 ? only : null;
}
