/** What stands between a name and its value: French puts a space before it that does not break. */
export const colon = (locale: string): string => (locale.startsWith("fr") ? "\u00A0: " : ": ")
