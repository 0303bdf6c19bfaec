/** A decimal string with the separator of the reader's language; nothing else of it is touched. */
export function decimalWords(text: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  const separator = parts.find(({ type }) => type === "decimal")?.value ?? "."
  return text.replace(".", separator)
}
