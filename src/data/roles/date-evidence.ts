import { neutral, type NumberTraits } from './number-evidence.js';
import type { Role } from './roles.js';
import type { ValueProfile } from './value-profile.js';

/** How well a column suits the birth date: a date, an age, a year or a range of ages. */
export function birthFit(profile: ValueProfile, traits: NumberTraits | null): number {
  if (traits) return traits.isAge || (traits.isYear && traits.median < 2010) ? 1 : 0.1;
  const days = profile.days?.filter((day) => !Number.isNaN(day)).sort();
  // The middle one is born before 2008.
  if (days) return days[days.length >> 1]! < 13_880 ? 1 : 0.1;
  return profile.distinct.length < 20 ? neutral : 0.3;
}

/** How well a column suits a date of what happened: 0 contradicts, 1 confirms. */
export function dateFit(role: Role, profile: ValueProfile): number {
  const days = profile.days?.filter((day) => !Number.isNaN(day)).sort();
  if (!days || days.length === 0) return 0;
  const span = days.at(-1)! - days[0]!;
  const isBirth = span > 20 * 365 && days[days.length >> 1]! < 11_000;
  if (isBirth) return 0.2;
  if (role !== 'order_date') return 0.85;
  return span < 1 && profile.filled > 20 ? 0.6 : 1;
}
