import { sql, type Sql } from '../../engine/sql.js';

/**
 * One row per day between two dates, with the French public holidays and sales periods.
 *
 * - Holidays: the eleven of article L3133-1 of the Code du travail; the movable ones follow Easter Sunday (Anonymous
 *   Gregorian algorithm, Meeus 1991). Alsace-Moselle and the overseas departments have others besides.
 * - Sales (*soldes*), where no department has dates of its own: from the second Wednesday of January, the first where the
 *   second is after the 12th; from the last Wednesday of June, the one before where the last is after the 28th. Four weeks
 *   since 2020, six from 2015 to 2019, five from 2009 to 2014, before which every department set its own: none are told.
 *   Moved by decree: summer 2020 (15 July), winter 2021 (20 January to 2 March), summer 2021 (30 June).
 */
export function calendarQuery(first: string, last: string): Sql {
  return sql`with years as (
      select y, ${easterSunday(sql`y`)} as easter
      from range(year(date ${first}), year(date ${last}) + 1) as years(y)
    ),
    moments as (
      select y, easter, ${startOfWinter} as winter, ${startOfSummer} as summer,
        case when y >= 2020 then 28 when y >= 2015 then 42 else 35 end as length
      from years
    ),
    days as (
      select cast(day as date) as date, moments.*
      from generate_series(date ${first}, date ${last}, interval 1 day) as series(day)
      join moments on y = year(day)
    )
    select date, y as year, quarter(date) as quarter, month(date) as month, isoyear(date) as iso_year, week(date) as week,
      isodow(date) as weekday, isodow(date) >= 6 as is_weekend,
      ${holiday} as holiday, holiday is not null as is_holiday,
      ${salesPeriod} as sales_period, if(y < 2009, null, sales_period is not null) as is_sales
    from days
    order by date`;
}

const wednesday = 3;

/** The first such weekday of a month is on day 1 + (weekday − weekday of the 1st) modulo 7. */
function firstWednesday(month: number): Sql {
  const first = sql`make_date(y, ${month}, 1)`;
  return sql`${first} + cast((${wednesday} - isodow(${first}) + 7) % 7 as integer)`;
}

const startOfWinter = sql`case when y = 2021 then date '2021-01-20'
  when day(${firstWednesday(1)}) + 7 > 12 then ${firstWednesday(1)} else ${firstWednesday(1)} + 7 end`;

/** The last Wednesday of June is a week before the first of July. */
const startOfSummer = sql`case when y = 2020 then date '2020-07-15' when y = 2021 then date '2021-06-30'
  when day(${firstWednesday(7)} - 7) > 28 then ${firstWednesday(7)} - 14 else ${firstWednesday(7)} - 7 end`;

const salesPeriod = sql`case when y < 2009 then null
  when date >= winter and date < winter + if(y = 2021, 42, length) then 'winter'
  when date >= summer and date < summer + length then 'summer' end`;

const holiday = sql`case
  when month(date) = 1 and day(date) = 1 then 'Jour de l''an'
  when date = easter + 1 then 'Lundi de Pâques'
  when month(date) = 5 and day(date) = 1 then 'Fête du Travail'
  when month(date) = 5 and day(date) = 8 then 'Victoire 1945'
  when date = easter + 39 then 'Ascension'
  when date = easter + 50 then 'Lundi de Pentecôte'
  when month(date) = 7 and day(date) = 14 then 'Fête nationale'
  when month(date) = 8 and day(date) = 15 then 'Assomption'
  when month(date) = 11 and day(date) = 1 then 'Toussaint'
  when month(date) = 11 and day(date) = 11 then 'Armistice 1918'
  when month(date) = 12 and day(date) = 25 then 'Noël' end`;

/** Easter Sunday of a year, as a date. */
function easterSunday(year: Sql): Sql {
  const golden = sql`(${year} % 19)`;
  const century = sql`(${year} // 100)`;
  const rest = sql`(${year} % 100)`;
  const epact = sql`((19 * ${golden} + ${century} - ${century} // 4
    - (${century} - (${century} + 8) // 25 + 1) // 3 + 15) % 30)`;
  const weekday = sql`((32 + 2 * (${century} % 4) + 2 * (${rest} // 4) - ${epact} - ${rest} % 4) % 7)`;
  const late = sql`((${golden} + 11 * ${epact} + 22 * ${weekday}) // 451)`;
  const days = sql`(${epact} + ${weekday} - 7 * ${late} + 114)`;
  return sql`make_date(${year}, ${days} // 31, ${days} % 31 + 1)`;
}
