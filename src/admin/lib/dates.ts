export interface DateFormat {
  /** An ISO day, which has no time zone: the same day for every reader. */
  day: (value: string) => string
  /** An ISO timestamp, in the reader's own time zone. */
  moment: (value: string) => string
}

export function dateFormat(locale: string): DateFormat {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  return {
    day: (value) => orRaw(value, () => day.format(new Date(`${value.slice(0, 10)}T00:00:00Z`))),
    moment: (value) => orRaw(value, () => moment.format(new Date(value))),
  }
}

/** `Intl` throws on an invalid date; a screen must not fall over for one. */
function orRaw(value: string, render: () => string): string {
  try {
    return render()
  } catch {
    return value
  }
}
